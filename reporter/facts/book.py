"""The book of facts of one filing: asked by address, memoised, and knowing what was asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct

from reporter.errors import InputError, InternalError, UnknownName
from reporter.facts import rollup, views
from reporter.facts.address import format_address, parse_address
from reporter.facts.dimensions import BY_NAME, dimension, value_of
from reporter.facts.fact import Fact
from reporter.facts.family import Figure, families, find_family
from reporter.facts.scope import Outcome, Scope
from reporter.facts.setting import Setting
from reporter.intake.folder import INDICATORS
from reporter.records.base import Record
from reporter.records.filing import Filing
from reporter.records.workspace import Workspace
from reporter.refs import Cell


class CatalogEntry(Struct, frozen=True):
    """One figure as `reporter list facts` shows it; dims are (English, Chinese) pairs."""

    family: str
    family_alias: str
    name: str
    label: str
    measure: str
    dims: tuple[tuple[str, str], ...]
    required: tuple[str, ...]
    meaning: str


class FactBook:
    """All facts of one filing of one workspace."""

    def __init__(self, workspace: Workspace, filing: Filing) -> None:
        self.workspace = workspace
        self.filing = filing
        self.setting = Setting(workspace, filing)
        self._facts: dict[str, Fact] = {}
        self._open: list[str] = []
        self._used: set[str] = set()

    def get(self, address: str) -> Fact:
        """The fact at an address in either language; raises UnknownName with the nearest known name."""
        family, name, dims = parse_address(address)
        return self.figure(family, name, **dims)

    def figure(self, family: str, name: str, /, **dims: object) -> Fact:
        """The fact `family.name(dims)`; names and dimensions may be English or Chinese."""
        fact = self._look(family, name, dims)
        self._used.add(fact.address)
        return fact

    @property
    def used(self) -> tuple[Fact, ...]:
        """The facts that were asked for, sorted by address."""
        return tuple(self._facts[address] for address in sorted(self._used))

    def with_inputs(self, addresses: Iterable[str]) -> tuple[Fact, ...]:
        """Those facts and everything they were made of, sorted by address (for facts.json)."""
        wanted, front = set(), sorted(set(addresses))
        while front:
            address = front.pop()
            if address not in wanted:
                wanted.add(address)
                front.extend(self.peek(address).inputs)
        return tuple(self.peek(address) for address in sorted(wanted))

    def peek(self, address: str) -> Fact:
        """Like `get`, without counting as used."""
        if address in self._facts:
            return self._facts[address]
        family, name, dims = parse_address(address)
        return self._look(family, name, dims)

    def evidence(self, fact: Fact) -> tuple[Cell, ...]:
        """All cells behind a fact, those of its inputs included, sorted."""
        return tuple(sorted({cell for part in self.with_inputs([fact.address]) for cell in part.cells}))

    def as_json(self) -> list[dict[str, Any]]:
        """The used facts with their inputs, as facts.json stores them."""
        return [fact.as_dict() for fact in self.with_inputs(self._used)]

    @property
    def warnings(self) -> tuple[tuple[str, str], ...]:
        """(address, Chinese message) of the used facts that the clerk has to look at."""
        facts = self.with_inputs(self._used)
        return tuple((fact.address, fact.warning) for fact in facts if fact.warning)

    def breakdown(self, family: str, name: str, /, over: str, **dims: object) -> list[tuple[str, Fact]]:
        """(label, fact) for each unit below, or each value of another dimension; sums are checked (R2)."""
        return rollup.breakdown(self, family, name, over, dims)

    def rows(self, table: str, /, **filters: object) -> tuple[Record, ...]:
        """Records under the same rules as the figures, by key; `state` narrows hazards (see `views`)."""
        return views.rows(self, table, filters)

    def ledger(self, table: str, /, **filters: object) -> tuple[views.LedgerRow, ...]:
        """The same rows with derived columns, each field with value and reference."""
        return views.ledger(self, table, filters)

    def scope(self, figure: Figure, dims: Mapping[str, object]) -> Scope:
        """The scope of a figure for dimensions as written."""
        return Scope(self.setting, figure.family, figure.name, self.canonical(figure, dims), self._look)

    def canonical(self, figure: Figure, dims: Mapping[str, object]) -> dict[str, str]:
        """Dimensions under English names with canonical values; what equals the filing's own is left out."""
        given: dict[str, str] = {}
        for written, value in dims.items():
            dim = dimension(written, figure.dims, f"{figure.family}.{figure.name}")
            if dim.name in given:
                raise UnknownName(f"“{figure.family}.{figure.name}”的维度“{dim.alias}”写了两次")
            if value is not None:
                given[dim.name] = value_of(dim, self.setting, value)
        for name in figure.required:
            if name not in given:
                raise UnknownName(f"“{figure.family}.{figure.name}”要写明“{BY_NAME[name].alias}”（{name}）")
        default = self._defaults
        return {name: value for name, value in sorted(given.items()) if default.get(name) != value}

    @cached_property
    def _defaults(self) -> dict[str, str]:
        period = self.setting.period.text
        default = {"unit": self.setting.place.name, "period": period, "year": period}
        if self.filing.as_of:
            default["as_of"] = self.filing.as_of.isoformat()
        return default

    def _look(self, family_name: str, figure_name: str, dims: Mapping[str, object]) -> Fact:
        family = find_family(family_name)
        figure = family.find(figure_name)
        given = self.canonical(figure, dims)
        address = format_address(family.name, figure.name, given)
        if address not in self._facts:
            if address in self._open:
                hint = "检查 indicators.yaml 里的 fact"
                raise InputError(f"数据 {address} 引用了自己", hint, INDICATORS)
            self._open.append(address)
            try:
                scope = Scope(self.setting, family.name, figure.name, given, self._look)
                self._facts[address] = _fact(address, figure, scope, figure.work(scope))
            finally:
                self._open.pop()
        return self._facts[address]

    def catalog(self) -> tuple[CatalogEntry, ...]:
        """Every family and figure with names, labels, measures and dimensions."""
        return tuple(
            CatalogEntry(
                family.name,
                family.alias,
                figure.name,
                figure.label,
                figure.measure,
                tuple((name, BY_NAME[name].alias) for name in figure.dims),
                figure.required,
                figure.meaning,
            )
            for family in families().values()
            for figure in family.figures.values()
        )

    def listing(self) -> tuple[Fact, ...]:
        """All facts without further dimensions; those that need one are listed for each known value of it."""
        facts: list[Fact] = []
        for family in families().values():
            for figure in family.figures.values():
                facts.extend(
                    self._look(family.name, figure.name, dims) for dims in figure.instances(self.setting)
                )
        return tuple(facts)


