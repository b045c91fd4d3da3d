"""Tables of many rows, filled a batch at a time, so that the memory a document takes does not grow with its rows.

The first batch goes through the template with all other blocks; the others are filled and finished while the file is
packed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reporter.render.word.blocks import Filled

BATCH_ROWS = 200

Later = Mapping[int, tuple[Mapping[str, Any], ...]]
"""Number of a block → the blocks that fill the template with its rows behind the first batch."""


def in_batches(filled: Filled, rows: int = BATCH_ROWS) -> Later:
    """Shortens what the template gets of each table of more than `rows` rows; gives the rest.

    What the finisher does stays that of the whole table: no row knows of the batches.
    """
    later: dict[int, tuple[Mapping[str, Any], ...]] = {}
    for number, placed in enumerate(filled.placed):
        if placed.table is not None and len(placed.table.rows) > rows:
            block = filled.blocks[number]
            begins = range(0, len(placed.table.rows), rows)
            first, *others = ({**block, "rows": block["rows"][begin : begin + rows]} for begin in begins)
            filled.blocks[number], later[number] = first, tuple(others)
    return later
