"""A Document with some of its runs changed: one walk over everything that holds inline content."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from reporter.document.inline import Inline, Inlines, Text
from reporter.document.model import Block, Closing, Document, Heading, Issued, Paragraph, Row, Table

Change = Callable[[Text], Inline]


def changed(document: Document, change: Change) -> Document:
    """`document` with every run of its title, body, issued texts and closing through `change`.

    Attachments are Documents of their own and stay as they are. What does not change is the same object.
    """
    walk = _Walk(change)
    return replace(
        document,
        title=walk.inlines(document.title),
        body=walk.blocks(document.body),
        issued=tuple(walk.issued(one) for one in document.issued),
        closing=walk.closing(document.closing),
        disclosure=walk.inlines(document.disclosure),
        web=tuple(replace(one, value=walk.inlines(one.value)) for one in document.web),
    )


class _Walk:
    def __init__(self, change: Change) -> None:
        self._change = change

    def inlines(self, inlines: Inlines) -> Inlines:
        after = tuple(self._change(one) if isinstance(one, Text) else one for one in inlines)
        return inlines if after == inlines else after

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(self._block(block) for block in blocks)

    def issued(self, one: Issued) -> Issued:
        return replace(
            one, title=self.inlines(one.title), body=self.blocks(one.body), closing=self.closing(one.closing)
        )

    def closing(self, closing: Closing | None) -> Closing | None:
        if closing is None:
            return None
        return replace(closing, date=self.inlines(closing.date), remark=self.inlines(closing.remark))

    def _block(self, block: Block) -> Block:
        match block:
            case Paragraph():
                return replace(block, inlines=self.inlines(block.inlines))
            case Heading():
                return replace(block, inlines=self.inlines(block.inlines), run_in=self.inlines(block.run_in))
            case Table():
                return self._table(block)

    def _table(self, table: Table) -> Table:
        return replace(
            table,
            title=self.inlines(table.title),
            above=tuple(tuple(self.inlines(item) for item in line) for line in table.above),
            below=tuple(tuple(self.inlines(item) for item in line) for line in table.below),
            rows=tuple(self._row(row) for row in table.rows),
        )

    def _row(self, row: Row) -> Row:
        cells = tuple(self.inlines(cell) for cell in row.cells)
        return row if cells == row.cells else replace(row, cells=cells)
