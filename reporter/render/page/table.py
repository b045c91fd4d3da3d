"""Tables as set lines: fixed columns, our own breaks in the cells, nothing left for the engine to weigh."""

from __future__ import annotations

from collections.abc import Sequence

from reporter.document.inline import Inlines, words
from reporter.document.model import Column, Row, Table
from reporter.render.page.lines import SetLine, Setter, number
from reporter.render.page.view import Cell, Grid, GridRow, TableBlock
from reporter.typeset import tables
from reporter.typeset.linebreak import Measure
from reporter.typeset.standard import Page, mm_to_pt
from reporter.typeset.styles import STYLES

_LINE_SIZES_PT = (STYLES["sheet_line"].size, 12.0, 10.5)
_LINE_PITCH = 1.5
"""Line height of the lines above and below a table, in their own em."""
_LINE_GAP_EM = 1.0


class TableSetter:
    """Sets one table on one kind of page; equal cells are set once."""

    def __init__(self, table: Table, page: Page, setter: Setter) -> None:
        self.table, self.page, self.setter = table, page, setter
        wished = [float(column.width) for column in table.columns]
        self.grid = tables.layout_columns(wished, page.area_width_mm, float(table.type_size))
        self.widths_pt = tuple(mm_to_pt(column) for column in self.grid.columns_mm)
        self._set: dict[tuple[Inlines, float, str], tuple[SetLine, ...]] = {}

    def block(self) -> TableBlock:
        """The table with the lines above and below."""
        table = Grid(
            f"gw-table {self.table.role}",
            self.widths_pt,
            tuple(self._row(row) for row in self.table.rows),
            head=(GridRow(tuple(self._head(index) for index in range(len(self.table.columns)))),),
            style=f"font-size:{number(self.grid.size_pt)}pt;line-height:{number(self.grid.pitch_pt)}pt",
        )
        return TableBlock(
            table,
            above=tuple(self._items(line, "spread") for line in self.table.above if line),
            below=tuple(self._items(line, "left") for line in self.table.below if line),
        )

    def _head(self, index: int) -> Cell:
        text = words(self.table.columns[index].label)
        return Cell(self._lines(text, self.grid.text_widths_pt[index], "hei"))

    def _row(self, row: Row) -> GridRow:
        role = "fang" if row.role == "body" else "hei"
        span = max(1, min(row.span or 1, len(self.table.columns)))
        cells = []
        position = 0
        while position < len(self.table.columns):
            width = span if position == 0 else 1
            content = row.cells[position] if position < len(row.cells) else ()
            cells.append(self._cell(content, position, width, role, row.role))
            position += width
        return GridRow(tuple(cells), css="" if row.role == "body" else row.role)

    def _cell(self, content: Inlines, position: int, span: int, role: str, row_role: str) -> Cell:
        inset = self.widths_pt[position] - self.grid.text_widths_pt[position]
        width = sum(self.widths_pt[position : position + span]) - inset
        align = _align(self.table.columns[position])
        if position == 0 and row_role != "body":
            align = "left" if row_role == "group" else "center"
        return Cell(self._lines(content, width, role), align, colspan=span)

    def _lines(self, content: Inlines, width_pt: float, role: str) -> tuple[SetLine, ...]:
        key = (content, width_pt, role)
        if key not in self._set:
            measure = Measure(width_pt, self.grid.size_pt, justify=False)
            self._set[key] = self.setter.lines(self.setter.runs(content, role), measure, role)
        return self._set[key]

    def _items(self, items: Sequence[Inlines], align: str) -> Grid:
        """Items over the width, each with the room that its text needs; spread: last one flush right."""
        widths_em = [self.setter.inline_width_em(item, "fang") + _LINE_GAP_EM for item in items]
        area = self.page.area_width_pt
        fitting = (size for size in _LINE_SIZES_PT if sum(widths_em) * size <= area)
        size = next(fitting, _LINE_SIZES_PT[-1])
        spare = (area - sum(widths_em) * size) / len(items)
        factor = 1.0 if spare >= 0 else area / (sum(widths_em) * size)
        widths = [width * size * factor + max(spare, 0.0) for width in widths_em]
        cells = []
        for index, (item, width) in enumerate(zip(items, widths, strict=True)):
            measure = Measure(max(width, size), size, justify=False)
            lines = self.setter.lines(self.setter.runs(item, "fang"), measure, "fang")
            cells.append(Cell(lines, _place(index, len(items)) if align == "spread" else "left"))
        style = f"font-size:{number(size)}pt;line-height:{number(size * _LINE_PITCH)}pt"
        return Grid("gw-sheet-line", tuple(widths), (GridRow(tuple(cells)),), style=style)


def _align(column: Column) -> str:
    return "left" if column.align == "justify" else column.align


def _place(index: int, count: int) -> str:
    if index == 0:
        return "left"
    return "right" if index == count - 1 else "center"
