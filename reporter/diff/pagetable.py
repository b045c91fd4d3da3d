"""Tables of the page: woven into one (inline) and both sides in one (side by side); equal rows are folded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from markupsafe import Markup
from msgspec import Struct

from reporter.diff.entries import Sort, sides, taken, whole
from reporter.diff.marked import marked, said
from reporter.diff.model import (
    NEW_SIDE,
    OLD_SIDE,
    CellText,
    ColumnStep,
    Edit,
    FigureChange,
    Kind,
    Row,
    RowStep,
    Table,
    TableSteps,
)
from reporter.diff.said import KINDS

_FEW = 2
"""So many equal rows in one place are shown, more are folded."""


class CellView(Struct, frozen=True):
    """A cell: its text, the class for it, whether it heads the row."""

    html: Markup
    css: str = ""


class RowView(Struct, frozen=True):
    """A row of the table, or with `folded` a place where equal rows are."""

    cells: tuple[CellView, ...] = ()
    kind: Kind = "same"
    mark: str = ""
    sorts: str = ""
    folded: tuple[RowView, ...] = ()


class TableView(Struct, frozen=True):
    """A table as the page shows it. `across` counts its columns, the one of marks in front counted."""

    head: tuple[tuple[CellView, ...], ...]
    rows: tuple[RowView, ...]
    across: int


def plain_table(table: Table, kind: Kind = "same") -> TableView:
    """A table that is the same on both sides, new or gone."""
    css = kind if kind != "same" else ""
    head = tuple(CellView(said(column.label), css) for column in table.columns)
    rows = tuple(
        RowView(tuple(CellView(_whole(cell.text, kind)) for cell in row.cells), kind, _mark(kind))
        for row in table.rows
    )
    return TableView((head,), rows, len(table.columns) + 1)


def _whole(text: str, kind: Kind) -> Markup:
    if kind in ("inserted", "deleted", "moved_away"):
        return marked(whole("insert" if kind == "inserted" else "delete", text))
    return said(text)


def _mark(kind: Kind) -> str:
    return "" if kind == "same" else KINDS[kind]


class Weaver:
    """The views of a table that both sides have."""

    def __init__(self, steps: TableSteps, old: Table, new: Table, figures: Sequence[FigureChange]) -> None:
        self.steps, self.old, self.new = steps, old, new
        left = list(figures)
        self._sorts = [self._sorts_of(step, left) for step in steps.rows]

    def _sorts_of(self, step: RowStep, left: list[FigureChange]) -> str:
        found: list[Sort] = ["tables"]
        edits = [edit for cell in step.cells for edit in cell.edits]
        if step.kind == "inserted" and step.new is not None:
            edits = [edit for cell in self.new.rows[step.new].cells for edit in whole("insert", cell.text)]
        elif step.kind == "deleted" and step.old is not None:
            edits = [edit for cell in self.old.rows[step.old].cells for edit in whole("delete", cell.text)]
        if left and edits and taken(left, *sides(edits)):
            found.append("figures")
        return " ".join(found)

    def inline(self) -> TableView:
        """One table, columns and rows of both sides woven."""
        head = tuple(self._label(step) for step in self.steps.columns)
        rows = tuple(
            RowView(tuple(self._inline(step)), step.kind, _mark(step.kind), sorts)
            for step, sorts in zip(self.steps.rows, self._sorts, strict=True)
        )
        return TableView((head,), tuple(folded(rows)), len(head) + 1)

    def beside(self) -> TableView:
        """One table with the columns of the old side, then those of the new side."""
        left, right = len(self.old.columns), len(self.new.columns)
        top = CellView(Markup(left)), CellView(Markup(right))
        head = tuple(CellView(said(column.label), "old") for column in self.old.columns)
        head += tuple(CellView(said(column.label), "new") for column in self.new.columns)
        rows = tuple(
            RowView(tuple(self._beside(step)), step.kind, _mark(step.kind), sorts)
            for step, sorts in zip(self.steps.rows, self._sorts, strict=True)
        )
        return TableView((top, head), tuple(folded(rows)), left + right + 1)

    def _label(self, step: ColumnStep) -> CellView:
        old, new = self.old.label(step.old), self.new.label(step.new)
        if step.kind in ("inserted", "moved"):
            return CellView(marked(whole("insert", new)), step.kind)
        if step.kind in ("deleted", "moved_away"):
            return CellView(marked(whole("delete", old)), step.kind)
        if old != new:
            return CellView(marked(whole("delete", old) + whole("insert", new)), "edited")
        return CellView(said(new))

    def _inline(self, step: RowStep) -> Iterator[CellView]:
        old = self.old.rows[step.old] if step.old is not None and step.kind != "inserted" else None
        new = self.new.rows[step.new] if step.new is not None and step.kind != "deleted" else None
        spanned = _spanned(old, len(self.old.columns)) or _spanned(new, len(self.new.columns))
        if spanned:
            yield from self._as_they_are(step, old, new)
            return
        for column in self.steps.columns:
            yield CellView(marked(self._pieces(step, column, old, new)), _shade(step, column))

    def _as_they_are(self, step: RowStep, old: Row | None, new: Row | None) -> Iterator[CellView]:
        """The cells of a row that covers several columns (a group's or a total's line)."""
        row = old if new is None or step.kind == "moved_away" else new
        changed = {cell.new_column: cell.edits for cell in step.cells}
        for index, cell in enumerate(row.cells if row else ()):
            yield CellView(marked(changed[index]) if index in changed else _whole(cell.text, step.kind))

    def _pieces(
        self, step: RowStep, column: ColumnStep, old: Row | None, new: Row | None
    ) -> tuple[Edit, ...]:
        before = old.cells[column.old].text if old and column.old is not None else ""
        after = new.cells[column.new].text if new and column.new is not None else ""
        if old is None or column.kind == "inserted":
            return whole("insert", after)
        if new is None or column.kind in ("deleted", "moved_away") or step.kind == "moved_away":
            return whole("delete", before)
        if column.kind == "moved":
            return whole("insert", after)
        for cell in step.cells:
            if cell.new_column == column.new:
                return cell.edits
        return whole("equal", after)

    def _beside(self, step: RowStep) -> Iterator[CellView]:
        before = {cell.old_column: cell.edits for cell in step.cells}
        after = {cell.new_column: cell.edits for cell in step.cells}
        gone, came = step.kind in ("deleted", "moved_away"), step.kind in ("inserted", "moved")
        old = self.old.rows[step.old] if step.old is not None and step.kind in OLD_SIDE else None
        new = self.new.rows[step.new] if step.new is not None and step.kind in NEW_SIDE else None
        yield from _half(old.cells if old else (), before, gone, ("old", len(self.old.columns)))
        if came and step.kind == "moved":
            after = {}
        yield from _half(new.cells if new else (), after, came, ("new", len(self.new.columns)))


def _half(
    cells: Sequence[CellText], edits: dict[int, tuple[Edit, ...]], whole_row: bool, side: tuple[str, int]
) -> Iterator[CellView]:
    """The cells of one side, padded to its columns."""
    name, across = side
    for index in range(across):
        text = cells[index].text if index < len(cells) else ""
        if whole_row:
            pieces = whole("delete" if name == "old" else "insert", text)
        elif index in edits:
            old, new = sides(edits[index])
            pieces = old if name == "old" else new
        else:
            pieces = whole("equal", text)
        css = name if cells else f"{name} none"
        yield CellView(marked(pieces), f"{css} edited" if index in edits and not whole_row else css)


def _spanned(row: Row | None, columns: int) -> bool:
    return row is not None and len(row.cells) != columns


def _shade(step: RowStep, column: ColumnStep) -> str:
    if column.kind in ("inserted", "deleted", "moved", "moved_away"):
        return column.kind
    changed = any(cell.new_column == column.new and not cell.renumbered for cell in step.cells)
    return "edited" if changed and step.kind != "moved_away" else ""


def folded(rows: Sequence[RowView]) -> Iterator[RowView]:
    """Stretches of equal rows as one row each."""
    for same, group in groupby(rows, key=lambda row: row.kind == "same"):
        found = tuple(group)
        if same and len(found) > _FEW:
            yield RowView(folded=found)
        else:
            yield from found
