"""Which lines of a PDF are body text, how they follow each other and which of them are full.

Body text is known by its 三号 type and by its left edge (flush or two 字 in); tables, titles, signatures and 版记 have
another size or stand elsewhere. A line is full when its paragraph goes on: the next line begins flush. Only a line that
ends a sentence more than one 字 short of the right edge is taken for a paragraph's end before a flush line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from msgspec import Struct, field

from reporter.artefacts.furniture import is_furniture
from reporter.artefacts.geometry import Glyph, PageGeometry, TextLine
from reporter.check.measure.items import BOTTOM_MM, LEFT_MM, NEVER_START, RIGHT_MM, TOP_MM
from reporter.typeset.standard import CELL_MM, PARAGRAPH_INDENT_CELLS, PITCH_MM, SANHAO_PT

Indent = Literal["flush", "indented", "other"]
_SIZE_TOLERANCE_PT = 0.5
_EDGE_TOLERANCE_MM = 1.5
_LONG_CELLS = 22
"""Lines at least this long tell where the left edge is."""
_BLANK_MM = 1.5 * CELL_MM
_NEXT_LINE = 1.5
"""Two lines of one paragraph are at most this many pitches apart."""
_SENTENCE_END = frozenset("。：；！？”）:;.!?)】》")
_ATTACHMENT = re.compile(r"(?:[^。]*号)?附件[\d一二三四五六七八九十]*")
_INDENT_MM = PARAGRAPH_INDENT_CELLS * CELL_MM


class BodyLine(Struct, frozen=True):
    """A line of 三号 text. `goes_on` is whether the next line continues its paragraph; mm."""

    page: int
    line: TextLine
    indent: Indent
    goes_on: bool = False

    @property
    def baseline(self) -> float:
        return self.line.baseline

    @property
    def cells(self) -> float:
        """Length before spacing in 字 of the type's own size, the first line's indent included."""
        own = sum(glyph.advance_em for glyph in self.line.glyphs)
        return own + (PARAGRAPH_INDENT_CELLS if self.indent == "indented" else 0)

    @property
    def gapped(self) -> bool:
        """Whether a blank to be filled in by hand parts the line."""
        return _gapped(self.line)

    @property
    def quote(self) -> str:
        text = self.line.text
        return text if len(text) <= 30 else f"{text[:12]}…{text[-12:]}"


class PageText(Struct, frozen=True):
    """A page's text lines without page number and state mark, and those of them that are body text."""

    page: PageGeometry
    lines: tuple[TextLine, ...]
    body: tuple[BodyLine, ...] = field(default=())

    @property
    def pure(self) -> bool:
        """Whether nothing but body text stands on the page."""
        return bool(self.body) and len(self.body) == len(self.lines)

    @property
    def first_slot(self) -> bool:
        """Whether the page's text begins with body text at the head of the type area."""
        return (
            bool(self.body)
            and self.lines[0] is self.body[0].line
            and self.body[0].baseline < TOP_MM + PITCH_MM
        )

    @property
    def last_slot(self) -> bool:
        """Whether the page's text ends with body text."""
        return bool(self.body) and self.lines[-1] is self.body[-1].line


def page_texts(pages: Sequence[PageGeometry], head_ends_mm: float) -> tuple[PageText, ...]:
    """Every page with its body lines; `head_ends_mm` is where 版头 ends on page 1 (0: there is none)."""
    texts = [_without_furniture(page) for page in pages]
    candidates = [_candidates(text, head_ends_mm if text.page.number == 1 else 0.0) for text in texts]
    edge = _left_edge([line for lines in candidates for line in lines])
    placed = [
        [BodyLine(text.page.number, line, _indent(line, edge)) for line in lines]
        for text, lines in zip(texts, candidates, strict=True)
    ]
    kept = [[line for line in lines if line.indent != "other"] for lines in placed]
    with_body = [
        PageText(text.page, text.lines, tuple(lines)) for text, lines in zip(texts, kept, strict=True)
    ]
    return tuple(_followed(with_body))


def is_page_furniture(line: TextLine) -> bool:
    """Whether the line is a page number or the mark of the draft's state, outside the type area."""
    outside = line.baseline > BOTTOM_MM + 1 or line.baseline < TOP_MM
    return outside and (is_furniture(line.text) or all(is_furniture(part.text) for part in line.segments()))


def continues(before: PageText, after: PageText) -> bool:
    """Whether the text simply goes on from one page to the next."""
    return before.last_slot and after.first_slot


