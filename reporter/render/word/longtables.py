"""Tables of many rows, filled a batch at a time, so that the memory a document takes does not grow with its rows.

The first batch goes through the template with all other blocks and leaves a mark behind its last row; the others are
filled, finished and put there as text while the file is packed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree

from reporter.document.model import Row
from reporter.ooxml.names import qn
from reporter.ooxml.package import serialise
from reporter.render.word.blocks import Filled
from reporter.render.word.finish import ROOM, Finisher
from reporter.render.word.placed import Placed
from reporter.render.word.template import Compiled

BATCH_ROWS = 200
_LEAST = 3  # so many rows at the end may be held together
_ROOM = re.compile(rf"<\?{ROOM} (\d+)\?>".encode())


@dataclass(frozen=True, slots=True)
class Batch:
    """Some rows of a table: its block for the template, and what the finisher does to them."""

    block: Mapping[str, Any]
    placed: Placed


Later = Mapping[int, tuple[Batch, ...]]
"""Number of a block → its rows behind the first batch."""


def in_batches(filled: Filled, rows: int = BATCH_ROWS) -> Later:
    """Shortens each table of more than `rows` rows to its first ones; gives the others."""
    later: dict[int, tuple[Batch, ...]] = {}
    for number, placed in enumerate(filled.placed):
        if placed.table is None or len(placed.table.rows) < rows + _LEAST:
            continue
        first, *others = _batches(filled.blocks[number], placed, rows)
        filled.blocks[number], filled.placed[number] = dict(first.block), first.placed
        later[number] = tuple(others)
    return later


def counts(later: Later) -> dict[int, int]:
    """Rows behind the first batch, by the number of the table's block."""
    return {number: sum(len(batch.placed.row_ids) for batch in batches) for number, batches in later.items()}


def _batches(block: Mapping[str, Any], placed: Placed, rows: int) -> Iterator[Batch]:
    table = placed.table
    assert table is not None
    ends = [*range(rows, len(table.rows) - _LEAST + 1, rows), len(table.rows)]
    for begin, end in zip([0, *ends], ends, strict=False):
        some: tuple[Row, ...] = table.rows[begin:end]
        yield Batch(
            {**block, "rows": block["rows"][begin:end]},
            replace(
                placed,
                id=placed.id if not begin else "",
                new_page=placed.new_page and not begin,
                table=replace(table, rows=some, below=table.below if end == len(table.rows) else ()),
                goes_on=end < len(table.rows),
                row_ids=placed.row_ids[begin:end],
            ),
        )


@dataclass(frozen=True, slots=True)
class Fill:
    """Fills the template with a batch."""

    compiled: Compiled
    context: Mapping[str, Any]

    def rows(self, batch: Batch, finisher: Finisher) -> bytes:
        """The finished rows as they stand in the text of the whole."""
        root = self.compiled.body({**self.context, "blocks": [batch.block]})
        table = finisher.table(root, batch.placed)
        rows = list(table.iterchildren(qn("w:tr")))[-len(batch.placed.row_ids) :]
        for place in (rows[0].addprevious, rows[-1].addnext):
            place(etree.ProcessingInstruction(ROOM, "0"))
        return _ROOM.split(serialise(root))[2]


def whole_text(
    root: etree._Element, later: Later, bookmarks: Mapping[int, int], fill: Fill
) -> Iterator[bytes]:
    """document.xml in pieces: `root` as text, and where a table was shortened its other rows.

    `bookmarks` is the number of the last bookmark before a table's other rows.
    """
    text = serialise(root)
    position = 0
    for found in _ROOM.finditer(text):
        yield text[position : found.start()]
        number = int(found[1])
        finisher = Finisher([], bookmarks=bookmarks[number])
        for batch in later[number]:
            yield fill.rows(batch, finisher)
        position = found.end()
    yield text[position:]
