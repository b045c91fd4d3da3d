"""Letter-spacing as the PDF writer prints it.

Pango halves a gap between the two glyphs beside it; WeasyPrint writes the first half as an offset (in 1/1024
where it means 1/1000) and truncates what is left to a whole thousandth of an em. Asked for x thousandths it
prints 0.512·x + trunc(0.488·x) between glyphs of one text box, whereas the next box starts where x puts
it (measured: `printed` agrees within 0.05). So we ask for the x whose print is nearest to the need.
"""

from __future__ import annotations

import math

_OFFSET_SHARE = 1024 / 2000
_TRUNCATED_SHARE = 1 - _OFFSET_SHARE
_MARGIN = 0.1  # distance from a truncation edge, thousandths: Pango's own units round by half of that


def printed(asked: float) -> float:
    """Spacing printed between two glyphs of a text box when `asked` is set; thousandths of an em."""
    return _OFFSET_SHARE * asked + math.trunc(_TRUNCATED_SHARE * asked)


def total(asked: float, gaps_before: int, gaps_inside: int) -> float:
    """Where the line's last glyph lands: gaps before the last box as asked, inside it as printed."""
    return gaps_before * asked + gaps_inside * printed(asked)


def ask_for(wanted: float, gaps_before: int, gaps_inside: int) -> float:
    """The spacing to ask for so that the line's last glyph lands where `wanted` a gap would put it.

    All in thousandths of an em. `gaps_inside` are the gaps within the line's last text box, `gaps_before` all
    others. At worst little more than half a thousandth a gap is missed.
    """
    gaps = gaps_before + gaps_inside
    if gaps == 0:
        return 0.0
    sign = -1.0 if wanted < 0 else 1.0
    target = abs(wanted) * gaps
    middle = math.trunc(_TRUNCATED_SHARE * abs(wanted))
    best = 0.0
    for whole in range(max(0, middle - 1), middle + 2):
        low = (whole / _TRUNCATED_SHARE + _MARGIN) if whole else 0.0
        high = (whole + 1) / _TRUNCATED_SHARE - _MARGIN
        exact = (target - gaps_inside * whole) / (gaps_before + gaps_inside * _OFFSET_SHARE)
        asked = min(max(exact, low), high)
        if (
            _miss(asked, target, gaps_before, gaps_inside)
            < _miss(best, target, gaps_before, gaps_inside) - 1e-9
        ):
            best = asked
    return sign * best


def _miss(asked: float, target: float, gaps_before: int, gaps_inside: int) -> float:
    return abs(total(asked, gaps_before, gaps_inside) - target)
