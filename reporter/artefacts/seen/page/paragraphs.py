"""Lines of a page → paragraphs, by what a reader goes by: indents, lines that end early, sizes, white between."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from msgspec import Struct, field

from reporter.artefacts.geometry import MM_PER_PT, PageGeometry, TextLine
from reporter.artefacts.geometry_blanks import blanks_at_head
from reporter.artefacts.seen.model import Align, Looks
from reporter.artefacts.seen.page.area import SENT, Area, cells

_CENTRED_MM: Final = 2.0
_BIG_PT: Final = 18.5
"""Titles and names at the head are larger than this; smaller lines that begin at an indent of two are text."""
_STEP: Final = 1.0
"""A line that begins so much further in, 字, begins a paragraph."""
_USUAL_INDENT: Final = 2.5
_CLOSING: Final = "，。、；：？！）》」』】〕”’％,.;:?!)]}"
_ENDS: Final = "。！？：；…”）!?:;."
_SLACK_CELLS: Final = 0.35
_HUNG: Final = 1.5
"""Lines below one of 版记 that begin so much further in, 字, go on with it (cl. 7.4.2)."""
_FAR: Final = 0.4
"""A line that begins behind this share of the width stands on the right."""


class Placed(Struct, frozen=True):
    """A line with its page and its area."""

    line: TextLine
    page: int
    area: Area

    @property
    def size(self) -> float:
        return self.line.size_pt

    @property
    def indent(self) -> float:
        return self.area.indent(self.line)

    @property
    def rest(self) -> float:
        return self.area.rest(self.line)

    @property
    def centred(self) -> bool:
        """Symmetrical, and not a line of text that happens to be."""
        left, right = self.line.left - self.area.left, self.area.right - self.line.right
        if abs(left - right) > 2 * _CENTRED_MM:
            return False
        return self.size >= _BIG_PT or (self.indent > _USUAL_INDENT and self.rest > 1)

    @property
    def far_right(self) -> bool:
        return self.line.left - self.area.left > _FAR * self.area.width and not self.centred


class Gathered(Struct):
    """The lines of one paragraph; `above` is the baseline of the line before it on its page."""

    lines: list[Placed] = field(default_factory=list)
    above: float | None = None
    centred: bool = False

    @property
    def page(self) -> int:
        return self.lines[0].page


def usual_pitches(pages: Iterable[PageGeometry]) -> Mapping[float, float]:
    """The distance in mm between baselines that lines of each size mostly have."""
    gaps: dict[float, Counter[float]] = defaultdict(Counter)
    for page in pages:
        for one, other in zip(page.lines, page.lines[1:], strict=False):
            gap = other.baseline - one.baseline
            if one.size_pt == other.size_pt and gap < 4 * one.size_pt * MM_PER_PT:
                gaps[one.size_pt][round(gap, 1)] += 1
    return {size: max(sorted(found), key=found.__getitem__) for size, found in gaps.items()}


def gather(lines: Sequence[Placed], pitches: Mapping[float, float]) -> list[Gathered]:
    """Paragraphs in order; lines of neighbouring pages may be one."""
    found: list[Gathered] = []
    before: Placed | None = None
    for line in lines:
        same_page = before is not None and before.page == line.page
        if before is None or _begins(found[-1], before, line, pitches):
            above = before.line.baseline if before is not None and same_page else None
            found.append(Gathered([], above, line.centred))
        found[-1].lines.append(line)
        before = line
    return found


def _begins(paragraph: Gathered, before: Placed, line: Placed, pitches: Mapping[float, float]) -> bool:
    if abs(before.size - line.size) > 0.6 or before.line.red != line.line.red:
        return True
    gap = line.line.baseline - before.line.baseline
    usual = pitches.get(line.size, line.size * 2 * MM_PER_PT)
    if before.page == line.page and gap > 1.25 * usual + 0.5:
        return True
    if _hangs(paragraph, line):
        return False
    if paragraph.centred or line.centred:
        together = paragraph.centred and line.centred and line.size >= _BIG_PT and before.page == line.page
        return not (together and _same_face(before, line))
    if line.line.glyphs[0].char in _CLOSING and not before.far_right:
        return False  # a blank, which is drawn, stands before it
    if before.far_right or line.far_right or _would_fit(before, line):
        return True
    step = line.indent - before.indent
    first = len(paragraph.lines) == 1
    if step >= _STEP:
        return not (first and line.indent > _USUAL_INDENT)
    alike = abs(step) < 0.5 and first and line.indent >= _STEP
    return alike and before.line.text[-1] in _ENDS


def _hangs(paragraph: Gathered, line: Placed) -> bool:
    """Whether the line goes on below names behind 主送： or 抄送：, which stand in from both edges of the text."""
    first = paragraph.lines[0]
    return line.indent - first.indent >= _HUNG and SENT.match(first.line.text) is not None


def _same_face(one: Placed, other: Placed) -> bool:
    return one.line.glyphs[0].font == other.line.glyphs[0].font


def _would_fit(before: Placed, line: Placed) -> bool:
    """Whether what begins `line` had room at the end of the line before, so that somebody ended that line."""
    glyphs = line.line.glyphs
    end = max(blanks_at_head(line.line.text), 1)
    if glyphs[0].char.isascii() and not glyphs[0].blank:
        while end < len(glyphs) and glyphs[end].char.isascii() and not glyphs[end].blank:
            end += 1
    while end < len(glyphs) and glyphs[end].char in _CLOSING:
        end += 1
    return before.rest > cells(glyphs[end - 1].right - glyphs[0].left) + _SLACK_CELLS


def looks_of(paragraph: Gathered, new_page: bool) -> Looks:
    lines = paragraph.lines
    first = lines[0]
    align = _align(paragraph)
    pitch = _pitch(paragraph)
    if align == "center":
        return Looks(align, 0.0, 0.0, 0.0, pitch, new_page=new_page)
    if align == "right":
        return Looks(align, 0.0, 0.0, first.rest, pitch, new_page=new_page)
    left = min((line.indent for line in lines[1:]), default=0.0)
    return Looks(align, round(first.indent - left, 2), left, 0.0, pitch, new_page=new_page)


def _align(paragraph: Gathered) -> Align:
    if paragraph.centred:
        return "center"
    if len(paragraph.lines) == 1:
        return "right" if paragraph.lines[0].far_right else "left"
    return "justify" if all(abs(line.rest) < 0.5 for line in paragraph.lines[:-1]) else "left"


def _pitch(paragraph: Gathered) -> float | None:
    """From the first two lines on one page, else from the line above when it is near."""
    for one, other in zip(paragraph.lines, paragraph.lines[1:], strict=False):
        if one.page == other.page:
            return round((other.line.baseline - one.line.baseline) / MM_PER_PT, 2)
    first = paragraph.lines[0]
    if paragraph.above is None:
        return None
    gap = (first.line.baseline - paragraph.above) / MM_PER_PT
    return round(gap, 2) if gap < 2.2 * first.size else None
