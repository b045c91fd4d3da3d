"""`@table NAME` and `@ledger NAME`: a table from its definition in the front matter, figures and records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from reporter.compose.desk import Desk
from reporter.compose.dialect import UNNAMED, Line
from reporter.compose.front import ColumnSpec, TableSpec
from reporter.compose.namespace import RowView
from reporter.compose.value import Value, raw_of
from reporter.document.inline import Blank, Inlines, plain, words
from reporter.document.model import Column, Paper, Row, Table
from reporter.errors import InputError, TemplateError
from reporter.facts.views import LedgerRow
from reporter.text import did_you_mean


class _Drawn(Struct, frozen=True):
    """A column as it stands in one table: `path` is where its templates stand, `names` what they see."""

    id: str
    label: str
    spec: ColumnSpec
    path: str
    names: Mapping[str, Any]


class TableBuilder:
    """Builds the tables of one kind."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def build(self, line: Line, identifier: str) -> tuple[Table, ...]:
        """The table that a line names; options on the line are names in its templates."""
        name, known = line.argument, self._desk.kind.front.tables
        if name not in known:
            hint = did_you_mean(name, known) or "在文稿开头的 tables 里定义"
            raise TemplateError(f"没有定义表格“{name}”", hint, str(line.place or ""))
        spec, path, names = known[name], f"tables.{name}", dict(line.options)
        drawing = _Drawing(self._desk, spec, path, names)
        return (
            Table(
                id=identifier,
                role="ledger"
                if line.directive == "ledger"
                else "form"
                if line.directive == "form"
                else "table",
                columns=drawing.columns(),
                rows=drawing.rows(),
                title=self._desk.inlines(spec.title, f"{path}.title", names),
                above=self.lines(spec.above, f"{path}.above", names),
                below=self.lines(spec.below, f"{path}.below", names),
                orientation=spec.orientation,
                paper=self._paper(spec),
                type_size=spec.type_size,
                own_page=spec.own_page,
            ),
        )

    def _paper(self, spec: TableSpec) -> Paper:
        """A3 for landscape sheets where filings.yaml says `options: {paper: A3}`, else what the kind says."""
        wanted = self._desk.filing.options.get("paper", spec.paper).upper()
        if wanted not in ("A4", "A3"):
            where = f"filings.yaml 的 {self._desk.filing.id}"
            raise InputError(f"没有“{wanted}”这种纸", "paper 只能写 A4 或 A3", where)
        return "A3" if wanted == "A3" and spec.orientation == "landscape" else spec.paper

    def lines(
        self, sources: tuple[tuple[str, ...], ...], path: str, names: Mapping[str, Any] | None = None
    ) -> tuple[tuple[Inlines, ...], ...]:
        """Lines above or below a table: items spread over the width."""
        return tuple(
            tuple(self._desk.inlines(item, f"{path}.{row}.{place}", names) for place, item in enumerate(line))
            for row, line in enumerate(sources)
        )


