"""Tables for eyes and ears: a caption, heads of columns, rows and groups with their scope."""

from __future__ import annotations

from typing import Protocol

from reporter.document.inline import Blank, Inlines, plain
from reporter.document.model import Column, Row, Table
from reporter.render.site.view import Cell, Run, Runs, TableView
from reporter.render.site.view import Row as RowView

_ORDINALS = frozenset({"序号", "编号", "编码"})


class Writes(Protocol):
    """Inlines as runs, with footnotes numbered."""

    def runs(self, inlines: Inlines, breaks: bool = False) -> Runs:
        """The runs of one text."""


def table_view(table: Table, writer: Writes, caption: Inlines, spoken: str, name: str) -> TableView:
    """The table under `caption`; where the document prints none, `spoken` is said instead."""
    head = tuple(Cell(_of(column.label), "center", "col") for column in table.columns)
    named = _named_column(table.columns)
    bodies: list[list[RowView]] = [[]]
    shown_caption = writer.runs(caption)
    above = tuple(tuple(writer.runs(item) for item in line) for line in table.above if line)
    for row in table.rows:
        if row.role == "group" and bodies[-1]:
            bodies.append([])
        bodies[-1].append(_row(row, table.columns, named, writer))
    below = tuple(tuple(writer.runs(item) for item in line) for line in table.below if line)
    said = "" if shown_caption else spoken.replace("\n", "")
    return TableView(name, shown_caption, said, head, tuple(map(tuple, bodies)), above, below)


def _row(row: Row, columns: tuple[Column, ...], named: int, writer: Writes) -> RowView:
    width = max(1, min(row.span, len(columns)))
    cells = []
    for position in (0, *range(width, len(columns))):
        inlines = row.cells[position] if position < len(row.cells) else ()
        # A cell that is to be filled in by hand is empty by itself.
        runs = () if len(inlines) == 1 and isinstance(inlines[0], Blank) else writer.runs(inlines, True)
        scope = _scope(row, position, named, inlines)
        cells.append(Cell(runs, columns[position].align, scope, 1 if position else width))
    return RowView(tuple(cells), "" if row.role == "body" else row.role)


def _scope(row: Row, position: int, named: int, inlines: Inlines) -> str:
    if row.role == "body":
        return "row" if position == named and plain(inlines) else ""
    if position:
        return ""
    return "rowgroup" if row.role == "group" else "row"


def _named_column(columns: tuple[Column, ...]) -> int:
    """The column that names its row: the first that is not a mere number."""
    return 1 if len(columns) > 1 and columns[0].label.replace("　", "") in _ORDINALS else 0


def _of(text: str) -> Runs:
    """A label, with the breaks that it was given."""
    runs: list[Run] = []
    for position, line in enumerate(text.split("\n")):
        runs += [Run("break")] if position else []
        runs += [Run("text", line)] if line else []
    return tuple(runs)
