"""Rows taller than half a page, parted before layout: each part repeats the key cells, later ones with （续）.

For renderers that leave the setting of lines to another program (DOCX); the PDF parts its own set lines the same way.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reporter.document.inline import Inline, Inlines, Text, plain
from reporter.document.model import Row, Table
from reporter.typeset.linebreak import Advance
from reporter.typeset.tablelines import KEY_LINES, key_columns
from reporter.typeset.tables import (
    CONTINUED,
    SPLIT_SHARE,
    Grid,
    cell_line_ends,
    layout_columns,
    most_lines,
    page_for,
    row_lines,
    split_row,
)

_PLENTY = 60
"""A row with fewer characters in every cell cannot reach half a page."""


def parted(table: Table, advance: Advance) -> Table:
    """`table` with each row taller than half its page as several rows; the same object when none is."""
    if not any(_long(row) for row in table.rows):
        return table
    page = page_for(table.paper, table.orientation)
    wished = [float(column.width) for column in table.columns]
    grid = layout_columns(wished, page.area_width_mm, float(table.type_size))
    most = most_lines(SPLIT_SHARE * page.area_height_mm, grid)
    keys = sorted(key_columns(table))

    def parts(row: Row) -> Iterator[Row]:
        texts = [plain(cell) for cell in row.cells]
        if not _long(row) or row.span or row_lines(texts, grid, advance) <= most:
            yield row
            return
        short = [key for key in keys if _lines(texts[key], grid, key, advance) <= KEY_LINES]
        for number, part in enumerate(split_row(texts, grid, most, advance, short), 1):
            cells = [_slice(cell, *span) for cell, span in zip(row.cells, part.spans, strict=True)]
            if part.continued and short:
                cells[short[0]] = (*cells[short[0]], Text(CONTINUED))
            yield replace(row, key=f"{row.key}~{number}" if number > 1 else row.key, cells=tuple(cells))

    return replace(table, rows=tuple(part for row in table.rows for part in parts(row)))


def _long(row: Row) -> bool:
    return any(len(plain(cell)) > _PLENTY for cell in row.cells)


def _lines(text: str, grid: Grid, column: int, advance: Advance) -> int:
    return len(cell_line_ends(text, grid.text_widths_pt[column], grid.size_pt, advance))


def _slice(inlines: Inlines, start: int, end: int) -> Inlines:
    """The inlines of characters `start` to `end`; marks survive, blanks and notes go with the part they stand in."""
    result: list[Inline] = []
    position, whole = 0, len(plain(inlines))
    for inline in inlines:
        if isinstance(inline, Text):
            text = inline.text[max(0, start - position) : max(0, end - position)]
            result += [replace(inline, text=text)] if text else []
        elif start <= position < end or position == end == whole > start:
            result.append(inline)
        position += len(plain((inline,)))
    return tuple(result)
