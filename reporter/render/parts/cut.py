"""A view cut where pages end, so that each part is laid out by itself and begins on a page of its own."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from reporter.document.model import Document
from reporter.render.page.view import Sheet, TableBlock, TextBlock, View
from reporter.typeset.flow import TableItem, flow
from reporter.typeset.prediction import Prediction

BIG_ROWS = 500
"""A document with more rows of tables is laid out in parts."""
PART_ROWS = 400
"""A part is closed at the next page's end after so many rows; memory of a process grows with them."""


class Part(Struct, frozen=True):
    """A view of its own and the page that it begins with, from 1."""

    view: View
    first_page: int


def is_big(document: Document) -> bool:
    """Whether the document is better laid out in parts."""
    rows = (len(item.table.rows) for item in flow(document) if isinstance(item, TableItem))
    return sum(rows) > BIG_ROWS


def cut(view: View, predicted: Prediction) -> tuple[Part, ...]:
    """The parts in order; together they hold every block and row of the view once."""
    return tuple(_Cutter(view, predicted).parts())


def bookmarks(view: View) -> tuple[tuple[str, int], ...]:
    """Titles and headings with their levels, in order."""
    blocks = (block for sheet in view.sheets for block in sheet.blocks)
    return tuple(
        (block.bookmark, block.bookmark_level)
        for block in blocks
        if isinstance(block, TextBlock) and block.bookmark
    )


class _Cutter:
    def __init__(self, view: View, predicted: Prediction) -> None:
        self.view = view
        self.heads = iter(zip(predicted.page_rows, predicted.table_pages, strict=True))
        self.sheets: list[Sheet] = []
        self.rows = 0
        self.first_page = 1

    def parts(self) -> Iterator[Part]:
        for sheet in self.view.sheets:
            self.sheets.append(Sheet(sheet.page))
            for block in sheet.blocks:
                if isinstance(block, TableBlock):
                    yield from self._table(block, sheet.page)
                else:
                    self.sheets[-1].blocks.append(block)
        yield self._closed()

    def _table(self, block: TableBlock, page: str) -> Iterator[Part]:
        page_rows, number = next(self.heads)
        begin = 0
        for page_number, row in enumerate(page_rows, number + 1):
            if self.rows + row - begin < PART_ROWS:
                continue
            self.sheets[-1].blocks.append(_rows(block, begin, row))
            yield self._closed()
            self.sheets, self.rows, self.first_page = [Sheet(page)], 0, page_number
            begin = row
        self.sheets[-1].blocks.append(_rows(block, begin, len(block.table.rows)))
        self.rows += len(block.table.rows) - begin

    def _closed(self) -> Part:
        return Part(replace(self.view, sheets=tuple(self.sheets)), self.first_page)


def _rows(block: TableBlock, begin: int, end: int) -> TableBlock:
    """Some rows of a table; the lines above go with the first of them, notes and the lines below with the last."""
    if begin == 0 and end == len(block.table.rows):
        return block
    first, last = begin == 0, end == len(block.table.rows)
    return replace(
        block,
        table=replace(block.table, rows=block.table.rows[begin:end]),
        above=block.above if first else (),
        below=block.below if last else (),
        notes=block.notes if last else (),
        style=block.style if last else "",
    )