class _Drawing:
    """One table while it is drawn."""

    def __init__(self, desk: Desk, spec: TableSpec, path: str, names: Mapping[str, Any]) -> None:
        self._desk = desk
        self._spec = spec
        self._path = path
        self._names = names
        self._columns = tuple(self._drawn())
        # A unit without units below has one group only; a line that says so would tell nothing.
        self._wide = bool(desk.workspace.places.below(desk.workspace.unit_of(desk.filing).code))

    def columns(self) -> tuple[Column, ...]:
        """The columns as the Document holds them."""
        return tuple(
            Column(one.id, one.label, one.spec.width, one.spec.align, one.spec.type, one.spec.public)
            for one in self._columns
        )

    def rows(self) -> tuple[Row, ...]:
        """Body, group and total rows; a table without rows says so."""
        rows = tuple(self._source())
        if not rows:
            rows = (self._line("empty", words(self._spec.empty), "body"),)
        return rows + self._total()

    def _drawn(self) -> Iterator[_Drawn]:
        """The columns; those with `each` once for every item of that list, which their templates see as `each`."""
        seen: set[str] = set()
        for place, spec in enumerate(self._spec.columns):
            path = f"{self._path}.columns.{place}"
            name = spec.id or spec.label
            if name in seen:
                where = str(self._desk.kind.place(path))
                raise TemplateError(f"列“{name}”写了两次", "换一个 id", where)
            seen.add(name)
            if not spec.each:
                yield _Drawn(name, spec.label, spec, path, self._names)
                continue
            for ordinal, item in enumerate(self._desk.items(spec.each, f"{path}.each", self._names), 1):
                names = {**self._names, "each": item}
                label = plain(self._desk.inlines(spec.label, f"{path}.label", names))
                yield _Drawn(f"{name}-{ordinal}", label, spec, path, names)

    def _source(self) -> Iterator[Row]:
        if self._spec.data is not None:
            return self._written(self._spec.data)
        return self._records(self._spec.records) if self._spec.records else self._listed()

    def _written(self, data: tuple[tuple[str | None, ...], ...]) -> Iterator[Row]:
        """Rows that are typed in the text itself, cell by cell."""
        for place, cells in enumerate(data):
            path = f"{self._path}.data.{place}"
            if len(cells) > len(self._columns):
                where, wanted = str(self._desk.kind.place(path)), len(self._columns)
                raise TemplateError(
                    f"这一行有{len(cells)}格，表只有{wanted}列", "一行的格数与列数一致", where
                )
            filled = [self._desk.inlines(cell, f"{path}.{at}", self._names) for at, cell in enumerate(cells)]
            first = plain(filled[0]) if filled else ""
            filled = [
                _called(cell, f"{first}{one.label}") for cell, one in zip(filled, self._columns, strict=False)
            ]
            yield Row(str(place + 1), (*filled, *((),) * (len(self._columns) - len(cells))))

    def _listed(self) -> Iterator[Row]:
        """A row for every item of the list that `rows` gives; the first cell's text names it."""
        if not self._spec.rows:
            where = str(self._desk.kind.place(self._path))
            raise TemplateError("表格没有写 rows、records 或 data", "说明每一行从哪里来", where)
        seen: set[str] = set()
        items = self._desk.items(self._spec.rows, f"{self._path}.rows", self._names)
        for ordinal, item in enumerate(items, 1):
            own = {"item": item, "ordinal": Value(self._desk.book, ordinal, None)}
            cells = tuple(self._cell(column, own) for column in self._columns)
            first = plain(cells[0]) if cells else ""
            key = first if first and first not in seen else f"{first}~{ordinal}"
            seen.add(key)
            yield Row(key, cells)

    def _records(self, family: str) -> Iterator[Row]:
        """Records field by field. 序号 counts the rows of this list from 1; across a set of lists a record is known by
        its own number (隐患编号)."""
        found = self._desk.facts.ledger(family, **dict(self._spec.filter))
        kept = [row for row in self._ordered(found) if self._wanted(row)]
        ordinals = {row.key: ordinal for ordinal, row in enumerate(kept, 1)}
        for title, members in groupby(kept, key=self._group):
            rows = [self._record(row, ordinals[row.key]) for row in members]
            if title and (self._wide or len(rows) < len(kept)):
                yield self._line(
                    f"group-{title}", words(f"{title}（{len(rows)}{self._spec.measure}）"), "group"
                )
            yield from rows

    def _wanted(self, row: LedgerRow) -> bool:
        """Whether its fields say what `where` asks for."""
        return all(str(row.value(field) or "") == wanted for field, wanted in self._spec.where.items())

    def _group(self, row: LedgerRow) -> str:
        return str(row.value(self._spec.group) or "未填") if self._spec.group else ""

    def _ordered(self, rows: Iterable[LedgerRow]) -> list[LedgerRow]:
        """Groups in the order of the unit tree where they are units, otherwise by name; keys in order inside."""
        places = {unit.name: place for place, unit in enumerate(self._desk.workspace.campaign.units)}
        return sorted(rows, key=lambda row: (places.get(self._group(row), len(places)), self._group(row)))

    def _record(self, row: LedgerRow, ordinal: int) -> Row:
        own = {"item": RowView(self._desk.book, row), "ordinal": Value(self._desk.book, ordinal, None)}
        return Row(row.key, tuple(self._field(row, column, own) for column in self._columns))

    def _field(self, row: LedgerRow, column: _Drawn, own: Mapping[str, Any]) -> Inlines:
        """What the record says. An empty field is an empty cell: much in a ledger is not yet due."""
        field = column.spec.field
        if field is None:
            return self._cell(column, own)
        if field == "ordinal":
            return words(str(raw_of(own["ordinal"])))
        raw, ref = row[field]
        if raw is None or raw == "":
            return ()
        return (Value(self._desk.book, raw, ref).inline(short_dates=column.spec.type == "date"),)

    def _cell(self, column: _Drawn, own: Mapping[str, Any]) -> Inlines:
        names, dates = {**column.names, **own}, column.spec.type == "date"
        return self._desk.inlines(column.spec.cell, f"{column.path}.cell", names, dates)

    def _total(self) -> tuple[Row, ...]:
        """The last row: its label covers the columns before the first total."""
        if not self._spec.total:
            return ()
        cells = [
            self._desk.inlines(column.spec.total, f"{column.path}.total", column.names)
            for column in self._columns
        ]
        first = next((place for place, cell in enumerate(cells) if cell), len(cells))
        label = self._desk.inlines(self._spec.total, f"{self._path}.total", self._names)
        return (Row("total", (label, *cells[1:]), role="total", span=max(first, 1)),)

    def _line(self, key: str, text: Inlines, role: Any) -> Row:
        """A row of one cell over the whole width."""
        return Row(key, (text, *((),) * (len(self._columns) - 1)), role=role, span=len(self._columns))


def _called(cell: Inlines, name: str) -> Inlines:
    """A cell whose blanks nobody named: they are called by their row and column."""
    return tuple(
        replace(one, name=name) if isinstance(one, Blank) and one.name == UNNAMED else one for one in cell
    )
