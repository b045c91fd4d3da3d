"""Document → what the template loops over, and beside it what the finisher does to each block.

The template decides the look, the finisher sets what may not stand in a template: widths, sizes that depend on the
text, page and section breaks, bookmarks.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from reporter.document.inline import Inlines, is_gap
from reporter.document.model import Closing, Document, Header, Imprint, Table
from reporter.ooxml.bookmarks import row_id
from reporter.render.word.lines import (
    SIGNER_LABEL,
    TITLES,
    Tab,
    in_parts,
    signer_stops,
    spread,
    title_lines,
    wide,
)
from reporter.render.word.marks import BLOCK, BREAK, END, PERSON, PLAIN, TAB, URGENT, Marker, checked
from reporter.render.word.placed import USUAL, Foreseen, Placed
from reporter.render.word.signing import seal_rows, signature
from reporter.render.word.styles import INK_EM, LETTER_NUMBER_PITCH, RED_RULE_MM
from reporter.typeset import headers
from reporter.typeset.flow import Foot, Item, Mark, NewPage, Para, Signature, TableItem, above_foot, flow
from reporter.typeset.gaps import blank_lines
from reporter.typeset.paragraphs import is_text
from reporter.typeset.standard import A4, HEADER, ORDER, PITCH_MM, TITLE_PITCH_PT, Page, pt_to_mm, text_cells
from reporter.typeset.styles import STYLES
from reporter.typeset.tables import page_for
from reporter.typeset.titles import title_cells

_TITLE_LEAD_MM = (
    4.1  # white above the ink in a title's line, which sets its type low (measured in LibreOffice 7.4)
)
_TITLE_LEAD_SHARE = 0.8  # of what a title's lines are lower, so much is missing above its ink
_TITLE_LOW_MM = 0.9  # the same where 空二行 are counted from line to line, as under the number of an order
_MARK_FOOT_EM = 0.06  # white under the ink of a mark in its line (measured in LibreOffice 7.4)
_NUMBER_LEAD_MM = 3.0  # white above the ink in the line of the number
_SECTION = {("A4", "portrait"): "portrait", ("A4", "landscape"): "landscape"}  # any other is A3


class Filled(Struct):
    """The template's context (`blocks`, `state`), what to do to each block, and the footnotes."""

    blocks: list[dict[str, Any]] = field(default_factory=list)
    placed: list[Placed] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    state: str = ""
    even_end: bool = False
    """The last section, that of 版记, begins on an even page."""
    warnings: list[str] = field(default_factory=list)


def fill(document: Document, foreseen: Foreseen = USUAL) -> Filled:
    """Walk the document's flow once; raises InputError for characters that cannot be printed."""
    walk = _Walk(document, foreseen)
    items = flow(document)
    above: Para | None = None
    for item, following in zip_longest(items, items[1:]):
        if above_foot(item, following, document.face):
            above = item
        else:
            walk.add(item, above)
    walk.close()
    walk.filled.notes = walk.marker.notes
    walk.filled.state = state_text(document)
    return walk.filled


def state_text(document: Document) -> str:
    """What stands in the top margin: 样稿 for samples, the state unless final."""
    state = "" if document.state == "定稿" else checked(document.state)
    return "　".join(part for part in ("样稿" if document.sample else "", state) if part)


