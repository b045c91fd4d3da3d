"""A table → set lines of its cells and of the lines above and below it, with the height of every row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

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


class SetCell(Struct, frozen=True):
    """A cell's lines; it covers `span` columns from `position`."""

    lines: tuple[SetLine, ...]
    position: int
    span: int = 1


class SetItems(Struct, frozen=True):
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
        self._text_widths_pt = self.grid.text_widths_pt
        self._measures: dict[tuple[int, int], Measure] = {}

    def head(self) -> tuple[SetCell, ...]:
        """The header row."""
        measures = [Measure(width, self.grid.size_pt, justify=False) for width in self._text_widths_pt]
        return tuple(
            SetCell(self.setter.set_once(words(column.label), measures[index], "hei"), index)
            for index, column in enumerate(self.table.columns)
        )

    def row(self, row: Row) -> tuple[SetCell, ...]:
        """A row; what is missing is empty, a group's first cell covers its columns."""
        role = _role(row)
        return tuple(
            SetCell(self.setter.set_once(content, self._measure(position, span), role), position, span)
            for content, position, span in self._contents(row)
        )

    def height_pt(self, row: Row) -> float:
        """Height of a row that nobody needs to see set."""
        role, count = _role(row), self.setter.line_count
        cells = self._contents(row)
        lines = [count(content, self._measure(position, span), role) for content, position, span in cells]
        return self._height_pt(max(lines, default=1))

    def _contents(self, row: Row) -> list[tuple[Inlines, int, int]]:
        """The cells of a row, each with its first column and the number of those it covers."""
        count = len(self.table.columns)
        span = max(1, min(row.span or 1, count))
        shown = [0, *range(span, count)]
        contents = [row.cells[position] if position < len(row.cells) else () for position in shown]
        # an empty cell is a visible blank by itself
        return [
            (() if is_gap(content) else content, position, 1 if position else span)
            for content, position in zip(contents, shown, strict=True)
        ]

    def rows(self) -> Iterator[tuple[Row, tuple[SetCell, ...]]]:
        """Every row with its set cells; one taller than half a page comes in parts, each with the key cells."""
        for row in self.parts():
            yield row, self.row(row)

    def parts(self) -> tuple[Row, ...]:
        """The rows, those taller than half a page in parts."""
        return parted(self.table, self.setter, self.page).rows

    def row_height_pt(self, cells: Sequence[SetCell], head: bool = False) -> float:
        """Height of a set row, padding and one rule included, pt. A form's rows leave room for a hand."""
        return self._height_pt(max((len(cell.lines) for cell in cells), default=1), head)

    def _height_pt(self, lines: int, head: bool = False) -> float:
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

    def _measure(self, position: int, span: int) -> Measure:
        """The measure of a cell's text."""
        known = self._measures.get((position, span))
        if known is None:
            inset = self.widths_pt[position] - self._text_widths_pt[position]
            width_pt = sum(self.widths_pt[position : position + span]) - inset
            known = self._measures[position, span] = Measure(width_pt, self.grid.size_pt, justify=False)
        return known


def _role(row: Row) -> str:
    return "fang" if row.role == "body" else "hei"
