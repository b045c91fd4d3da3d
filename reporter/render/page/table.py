"""Tables as grids for the engine: fixed columns, our own breaks in the cells, nothing left for it to weigh."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reporter.document.inline import Inlines
from reporter.document.model import Column, Row
from reporter.render.page.view import Cell, Grid, GridRow, TableBlock, number
from reporter.typeset.tablelines import SetCell, TableLines
from reporter.typeset.tables import held_rows


def table_block(lines: TableLines) -> TableBlock:
    """The table with the lines above and below."""
    table, grid = lines.table, lines.grid
    body = Grid(
        f"gw-table {table.role}",
        lines.widths_pt,
        tuple(_rows(lines)),
        head=(GridRow(tuple(Cell(cell.lines) for cell in lines.head())),),
        style=f"font-size:{number(grid.size_pt)}pt;line-height:{number(grid.pitch_pt)}pt",
    )
    return TableBlock(
        body,
        above=tuple(_items(lines, line, "spread") for line in table.above if line),
        below=tuple(_items(lines, line, "left") for line in table.below if line),
    )


def _rows(lines: TableLines) -> Iterator[GridRow]:
    found = list(lines.rows())
    held = held_rows([row.role for row, _ in found])
    for index, (row, cells) in enumerate(found):
        yield _row(lines, row, cells, held=index in held)


def _row(lines: TableLines, row: Row, set_cells: Sequence[SetCell], *, held: bool) -> GridRow:
    cells = []
    for cell in set_cells:
        align = _align(lines.table.columns[cell.position])
        if cell.position == 0 and row.role != "body":
            align = "left" if row.role == "group" else "center"
        cells.append(Cell(cell.lines, align, colspan=cell.span))
    names = ("" if row.role == "body" else row.role, "held" if held else "")
    return GridRow(tuple(cells), css=" ".join(name for name in names if name))


def _items(lines: TableLines, items: Sequence[Inlines], align: str) -> Grid:
    """spread: the last item flush right."""
    found = lines.items(items)
    cells = tuple(
        Cell(one, _place(index, len(items)) if align == "spread" else "left")
        for index, one in enumerate(found.lines)
    )
    style = f"font-size:{number(found.size_pt)}pt;line-height:{number(found.pitch_pt)}pt"
    return Grid("gw-sheet-line", found.widths_pt, (GridRow(cells),), style=style)


def _align(column: Column) -> str:
    return "left" if column.align == "justify" else column.align


def _place(index: int, count: int) -> str:
    if index == 0:
        return "left"
    return "right" if index == count - 1 else "center"