class _Walk:
    """The state of the walk: the page in force, whether a new one is due, ids already given."""

    def __init__(self, document: Document, foreseen: Foreseen) -> None:
        self.face = document.face
        self.place = foreseen.imprint
        self.white_mm = foreseen.white_mm
        self.filled = Filled()
        self.marker = Marker()
        self.page = NewPage()
        self.begun = self.due = False
        self.seen: dict[str, int] = {}
        self.before: Item | None = None
        self.gap = self.low_mm = 0.0

    def add(self, item: Item, above: Para | None = None) -> None:
        """One item of the flow, with the white that stands before it; `above` goes above 版记."""
        self.gap = blank_lines(self.before, item)
        if self.face == "order" and isinstance(self.before, Mark):
            self.gap = max(self.gap, ORDER.blank_lines_number_to_body)
        nothing = isinstance(item, NewPage) or (isinstance(item, Mark) and item.header.mode == "none")
        self.before = None if nothing else item
        match item:
            case NewPage():
                self._turn(item)
            case Mark():
                self._mark(item)
            case Para():
                self._para(item)
            case TableItem(table=table):
                self._table(table)
            case Signature(closing=closing):
                self._signature(closing)
            case Foot(imprint=imprint):
                self._imprint(imprint, above)

    def close(self) -> None:
        """The last section is described at the end; the template's own last section is the portrait one."""
        if self.page != NewPage():
            self._section()

    def unique(self, block_id: str) -> str:
        """Ids are unique within a part only (an attached filing has its own): the second gets ~2."""
        if not block_id:
            return ""
        self.seen[block_id] = self.seen.get(block_id, 0) + 1
        count = self.seen[block_id]
        return block_id if count == 1 else f"{block_id}~{count}"

    def emit(self, sample: str, context: dict[str, Any], first: str, placed: Placed) -> None:
        """Add a block; the text under `first` is what stands first on paper and carries the block's number."""
        number = len(self.filled.placed)
        if first:
            context[first] = f"{BLOCK}{number}{END}{context[first]}"
        self.filled.blocks.append({"k": sample, "number": "", "text": "", "run_in": "", **context})
        self.filled.placed.append(placed)
        self.begun, self.due = True, False

    def _section(self, name: str = "") -> None:
        name = name or _SECTION.get((self.page.paper, self.page.orientation), "a3")
        self.filled.blocks.append({"k": f"section_{name}", "number": "", "text": "", "run_in": ""})
        self.filled.placed.append(Placed("section"))

    def _turn(self, item: NewPage) -> None:
        if item == self.page:
            self.due = self.begun
            return
        if self.begun:
            self._section()
        self.page, self.due = item, False

    def _para(self, item: Para) -> None:
        if item.style in ("attachment_single", "attachment_first", "remark") and not self.due:
            self._hold_last()  # neither 附件说明 nor 附注 stands alone on a page
        inlines = self._title(item) if item.style in TITLES else item.inlines
        context = {
            "number": checked(item.number),
            "text": self.marker.encode(inlines),
            "run_in": self.marker.encode(item.run_in),
        }
        style = STYLES[item.style]
        placed = Placed(
            item.style,
            self.unique(item.id),
            self.due,
            pitch_mm=None if item.pitch_pt is None else pt_to_mm(item.pitch_pt),
            before_mm=self._before_mm(item, style.before),
            first=item.first,
            keep_next=False if style.keep_next and is_text(item) else None,
            white_mm=self.white_mm,
            hang=item.hang,
            label_cells=text_cells(item.number) if style.hanging and item.number else None,
        )
        self.white_mm = 0.0
        self.emit(item.style, context, "number", placed)

    def _before_mm(self, item: Para, usual: float) -> float | None:
        """White above a paragraph where its style does not say it; under 版头 the title's ink counts (7.3.1)."""
        if item.style == "title" and self.gap and self.gap == usual:
            lead_mm = _TITLE_LOW_MM if self.face == "order" else _TITLE_LEAD_MM
            tighter_mm = pt_to_mm(TITLE_PITCH_PT - (item.pitch_pt or TITLE_PITCH_PT))
            return self.gap * PITCH_MM - lead_mm + tighter_mm * _TITLE_LEAD_SHARE - self.low_mm
        return self.gap * PITCH_MM if self.gap != usual else None

    def _hold_last(self) -> None:
        """The signature is never parted from the last text: the block before it stays with what follows."""
        for position in range(len(self.filled.placed) - 1, -1, -1):
            placed = self.filled.placed[position]
            if placed.table is not None or placed.sample == "section" or placed.first:
                return
            self.filled.placed[position] = replace(placed, keep_next=True)
            if not placed.sample.startswith("attachment_"):
                return

    def _mark(self, item: Mark) -> None:
        header = item.header
        if header.mode == "none":
            return
        shape = headers.layout_mark(header.issuers, header.suffix, item.mark_mm)
        top_mm, extra_mm = self._mark_top(shape), 0.0
        if self.face != "letter":
            top_mm -= self._corner(header, top_mm)
        if header.mode == "full":
            self._issuers(shape, header, top_mm)
        elif self.face == "letter":  # the frame stays, and with it the place of all below
            placed = Placed("mark", before_mm=top_mm, after_mm=RED_RULE_MM, mark=shape, bare=True)
            self.emit("mark", {"text": ""}, "text", placed)
        else:
            extra_mm = top_mm + shape.height_mm
        foot_mm = _NUMBER_LEAD_MM + pt_to_mm(shape.size_pt * _MARK_FOOT_EM)
        self._number(header, HEADER.blank_lines_mark_to_number * PITCH_MM - foot_mm + extra_mm)

    def _mark_top(self, shape: headers.Mark) -> float:
        """White from the type area's top to the mark's line, so that its ink stands where the standard says; mm."""
        if self.face == "letter":
            return 0.0
        top = (
            ORDER.mark_top_from_page_mm - A4.top_mm if self.face == "order" else HEADER.mark_top_from_area_mm
        )
        return top - max(0.0, shape.row_pitch_mm - pt_to_mm(shape.size_pt * INK_EM))

    def _corner(self, header: Header, white_mm: float) -> float:
        """份号, 密级 and 紧急程度 in the white above the mark; returns the height they take, mm.

        An order's mark stands so high that they come closer to each other.
        """
        count = len(header.corner)
        pitch = min(PITCH_MM, white_mm / max(1, count))
        for key, text in header.corner:
            placed = Placed(key, self.unique(key), pitch_mm=None if pitch == PITCH_MM else pitch)
            self.emit(key, {"text": checked(text)}, "text", placed)
        return count * pitch

    def _issuers(self, shape: headers.Mark, header: Header, top_mm: float) -> None:
        placed = Placed("mark", self.unique("mark"), before_mm=top_mm, mark=shape)
        if shape.joint:
            context = {"names": [checked(name.text) for name in shape.names], "suffix": checked(shape.suffix)}
            context["names"] = [
                f"{BLOCK}{len(self.filled.placed)}{END}{context['names'][0]}",
                *context["names"][1:],
            ]
            self.emit("mark_joint", context, "", replace(placed, sample="mark_joint"))
            return
        self.emit("mark", {"text": checked(shape.names[0].text)}, "text", placed)

    def _number(self, header: Header, white_mm: float) -> None:
        """The number or the line of signers; `white_mm` is the white above it, its ink two lines below the mark's."""
        if self.face == "letter" and header.corner:
            self._beside(header)
            return
        if not header.number and not header.signers and header.mode == "full":
            return
        bare, after = header.mode == "reserved", RED_RULE_MM if header.mode == "reserved" else None
        number = self.marker.encode(header.number)
        before = white_mm if self.face != "letter" else None
        if not header.signers:
            placed = Placed("number", self.unique("number"), before_mm=before, after_mm=after, bare=bare)
            self.emit("number", {"text": number}, "text", placed)
            return
        texts, tabs = self._signer_lines(number, header.signers)
        ident = self.unique("number")
        placed = Placed("number_up", ident, before_mm=before, after_mm=after, tabs=tabs, bare=bare)
        self.emit("number_up", {"text": BREAK.join(texts)}, "text", placed)

    def _beside(self, header: Header) -> None:
        """The first of 份号, 密级, 紧急程度 of a letter stands left of the number, the others below (10.1)."""
        (key, first), *below = header.corner
        beside = checked(first) if STYLES[key].role == "fang" else f"{URGENT}{checked(first)}{PLAIN}"
        text = f"{beside}{TAB}{self.marker.encode(header.number)}"
        placed = Placed("number", self.unique("number"), tabs=(Tab(A4.area_width_mm, "right"),))
        self.emit("number", {"text": text}, "text", placed)
        for place, (key, text) in enumerate(below):
            self.low_mm = (
                (1 - LETTER_NUMBER_PITCH) / 2 * PITCH_MM
            )  # the number's line is lower than a line of text
            placed = Placed(key, self.unique(key), before_mm=None if place else self.low_mm)
            self.emit(key, {"text": checked(text)}, "text", placed)

    def _signer_lines(self, number: str, signers: tuple[Inlines, ...]) -> tuple[list[str], tuple[Tab, ...]]:
        """Two names a line; the number stands on the last line; names of later lines under the first (7.2.6)."""
        per_line = min(HEADER.signers_per_line, len(signers))
        lines = [signers[start : start + per_line] for start in range(0, len(signers), per_line)]
        texts = []
        for position, line in enumerate(lines):
            left = number if position == len(lines) - 1 else ""
            label = SIGNER_LABEL if position == 0 else TAB  # the label itself reaches the first name's place
            people = TAB.join(f"{PERSON}{self.marker.encode(name)}{PLAIN}" for name in line)
            texts.append(f"{TAB}{left}{TAB}{label}{people}")
        return texts, signer_stops(signers)

    def _title(self, item: Para) -> Inlines:
        page = page_for(self.page.paper, self.page.orientation)
        return title_lines(item.inlines, title_cells(page.area_width_pt, STYLES[item.style].size))

    def _table(self, whole: Table) -> None:
        table = in_parts(whole)
        page = page_for(table.paper, table.orientation)
        if not table.above and self.gap and self.filled.placed and not self.due:
            self.filled.placed[-1] = replace(self.filled.placed[-1], after_mm=self.gap * PITCH_MM)
        for line in table.above:
            self._sheet_line(line, page, keep_next=True)
            self.gap = 0.0
        ident = self.unique(table.id)
        context: dict[str, Any] = {
            "head": [checked(column.label) for column in table.columns],
            "rows": [
                {"cells": [self._cell(cell) for cell in _cells_shown(row.cells, row.span, len(table.columns))],
                 "total": row.role != "body"}
                for row in table.rows
            ],
        }  # fmt: skip
        context["head"][0] = f"{BLOCK}{len(self.filled.placed)}{END}{context['head'][0]}"
        rows = tuple(self.unique(row_id(ident, row.key)) for row in table.rows)
        self.emit(
            "table", context, "", Placed("table", ident, self.due, table=table, page=page, row_ids=rows)
        )
        self.gap = 0.0
        for line in table.below:
            self._sheet_line(line, page)

    def _sheet_line(self, items: tuple[Inlines, ...], page: Page, *, keep_next: bool = False) -> None:
        size, tabs = spread([wide(item) for item in items], page.area_width_mm)
        before = self.gap * PITCH_MM if self.gap else None
        placed = Placed(
            "sheet_line", "", self.due, before_mm=before, keep_next=keep_next or None, size_pt=size, tabs=tabs
        )
        self.emit("sheet_line", {"text": self.marker.line(items)}, "text", placed)

    def _cell(self, inlines: Inlines) -> str:
        """An empty cell is a visible blank by itself; a gap in it would only push against the rule."""
        return "" if is_gap(inlines) else self.marker.encode(inlines)

    def _signature(self, closing: Closing) -> None:
        self._hold_last()
        for sample, placed, text in signature(closing, self.marker):
            placed = replace(placed, id=self.unique(placed.id))
            if placed.grid is None:
                self.emit(sample, {"text": text}, "text", placed)
            else:
                rows = seal_rows(placed.grid, text)
                rows[0][0]["name"] = f"{BLOCK}{len(self.filled.placed)}{END}{rows[0][0]['name']}"
                self.emit(sample, {"rows": rows}, "", placed)

    def _imprint(self, imprint: Imprint, above: Para | None) -> None:
        texts = {
            "recipients": self._labelled("主送：", imprint.recipients),
            "cc": self._labelled("抄送：", imprint.cc),
            "office": self.marker.encode(imprint.office),
            "date": self.marker.encode(imprint.print_date),
        }
        if self.face == "letter" and not texts["recipients"] and not texts["cc"]:
            return
        if (
            self.place != "joined"
            and self.filled.blocks
            and not self.filled.blocks[-1]["k"].startswith("section")
        ):
            self._section()
        first = next((key for key in ("recipients", "cc", "office") if texts[key]), "office")
        date = text_cells(wide(imprint.print_date))
        if above is not None:
            self._para(above)
        placed = Placed("imprint", self.unique("imprint"), label_cells=date, takes_last=above is not None)
        self.emit("imprint", texts, first, placed)
        if self.place == "blank":
            self._section("imprint")
        self.filled.even_end = self.place in ("left", "blank")

    def _labelled(self, label: str, inlines: Inlines) -> str:
        return label + self.marker.encode(inlines) if inlines else ""


def _cells_shown(cells: tuple[Inlines, ...], span: int, columns: int) -> list[Inlines]:
    """The cells of a row that print: the first one, then those it does not cover; short rows are filled up."""
    width = max(1, min(span, columns))
    rest = list(cells[width:columns]) if len(cells) > width else []
    rest += [()] * (columns - width - len(rest))
    return [cells[0] if cells else (), *rest]
