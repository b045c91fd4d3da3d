"""`@table NAME` and `@ledger NAME`: a table from its definition in the front matter, figures and records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from reporter.compose.desk import Desk
from reporter.compose.dialect import Line
from reporter.compose.kinds import ColumnSpec, TableSpec
from reporter.compose.value import Blanked, Value
from reporter.document.inline import Inlines, words
from reporter.document.model import Column, Row, Table
from reporter.errors import TemplateError
from reporter.facts.views import LedgerRow
from reporter.text import did_you_mean

Columns = tuple[tuple[ColumnSpec, dict[str, Any]], ...]
"""The columns of one table, each with the extra names that its templates see."""


class TableBuilder:
    """Builds the tables of one kind."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def build(self, line: Line, identifier: str) -> tuple[Table, ...]:
        """The table that an `@table` or `@ledger` line names; options on the line are names in its templates."""
        name, where = line.argument, str(line.place or "")
        known = self._desk.kind.front.tables
        if name not in known:
            raise TemplateError(f"没有定义表格“{name}”", did_you_mean(name, known) or "在文稿开头的 tables 里定义", where)
        spec, extra = known[name], dict(line.options)
        columns = tuple(self._columns(spec, name))
        rows = tuple(self._records(spec, columns) if spec.records else self._rows(spec, columns, name))
        if not rows:
            rows = (Row("empty", (words(spec.empty), *((),) * (len(columns) - 1)), span=len(columns)),)
        total = self._total(spec, columns, name)
        return (
            Table(
                id=identifier,
                role="ledger" if line.directive == "ledger" else "table",
                columns=tuple(Column(c.id, c.label, c.width, c.align, c.type) for c, _ in columns),
                rows=rows + total,
                title=self._desk.inlines(spec.title, f"tables.{name}.title", extra),
                above=self.lines(spec.above, f"tables.{name}.above"),
                below=self.lines(spec.below, f"tables.{name}.below"),
                orientation=spec.orientation,
                paper=spec.paper,
                type_size=spec.type_size,
                own_page=spec.own_page,
            ),
        )

    def lines(self, sources: tuple[tuple[str, ...], ...], where: str) -> tuple[tuple[Inlines, ...], ...]:
        """Lines above or below a table: items spread over the width."""
        return tuple(tuple(self._desk.inlines(item, where) for item in line) for line in sources)

    def _columns(self, spec: TableSpec, name: str) -> Iterator[tuple[ColumnSpec, dict[str, Any]]]:
        """The columns, those with `each` once for every item of that list, with what they see as `each`."""
        for column in spec.columns:
            if not column.each:
                yield column, {}
                continue
            where = f"tables.{name}.columns.{column.id}"
            for place, item in enumerate(self._desk.items(column.each, where), 1):
                extra = {"each": item}
                label = "".join(inline.text for inline in self._desk.inlines(column.label, where, extra) if hasattr(inline, "text"))
                yield column.model_copy(update={"id": f"{column.id}-{place}", "label": label}), extra

    def _rows(self, spec: TableSpec, columns: Columns, name: str) -> Iterator[Row]:
        if not spec.rows:
            raise TemplateError(f"表格“{name}”没有写 rows 或 records", "说明每一行从哪里来", self._desk.kind.file)
        for ordinal, item in enumerate(self._desk.items(spec.rows, f"tables.{name}.rows"), 1):
            number = Value(self._desk.book, ordinal, None)
            cells = tuple(
                self._desk.inlines(column.cell, f"tables.{name}.columns.{column.id}", {**extra, "item": item, "ordinal": number})
                for column, extra in columns
            )
            yield Row(self._key(cells, ordinal), cells)

    @staticmethod
    def _key(cells: tuple[Inlines, ...], ordinal: int) -> str:
        """The first cell's text names the row; its place when that is empty."""
        first = "".join(getattr(inline, "text", "") for inline in cells[0]) if cells else ""
        return first or str(ordinal)

    def _records(self, spec: TableSpec, columns: Columns) -> Iterator[Row]:
        """Records field by field. 序号 counts in the unfiltered list, so that it agrees across the lists of a set."""
        wide = {name: value for name, value in spec.filter.items() if name not in ("state", "状态")}
        everything = self._ordered(self._desk.facts.ledger(str(spec.records), **wide), spec.group)
        ordinals = {row.key: ordinal for ordinal, row in enumerate(everything, 1)}
        wanted = {row.key for row in self._desk.facts.rows(str(spec.records), **spec.filter)}
        kept = [row for row in everything if row.key in wanted]
        if not spec.group:
            yield from (self._record(row, columns, ordinals) for row in kept)
            return
        for title, members in groupby(kept, key=lambda row: str(row.value(str(spec.group)))):
            group = list(members)
            heading = words(f"{title}（{len(group)}{spec.measure}）")
            yield Row(f"group-{title}", (heading, *((),) * (len(columns) - 1)), role="group", span=len(columns))
            yield from (self._record(row, columns, ordinals) for row in group)

    def _ordered(self, rows: Iterable[LedgerRow], group: str | None) -> list[LedgerRow]:
        """Groups in the order of the unit tree where they are units, otherwise by name; keys in order inside."""
        if group is None:
            return list(rows)
        places = {unit.name: place for place, unit in enumerate(self._desk.workspace.campaign.units)}
        return sorted(rows, key=lambda row: (places.get(str(row.value(group)), len(places)), str(row.value(group))))

    def _record(self, row: LedgerRow, columns: Columns, ordinals: Mapping[str, int]) -> Row:
        return Row(row.key, tuple(self._field(row, column, ordinals[row.key]) for column, _ in columns))

    def _field(self, row: LedgerRow, column: ColumnSpec, ordinal: int) -> Inlines:
        if column.field is None:
            return self._desk.inlines(column.cell, f"columns.{column.id}")
        if column.field == "ordinal":
            return words(str(ordinal))
        raw, ref = row[column.field]
        if raw is None or raw == "":
            return ()
        return (Value(self._desk.book, raw, ref, blank=Blanked(column.label)).inline(False),)

    def _total(self, spec: TableSpec, columns: Columns, name: str) -> tuple[Row, ...]:
        if not spec.total:
            return ()
        where = f"tables.{name}.total"
        cells = [self._desk.inlines(column.total, where, extra) for column, extra in columns]
        first = next((place for place, cell in enumerate(cells) if cell), len(cells))
        label = self._desk.inlines(spec.total, where)
        return (Row("total", (label, *cells[1:]), role="total", span=max(first, 1)),)
