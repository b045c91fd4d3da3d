"""Where ink lies in a line of the stand-in fonts, so that distances in the standard are met from ink to ink.

All in em above (below: negative) the baseline; measured on the hanzi of agency names, titles and 〔2026〕号. All
built fonts have the same ascent and descent, which makes a line box a matter of its line height alone.
"""

from __future__ import annotations

from reporter.typeset.standard import ERHAO_PT, PITCH_PT, SANHAO_PT, SIHAO_PT, TITLE_PITCH_PT

ASCENT = 0.88
TITLE_TOP, TITLE_BOTTOM = 0.762, -0.163  # 小标宋
FANG_TOP, FANG_BOTTOM = 0.785, -0.181  # 仿宋, with the brackets of a document number
DASH_CENTRE = 0.300  # 一字线 of a page number


def above(line_pt: float, size_pt: float, top_em: float) -> float:
    """From a line box's upper edge to the ink, pt."""
    return (line_pt - size_pt) / 2 + (ASCENT - top_em) * size_pt


def below(line_pt: float, size_pt: float, bottom_em: float) -> float:
    """From the ink to a line box's lower edge, pt."""
    return line_pt - above(line_pt, size_pt, bottom_em)


TITLE_ABOVE_PT = above(TITLE_PITCH_PT, ERHAO_PT, TITLE_TOP)
NUMBER_ABOVE_PT = above(PITCH_PT, SANHAO_PT, FANG_TOP)
NUMBER_BELOW_PT = below(PITCH_PT, SANHAO_PT, FANG_BOTTOM)
DASH_ABOVE_PT = above(SIHAO_PT, SIHAO_PT, DASH_CENTRE)
