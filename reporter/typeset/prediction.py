"""The pages of a Document before anybody lays it out: from its own lines, row heights and keep rules.

Renderers place 版记 by it, big tables are cut by it, and the read-back compares it with the finished PDF.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from reporter.document.model import Document
from reporter.typeset.endmatter import set_imprint, set_signature
from reporter.typeset.flow import Foot, Item, Mark, NewPage, Para, Signature, TableItem, above_foot, flow
from reporter.typeset.fonts import metrics
from reporter.typeset.gaps import TITLES, blank_lines, lead_pt
from reporter.typeset.heads import first_page_top_mm, measure_head
from reporter.typeset.pages import Box, Filled, fill
from reporter.typeset.paragraphs import (
    LISTED,
    NOTE_PITCH_PT,
    fitted,
    is_text,
    line_height_pt,
    set_notes,
    set_paragraph,
    stays_alone,
)
from reporter.typeset.setter import Setter
from reporter.typeset.standard import A4, PITCH_PT, Page, mm_to_pt, pt_to_mm
from reporter.typeset.styles import STYLES
from reporter.typeset.tablelines import ABOVE_PADDING_PT, BELOW_PADDING_PT, TableLines
from reporter.typeset.tables import TABLE_RULE_MM, held_rows, page_for

Place = Literal["joined", "left", "blank"]
"""版记 joins the last page, takes the next left page, or one behind a blank page (7.4.1)."""
EVEN_FACES = frozenset({"document", "order", "minutes", "plain"})
_LAST_LINES = 2  # at least so many lines of the text go with a signature


class Prediction(Struct, frozen=True):
    """Pages in all, the place of 版记, and for each big table (by its order) the rows that begin a page."""

    pages: int
    imprint: Place
    page_rows: tuple[tuple[int, ...], ...]
    """Row indexes at page heads, per table of the flow; the first row is not among them."""
    table_pages: tuple[int, ...]
    """The page on which each table begins, from 1."""
    imprint_alone: bool = False
    """版记 finds no room below the text: nothing else stands on its page."""
    signature_alone: bool = False
    """The text is one line, which stays on page 1, and the signature finds no room there."""
    white_mm: float = 0.0
    """White to keep at the foot of page 1, so that the end of its only text goes over to the signature (7.3.5.5)."""


_REMEMBERED: OrderedDict[tuple[Document, str], Prediction] = OrderedDict()
_MOST_REMEMBERED = 8
_OWN: list[Setter] = []
_MOST_LINES = 4000


def predict(document: Document, setter: Setter | None = None) -> Prediction:
    """The pages of a document. Remembered, because renderers and read-back all ask.

    A `setter` that is handed in keeps the lines, so that they are not set again for the pages themselves.
    """
    key = (document, setter.metrics.key if setter else "")
    known = _REMEMBERED.get(key)
    if known is None:
        known = _REMEMBERED[key] = _predicted(document, setter or _own_setter())
        if len(_REMEMBERED) > _MOST_REMEMBERED:
            _REMEMBERED.popitem(last=False)
    return known


def _own_setter() -> Setter:
    """Where nobody asks what was printed: one that remembers the lines of earlier documents, up to a number."""
    if not _OWN or _OWN[0].metrics is not metrics() or _OWN[0].remembered > _MOST_LINES:
        _OWN[:] = [Setter()]
    _OWN[0].notes.clear()
    return _OWN[0]


def _predicted(document: Document, setter: Setter) -> Prediction:
    measurer = _Measurer(document, setter)
    boxes = list(measurer.boxes())
    height = mm_to_pt(A4.height_mm - first_page_top_mm(document) - A4.bottom_mm)
    filled = fill(boxes, height)
    alone = bool(measurer.imprint_pt) and not _fits_below(filled, measurer)
    pages, place = _with_imprint(document, filled, measurer, alone)
    rows, begins = _rows(filled, measurer.tables)
    white_mm = pt_to_mm(_white_pt(boxes, filled, measurer.first, height))
    lone = any(start.box == measurer.lone for start in filled.starts[1:])
    return Prediction(pages, place, rows, begins, alone or place != "joined", lone, white_mm)


def _white_pt(boxes: list[Box], filled: Filled, first: int | None, height: float) -> float:
    """Half a line less than what is left on page 1 where its only text goes over though there is room for it."""
    over = filled.starts[1] if filled.pages > 1 else None
    if over is None or over.box != first or not over.line:
        return 0.0
    before = sum(box.before * bool(index) + sum(box.heights) for index, box in enumerate(boxes[: over.box]))
    text = boxes[over.box]
    left = height - before - text.before - sum(text.heights[: over.line])
    return left - PITCH_PT / 2 if left > PITCH_PT else 0.0


def _fits_below(filled: Filled, measurer: _Measurer) -> bool:
    """Whether 版记 has room on the last page of the text."""
    own = measurer.imprint_alone or not filled.pages
    return not own and filled.height - filled.used + 1e-3 >= measurer.imprint_pt


def _with_imprint(document: Document, filled: Filled, measurer: _Measurer, alone: bool) -> tuple[int, Place]:
    pages = max(filled.pages, 1)
    if not measurer.imprint_pt:
        return pages, "joined"
    even = document.face in EVEN_FACES
    if not alone:
        return (pages + 1, "left") if even and pages % 2 else (pages, "joined")
    pages += 1
    return (pages + 1, "blank") if even and pages % 2 else (pages, "joined")


def _rows(filled: Filled, tables: list[int]) -> tuple[tuple[tuple[int, ...], ...], tuple[int, ...]]:
    """For each table (a box by its number) the rows at page heads, and the page on which it begins."""
    starts = [(start.box, start.line) for start in filled.starts]
    heads = tuple(tuple(line for box, line in starts if box == table and line) for table in tables)
    return heads, tuple(bisect_right(starts, (table, 0)) for table in tables)


class _Measurer:
    """Walks the flow as the page builder does; every item becomes boxes."""

    def __init__(self, document: Document, setter: Setter) -> None:
        self.document, self.setter = document, setter
        self.page: Page = A4
        self.before: Item | None = None
        self.keep_next = False
        self.turned = 0.0
        self.title_gap = 0.0
        self.alone = False
        self.count = 0
        self.first: int | None = None
        """The box of the first text below 版头."""
        self.lone: int | None = None
        """The box of a signature that need not stay with the text before it."""
        self.tables: list[int] = []
        self.imprint_pt = 0.0
        self.above_pt = 0.0
        """公开方式 above 版记."""
        self.imprint_alone = False

    def boxes(self) -> Iterator[Box]:
        """All boxes but that of 版记, which `imprint_pt` and `imprint_alone` tell of."""
        items = flow(self.document)
        for index, item in enumerate(items):
            if isinstance(item, NewPage):
                self.page = page_for(item.paper, item.orientation)
                self.turned, self.before = mm_to_pt(self.page.area_height_mm), None
                continue
            if isinstance(item, Foot):
                height = set_imprint(item.imprint, self.document.face, self.setter).height_pt
                self.imprint_pt = height and height + self.above_pt
                self.imprint_alone = bool(self.turned)
                continue
            following = items[index + 1] if index + 1 < len(items) else None
            if above_foot(item, following, self.document.face):
                self.above_pt = len(set_paragraph(item, self.page, self.setter)) * line_height_pt(
                    fitted(item)
                )
                continue
            drawn = False
            for box in self._item(item, following):
                drawn = True
                yield box
            if drawn or not isinstance(item, Mark):
                self.before = item

    def _box(self, box: Box, keep: bool = False) -> Box:
        """`keep`: bound to what follows. What the box before asked for is bound here."""
        if self.keep_next or self.turned:
            box = replace(box, kept=box.kept or self.keep_next, new_page=self.turned)
        self.keep_next, self.turned = keep, 0.0
        self.count += 1
        return box

    def _item(self, item: Item, following: Item | None) -> Iterator[Box]:
        match item:
            case Mark(header=header, face=face, mark_mm=mark_mm):
                head = measure_head(header, face, mark_mm, self.setter.metrics.title_rise)
                if head is not None:
                    self.title_gap = head.title_gap
                    yield self._box(Box((head.height,), breakable=False), keep=True)
                else:
                    self.title_gap = 0.0
            case Para():
                yield self._para(item, following)
            case TableItem():
                yield from self._table(item)
            case Signature(closing=closing):
                height = set_signature(closing, self.setter).height_pt
                self.lone = self.count if self.alone else self.lone
                yield self._box(Box((height,), breakable=False, kept=not self.alone))

    def _gap(self, item: Item) -> float:
        if isinstance(self.before, Mark):
            return self.title_gap + lead_pt(item)
        return blank_lines(self.before, item) * PITCH_PT

    def _para(self, item: Para, following: Item | None) -> Box:
        style = fitted(item)
        lines = set_paragraph(item, self.page, self.setter)
        self.alone = stays_alone(item, len(lines))
        heights = [item.pitch_pt or line_height_pt(style)] * max(len(lines), 0)
        notes = sum(len(note) for note in set_notes(self.page, self.setter)) * NOTE_PITCH_PT
        if heights:
            heights[-1] += notes
        listed = item.style in LISTED
        list_follows = isinstance(following, Para) and following.style in LISTED
        last = (isinstance(following, Signature) or list_follows) and not item.first
        keep = (style.keep_next and not is_text(item)) or (list_follows and not self.alone)
        box = Box(
            tuple(heights),
            self._gap(item),
            orphans=_LAST_LINES if last else 1,
            widows=_LAST_LINES if last else 1,
            breakable=not (listed or item.style == "recipients" or (_heading(item) and not is_text(item))),
            kept=item.style == "remark",
        )
        if item.first:
            self.first = self.count
        return self._box(box, keep or (listed and isinstance(following, Para | Signature)))

    def _table(self, item: TableItem) -> Iterator[Box]:
        table = item.table
        lines = TableLines(table, self.page, self.setter)
        gap, self.alone = self._gap(item), False
        for line in table.above:
            if line:
                height = lines.items(line).height_pt + ABOVE_PADDING_PT
                yield self._box(Box((height,), gap, breakable=False), keep=True)
                gap = 0.0
        rule = mm_to_pt(TABLE_RULE_MM)
        head = lines.row_height_pt(lines.head(), head=True) + rule
        parts = lines.parts()
        rows = tuple(map(lines.height_pt, parts))
        glued = held_rows([row.role for row in parts])
        notes = set_notes(self.page, self.setter)
        self.tables.append(self.count)
        yield self._box(Box(rows or (0.0,), gap, repeat=head, glued=glued))
        for note in notes:
            yield self._box(Box((NOTE_PITCH_PT,) * len(note), kept=True))
        for line in table.below:
            if line:
                height = lines.items(line).height_pt + BELOW_PADDING_PT
                yield self._box(Box((height,), breakable=False, kept=True))


def _heading(item: Para) -> bool:
    return item.style in TITLES or bool(STYLES[item.style].outline)