def without_hung_mark(line: TextLine) -> tuple[Glyph, ...]:
    """The line's characters but for a mark at its end that hangs wholly outside the type area."""
    last = line.glyphs[-1]
    hung = last.char in NEVER_START and last.left > RIGHT_MM - 1 and len(line.glyphs) > 1
    return line.glyphs[:-1] if hung else line.glyphs


def _without_furniture(page: PageGeometry) -> PageText:
    return PageText(page, tuple(line for line in page.lines if not is_page_furniture(line)))


def _candidates(text: PageText, head_ends_mm: float) -> list[TextLine]:
    if text.page.landscape:
        return []
    return [line for line in text.lines if line.baseline > head_ends_mm and _is_body_type(line)]


def _is_body_type(line: TextLine) -> bool:
    upright = [glyph for glyph in line.glyphs if not glyph.blank]
    sized = sum(abs(glyph.size_pt - SANHAO_PT) < _SIZE_TOLERANCE_PT for glyph in upright)
    return not line.red and sized >= 0.9 * len(upright) and not _ATTACHMENT.fullmatch(line.text)


def _left_edge(lines: Sequence[TextLine]) -> float:
    """Where most long lines begin; the standard's edge when there are none."""
    long = [
        line.left for line in lines if line.right - line.left > _LONG_CELLS * CELL_MM and not _gapped(line)
    ]
    edges = Counter(round(left * 2) / 2 for left in long)
    if not edges:
        return LEFT_MM
    # First lines of paragraphs stand two 字 in and may be as many: the leftmost of the frequent edges is meant.
    frequent = [edge for edge, count in edges.items() if count * 4 >= max(edges.values())]
    nearest = min(frequent)
    if outside := _outside(nearest, long, lines):
        return outside
    return min((left for left in long if abs(left - nearest) <= 0.5), key=lambda left: abs(left - nearest))


def _gapped(line: TextLine) -> bool:
    """Whether white parts the line: a blank, which is drawn and has no characters, or the names above their seals."""
    glyphs = [glyph for glyph in line.glyphs if not glyph.blank]
    return any(after.left - before.right > _BLANK_MM for before, after in pairwise(glyphs))


def _outside(edge: float, long: Sequence[float], lines: Sequence[TextLine]) -> float:
    """Where the text's edge is when long lines stand only where paragraphs begin, two 字 in, and none another two 字
    in: the standard's edge, else where short lines begin (recipients, ends of paragraphs); 0 for any other text."""
    if any(abs(left - edge - _INDENT_MM) < _EDGE_TOLERANCE_MM for left in long):
        return 0.0
    if abs(edge - LEFT_MM - _INDENT_MM) < _EDGE_TOLERANCE_MM:
        return LEFT_MM
    lefts = (line.left for line in lines)
    return next((left for left in lefts if abs(edge - left - _INDENT_MM) < _EDGE_TOLERANCE_MM / 3), 0.0)


def _indent(line: TextLine, edge: float) -> Indent:
    if abs(line.left - edge) < _EDGE_TOLERANCE_MM:
        return "flush"
    return "indented" if abs(line.left - edge - _INDENT_MM) < _EDGE_TOLERANCE_MM else "other"


def _followed(texts: Sequence[PageText]) -> Iterator[PageText]:
    widest = max((line.line.right for text in texts for line in text.body), default=RIGHT_MM)
    for place, text in enumerate(texts):
        after = texts[place + 1] if place + 1 < len(texts) else None
        lines = []
        for number, line in enumerate(text.body):
            following = _next(text, number, after)
            lines.append(BodyLine(line.page, line.line, line.indent, _goes_on(line, following, widest)))
        yield PageText(text.page, text.lines, tuple(lines))


def _next(text: PageText, number: int, after: PageText | None) -> BodyLine | None:
    """The body line below on the same page or at the head of the next."""
    if number + 1 < len(text.body):
        here, below = text.body[number], text.body[number + 1]
        return below if below.baseline - here.baseline < _NEXT_LINE * PITCH_MM else None
    return after.body[0] if after is not None and continues(text, after) else None


def _goes_on(line: BodyLine, following: BodyLine | None, widest: float) -> bool:
    if following is None or following.indent != "flush" or widest - line.line.right > _FAR_SHORT * CELL_MM:
        return False
    short = RIGHT_MM - line.line.right > CELL_MM
    return not (short and line.line.text[-1] in _SENTENCE_END)


_FAR_SHORT = 12
"""Cells that a line ends before the widest, and its paragraph with it, though no mark says so: 记录：许某."""