def _fact(address: str, figure: Figure, scope: Scope, outcome: Outcome) -> Fact:
    if isinstance(outcome.value, float):
        raise InternalError(f"数据 {address} 是浮点数")
    return Fact(
        address=address,
        family=figure.family,
        name=figure.name,
        label=figure.label if outcome.label is None else outcome.label,
        value=outcome.value,
        measure=figure.measure if outcome.measure is None else outcome.measure,
        unit=scope.place.unit.code,
        period=scope.given.get("year", scope.period.text),
        as_of=scope.as_of_or_none,
        dims=tuple(sorted(scope.given.items())),
        formula=outcome.formula,
        rows=tuple(record.key for record in outcome.records),
        cells=_cells(outcome),
        inputs=outcome.inputs,
        typed=outcome.typed,
        overruled=outcome.overruled,
        decimals=outcome.decimals,
        note=outcome.note,
        warning=outcome.warning,
        void=outcome.void,
    )


def _cells(outcome: Outcome) -> tuple[Cell, ...]:
    """The deciding cells of each record, its key cell where the deciding one is empty."""
    cells: dict[Cell, None] = {}
    for record in outcome.records:
        found = [record.cells[field] for field in outcome.fields if field in record.cells]
        if not found and record.key_field in record.cells:
            found = [record.cells[record.key_field]]
        cells.update(dict.fromkeys(found))
    return tuple(cells)
