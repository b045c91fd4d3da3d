"""A plain sheet: raw values in rows and columns that count from 1, and what the file says about its cells."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import cached_property

from msgspec import Struct, field

from reporter.refs import Cell

Raw = str | float | int | bool | date | datetime | time | timedelta | None
"""One value as the file stores it; an empty cell is None."""

_MARGIN = 256
"""Merged ranges are followed so many columns beyond the last value; further out nobody reads them."""


class Area(Struct, frozen=True):
    """A merged range; both corners belong to it."""

    top: int
    left: int
    bottom: int
    right: int


class Located(Struct, frozen=True):
    """A raw value and the cell it stands in (for a covered cell of a merged range: the range's first cell)."""

    raw: Raw
    cell: Cell
    merged_rows: int = 1


class Sheet(Struct, frozen=True, dict=True):
    """One sheet of one file. `rows[0]` is row 1; rows may have different lengths."""

    file: str
    name: str
    rows: tuple[tuple[Raw, ...], ...]
    merged: tuple[Area, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    unsaved: frozenset[tuple[int, int]] = frozenset()
    """Formulas without a stored result: the value is unknown, not empty."""
    errors: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """Excel error values such as #N/A."""
    padded: Mapping[tuple[int, int], int] = field(default_factory=dict)
    """Numbers shown with leading zeros, and to how many digits."""
    percents: frozenset[tuple[int, int]] = frozenset()
    """Numbers shown as a percentage (stored 0.85, shown 85%)."""
    scaled: frozenset[tuple[int, int]] = frozenset()
    """Numbers shown many times smaller than they are stored (stored 125000, shown 12.5 with 万元 behind it)."""
    epoch_1904: bool = False

    def cell(self, row: int, column: int) -> Cell:
        return Cell(self.file, self.name, row, column)

    def value(self, row: int, column: int) -> Raw:
        """The value at row and column, None beyond the sheet's edge."""
        if row > len(self.rows) or column > len(self.rows[row - 1]):
            return None
        return self.rows[row - 1][column - 1]

    def at(self, row: int, column: int) -> Located:
        """The value that a reader of the sheet sees there: a covered cell shows its merged range's first cell."""
        area = self.covering(row, column)
        if area is None:
            return Located(self.value(row, column), self.cell(row, column))
        rows = area.bottom - area.top + 1
        return Located(self.value(area.top, area.left), self.cell(area.top, area.left), rows)

    def covering(self, row: int, column: int) -> Area | None:
        """The merged range that holds a cell, if any."""
        return self._covered.get((row, column)) if self.merged else None

    @cached_property
    def width(self) -> int:
        return max((len(row) for row in self.rows), default=0)

    @cached_property
    def _covered(self) -> Mapping[tuple[int, int], Area]:
        covered: dict[tuple[int, int], Area] = {}
        width = self.width + _MARGIN
        for area in self.merged:
            for row in range(area.top, min(area.bottom, len(self.rows)) + 1):
                for column in range(area.left, min(area.right, width) + 1):
                    covered[(row, column)] = area
        return covered
