"""The flow of a Document → sheets of blocks whose lines are set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from reporter.document.inline import Inlines, plain, words
from reporter.document.model import Document
from reporter.render.page.closing import imprint_block, signature_block
from reporter.render.page.header import header_block
from reporter.render.page.lines import SetLine, Setter, label_of, number, printable
from reporter.render.page.table import TableSetter
from reporter.render.page.view import Sheet, TextBlock, View, ViewBlock
from reporter.typeset.flow import Foot, Item, Mark, NewPage, Para, Signature, TableItem, flow
from reporter.typeset.gaps import TITLES, blank_lines
from reporter.typeset.linebreak import Measure
from reporter.typeset.standard import A4, CELL_PT, PITCH_PT, WUHAO_PT, Page, text_cells
from reporter.typeset.styles import STYLES, Style
from reporter.typeset.tables import page_for

_LISTED = frozenset({"attachment_single", "attachment_first", "attachment_next"})
Place = Literal["joined", "left", "blank"]


def build(document: Document, setter: Setter, imprint_place: Place = "joined") -> View:
    """Everything that a face prints. `imprint_place` comes from a first layout (see `pdf`)."""
    state = state_of(document)
    setter.width_em(state, STYLES["state"].role)
    return View(
        face=document.face,
        title=printable(plain(document.title, "＿＿")).replace("\n", ""),
        state=state,
        sheets=tuple(_Builder(document, setter, imprint_place).sheets()),
    )


def imprint_on_own_sheet(document: Document) -> bool:
    """Whether a page begins with 版记 whatever its place, as behind a landscape table."""
    items = flow(document)
    return any(isinstance(one, NewPage) and isinstance(next_, Foot) for one, next_ in pairwise(items))


def state_of(document: Document) -> str:
    """What the top margin says: the state unless final, and 样稿 for a sample."""
    parts = ["样稿"] if document.sample else []
    if document.state != "定稿":
        parts.append(printable(document.state).replace("\n", " "))
    return "　".join(parts)


class _Builder:
    def __init__(self, document: Document, setter: Setter, imprint_place: Place) -> None:
        self.document, self.setter, self.imprint_place = document, setter, imprint_place
        self.page: Page = A4
        self.sheet = Sheet("a4")
        self.before: Item | None = None
        self.title_gap_pt = 0.0

    def sheets(self) -> Iterator[Sheet]:
        """Sheets in order; those without anything on them are left out."""
        items = flow(self.document)
        for index, item in enumerate(items):
            if isinstance(item, NewPage):
                yield from self._finished()
                self._turn(item)
                continue
            if isinstance(item, Foot) and self.imprint_place != "joined":
                yield from self._finished()
                self._turn(NewPage())
            following = items[index + 1] if index + 1 < len(items) else None
            block = self._block(item, following)
            if block is not None:
                self.sheet.blocks.append(block)
                self.before = item
        yield from self._finished()

    def _finished(self) -> Iterator[Sheet]:
        if self.sheet.blocks:
            yield self.sheet

    def _turn(self, item: NewPage) -> None:
        self.page = page_for(item.paper, item.orientation)
        wide = "-landscape" if self.page.landscape else ""
        self.sheet = Sheet(item.paper.lower() + wide)
        self.before = None

    def _block(self, item: Item, following: Item | None) -> ViewBlock | None:
        match item:
            case Mark():
                block = header_block(item, self.setter)
                self.title_gap_pt = block.title_gap_pt if block else 0.0
                return block
            case Para():
                return self._para(item, following)
            case TableItem(table=table):
                found = TableSetter(table, self.page, self.setter).block()
                return replace(found, style=self._margin(item), notes=self._notes())
            case Signature(closing=closing):
                return signature_block(closing, self.setter)
            case Foot(imprint=imprint):
                return imprint_block(imprint, self.document.face, self.imprint_place, self.setter)
        return None

    def _margin(self, item: Item) -> str:
        gap = blank_lines(self.before, item) * PITCH_PT
        if isinstance(self.before, Mark):
            gap = self.title_gap_pt
        return f"margin-top:{number(gap)}pt" if gap else ""

    def _para(self, item: Para, following: Item | None) -> TextBlock:
        style = _fitted(STYLES[item.style], item)
        margin = self._margin(item)
        lines = self._set(item, style)
        level = 1 if item.style in TITLES else style.outline + 1 if style.outline else 0
        tag = f"h{level}" if level and not item.run_in else "p"
        css = style.css + (" run-in" if item.run_in else "")
        listed, list_follows = (
            item.style in _LISTED,
            isinstance(following, Para) and following.style in _LISTED,
        )
        if isinstance(following, Signature) or list_follows:
            css += " last-lines"
        if list_follows or (listed and isinstance(following, Para | Signature)):
            css += " keep-next"
        return TextBlock(
            css=css,
            lines=lines,
            tag=tag,
            style=";".join(part for part in (margin, _indents(style, item)) if part),
            bookmark=label_of(item.number, item.inlines) if level else "",
            bookmark_level=level,
            notes=self._notes(),
        )

    def _set(self, item: Para, style: Style) -> tuple[SetLine, ...]:
        if item.style in TITLES:
            cells = self.page.area_width_pt // style.size
            return self.setter.title(item.inlines, style.role, cells)
        measure = Measure(
            width_pt=self.page.area_width_pt - style.right * CELL_PT,
            size_pt=style.size,
            first_indent_pt=(style.first - style.hanging) * CELL_PT,
            left_pt=style.left * CELL_PT,
            justify=style.align == "justify",
        )
        head = self.setter.runs(words(item.number) + item.inlines, style.role)
        return self.setter.lines(head + self.setter.runs(item.run_in, "fang"), measure, style.role)

    def _notes(self) -> tuple[tuple[SetLine, ...], ...]:
        return tuple(self._note(mark, content) for mark, content in self.setter.take_notes())

    def _note(self, mark: str, content: Inlines) -> tuple[SetLine, ...]:
        measure = Measure(self.page.area_width_pt, WUHAO_PT)
        return self.setter.lines(self.setter.runs(words(mark) + content, "fang"), measure, "fang")


def _fitted(style: Style, item: Para) -> Style:
    """A hanging label takes the width it has: 10. is wider than 9., and the name starts after it."""
    if not (style.hanging and item.number):
        return style
    start, width = style.left - style.hanging, text_cells(item.number)
    return replace(style, left=start + width, hanging=width)


def _indents(style: Style, item: Para) -> str:
    """Only where they differ from the style's own rule."""
    if not (style.hanging and item.number):
        return ""
    return f"padding-left:{number(style.left * CELL_PT)}pt;text-indent:{number(-style.hanging * CELL_PT)}pt"
