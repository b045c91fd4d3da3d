"""A table → set lines of its cells and of the lines above and below it, with the height of every row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reporter.document.inline import Inlines, is_gap, words
from reporter.document.model import Row, Table
from reporter.typeset import tables
from reporter.typeset.linebreak import Measure
from reporter.typeset.setter import SetLine, Setter
from reporter.typeset.standard import Page, mm_to_pt
from reporter.typeset.styles import STYLES
from reporter.typeset.tallrows import parted

_LINE_SIZES_PT = (STYLES["sheet_line"].size, 12.0, 10.5)
LINE_PITCH = 1.5
"""Line height of the lines above and below a table, in their own em."""
ABOVE_PADDING_PT, BELOW_PADDING_PT = 2.0, 4.0  # custom: between a table and the lines beside it
_LINE_GAP_EM = 1.0


@dataclass(frozen=True, slots=True)
class SetCell:
    """A cell's lines; it covers `span` columns from `position`."""

    lines: tuple[SetLine, ...]
    position: int
    span: int = 1


@dataclass(frozen=True, slots=True)
class SetItems:
    """Items on one line above or below a table: a column each."""

    lines: tuple[tuple[SetLine, ...], ...]
    widths_pt: tuple[float, ...]
    size_pt: float

    @property
    def pitch_pt(self) -> float:
        """Line height."""
        return self.size_pt * LINE_PITCH

    @property
    def height_pt(self) -> float:
        """Of the tallest item."""
        return max((len(lines) for lines in self.lines), default=1) * self.pitch_pt


class TableLines:
    """Sets one table on one kind of page; equal cells are set once."""

    def __init__(self, table: Table, page: Page, setter: Setter) -> None:
        self.table, self.page, self.setter = table, page, setter
        wished = [float(column.width) for column in table.columns]
        self.grid = tables.layout_columns(wished, page.area_width_mm, float(table.type_size))
        self.widths_pt = tuple(mm_to_pt(column) for column in self.grid.columns_mm)

    def head(self) -> tuple[SetCell, ...]:
        """The header row."""
        widths = self.grid.text_widths_pt
        return tuple(
            SetCell(self._lines(words(column.label), widths[index], "hei"), index)
            for index, column in enumerate(self.table.columns)
        )

    def row(self, row: Row) -> tuple[SetCell, ...]:
        """A row; what is missing is empty, a group's first cell covers its columns."""
        role = "fang" if row.role == "body" else "hei"
        count = len(self.table.columns)
        span = max(1, min(row.span or 1, count))
        cells = []
        position = 0
        while position < count:
            width = span if position == 0 else 1
            content = row.cells[position] if position < len(row.cells) else ()
            if is_gap(content):  # an empty cell is a visible blank by itself
                content = ()
            cells.append(
                SetCell(self._lines(content, self._text_width(position, width), role), position, width)
            )
            position += width
        return tuple(cells)

    def rows(self) -> Iterator[tuple[Row, tuple[SetCell, ...]]]:
        """Every row with its set cells; one taller than half a page comes in parts, each with the key cells."""
        for row in parted(self.table, self.setter, self.page).rows:
            yield row, self.row(row)

    def row_height_pt(self, cells: Sequence[SetCell], head: bool = False) -> float:
        """Height of a set row, padding and one rule included, pt. A form's rows leave room for a hand."""
        lines = max((len(cell.lines) for cell in cells), default=1)
        inner = lines * self.grid.pitch_pt
        if self.table.role == "form" and not head:
            inner = max(inner, mm_to_pt(tables.FORM_ROW_MM))
        return inner + mm_to_pt(2 * tables.CELL_PADDING_V_MM + tables.TABLE_RULE_MM)

    def items(self, items: Sequence[Inlines]) -> SetItems:
        """Items over the width, each with the room that its text needs."""
        widths_em = [self.setter.inline_width_em(item, "fang") + _LINE_GAP_EM for item in items]
        area = self.page.area_width_pt
        fitting = (size for size in _LINE_SIZES_PT if sum(widths_em) * size <= area)
        size = next(fitting, _LINE_SIZES_PT[-1])
        spare = (area - sum(widths_em) * size) / len(items)
        factor = 1.0 if spare >= 0 else area / (sum(widths_em) * size)
        widths = [width * size * factor + max(spare, 0.0) for width in widths_em]
        lines = tuple(
            self.setter.lines(
                self.setter.runs(item, "fang"), Measure(max(width, size), size, justify=False), "fang"
            )
            for item, width in zip(items, widths, strict=True)
        )
        return SetItems(lines, tuple(widths), size)

    def _text_width(self, position: int, span: int) -> float:
        inset = self.widths_pt[position] - self.grid.text_widths_pt[position]
        return sum(self.widths_pt[position : position + span]) - inset

    def _lines(self, content: Inlines, width_pt: float, role: str) -> tuple[SetLine, ...]:
        measure = Measure(width_pt, self.grid.size_pt, justify=False)
        return self.setter.set_once(content, measure, role)
