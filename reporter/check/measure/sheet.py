"""The sheet as a whole: paper, text outside the type area, text over text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reporter.artefacts.geometry import Box, Glyph, PageGeometry, TextLine
from reporter.check.measure.body import is_page_furniture, without_hung_mark
from reporter.check.measure.judge import Reading, Sample
from reporter.text import within
from reporter.typeset.boundaries import NEVER_START
from reporter.typeset.standard import A3_LANDSCAPE, A4, A4_LANDSCAPE, LETTER, Page

_PAPER_MM = 1.0
_OUTSIDE_MM = 0.3
_OVERLAP_SHARE = 0.2
_OVERLAP_MM2 = 0.3
_PAPERS = (A4, A4_LANDSCAPE, A3_LANDSCAPE)


def sheet_readings(pages: Sequence[PageGeometry], *, letter: bool, rendered: bool = False) -> list[Reading]:
    """Paper, outside and overlap; `letter` allows the mark above and text below the type area on page 1 (10.1).

    `rendered` by LibreOffice: a mark at a line's end may hang outside, which it does whatever the file says.
    """
    outside = (fault for page in pages for fault in _outside(page, _area(page, letter), rendered))
    return [
        Reading("paper", tuple(_papers(pages)), len(pages)),
        Reading("outside", tuple(outside), len(pages)),
        Reading("overlap", tuple(fault for page in pages for fault in _overlaps(page)), len(pages)),
    ]


def _paper(page: PageGeometry) -> Page | None:
    for paper in _PAPERS:
        if abs(page.width - paper.width_mm) <= _PAPER_MM and abs(page.height - paper.height_mm) <= _PAPER_MM:
            return paper
    return None


def _papers(pages: Sequence[PageGeometry]) -> Iterator[Sample]:
    for page in pages:
        if _paper(page) is None:
            yield Sample(0, page.number, f"{page.width:.1f} × {page.height:.1f} mm")


def _area(page: PageGeometry, letter: bool) -> Box:
    paper = _paper(page) or (A4_LANDSCAPE if page.landscape else A4)
    area = Box(paper.left_mm, paper.top_mm, page.width - paper.right_mm, page.height - paper.bottom_mm)
    if letter and page.number == 1:
        foot = page.height - LETTER.lower_rule_from_bottom_mm
        return Box(area.left, LETTER.mark_top_from_page_mm, area.right, foot)
    return area


def _outside(page: PageGeometry, area: Box, rendered: bool) -> Iterator[Sample]:
    """One fault a line. The side edges are judged by the cells, head and foot by the ink."""
    for line in page.lines:
        if is_page_furniture(line):
            continue
        glyphs = _without_mark(line, area) if rendered else line.glyphs
        out = [glyph for glyph in glyphs if not glyph.blank and _is_out(glyph, area)]
        if out:
            far = max(_distance(glyph, area) for glyph in out)
            yield Sample(far, page.number, f"出{far:.2f} mm：{_short(line)}")


def _without_mark(line: TextLine, area: Box) -> tuple[Glyph, ...]:
    """The line without the mark at its end that hangs wholly, or in part, behind characters inside the area."""
    *before, last = line.glyphs
    partly = last.char in NEVER_START and before and before[-1].right <= area.right + _OUTSIDE_MM
    return tuple(before) if partly else without_hung_mark(line)


def _distance(glyph: Glyph, area: Box) -> float:
    return max(
        area.left - glyph.left, glyph.right - area.right, area.top - glyph.ink.top, glyph.ink.bottom - area.bottom
    )  # fmt: skip


def _is_out(glyph: Glyph, area: Box) -> bool:
    return _distance(glyph, area) > _OUTSIDE_MM


def _overlaps(page: PageGeometry) -> Iterator[Sample]:
    """Pairs of different lines or cells whose ink covers the same place."""
    segments = sorted(
        (segment for line in page.lines for segment in line.segments()), key=lambda segment: segment.ink.top
    )
    for place, upper in enumerate(segments):
        for lower in segments[place + 1 :]:
            if lower.ink.top > upper.ink.bottom:
                break
            if upper.ink.shared(lower.ink) > _OVERLAP_MM2 and _collide(upper, lower):
                yield Sample(0, page.number, f"{_short(upper)} ╳ {_short(lower)}")


def _collide(one: TextLine, other: TextLine) -> bool:
    """Whether a character covers a good part of another; the same text twice in one place is only boldness."""
    if one.text == other.text and abs(one.baseline - other.baseline) < 0.5:
        return False
    for glyph in one.glyphs:
        for over in other.glyphs:
            small = min(glyph.ink.width * glyph.ink.height, over.ink.width * over.ink.height)
            if small and glyph.ink.shared(over.ink) > max(_OVERLAP_SHARE * small, _OVERLAP_MM2):
                return True
    return False


def _short(line: TextLine) -> str:
    return within(line.text, 20)
