"""Tables of many rows, filled a batch at a time, so that the memory a document takes does not grow with its rows.

The first batch goes through the template with all other blocks; the others are filled and finished while the file is
packed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from reporter.document.model import Row
from reporter.frozen import frozen
from reporter.render.word.blocks import Filled
from reporter.render.word.placed import Placed

BATCH_ROWS = 200
_LEAST = 3  # so many rows at the end may be held together


@frozen
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
