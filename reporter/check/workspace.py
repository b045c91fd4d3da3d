"""What a workspace knows: every fact for each period and day of its filings, names of places and homes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from reporter.check.knowledge import Known, KnownFact
from reporter.errors import InputError, ReporterError
from reporter.facts.book import FactBook
from reporter.facts.dimensions import BY_NAME
from reporter.facts.fact import Fact
from reporter.facts.family import Figure, families
from reporter.facts.spoken import spoken
from reporter.intake.workspace import load_clean
from reporter.records.filing import Filing
from reporter.records.period import chinese_date
from reporter.records.workspace import Workspace
from reporter.refs import Cell

_SPLIT = ("unit", "domain", "source", "grade", "ownership", "kind", "level")
"""Dimensions along which documents break figures down."""
_STOCK = re.compile("机构数|床位")
"""What there is on a day, which nobody adds up over years."""
_SHOWN = 2
_SOMEBODY = 2


def known_of(root: Path) -> Known:
    """Raises InputError for a folder that is no workspace or whose data has errors."""
    if not root.is_dir():
        raise InputError("没有这个工作文件夹", "核对路径；新建请用 reporter new", str(root))
    workspace = load_clean(root, "工作文件夹的数据有错误，没有拿来核对")
    facts = [fact for filing in _dated(workspace) for fact in _facts(workspace, filing)]
    facts += _over_years(facts)
    top = {unit.parent for unit in workspace.campaign.units}
    return Known(
        tuple(dict.fromkeys(facts)), frozenset(home.name for home in workspace.institutions),
        frozenset(_persons(workspace)),
        frozenset(unit.name for unit in workspace.campaign.units if unit.code not in top),
        FactBook(workspace, workspace.filings[0]).setting.place.name if workspace.filings else "",
    )  # fmt: skip


def _dated(workspace: Workspace) -> tuple[Filing, ...]:
    """One filing for each period and day."""
    chosen = {(one.period, one.as_of): one for one in reversed(workspace.filings) if one.as_of}
    return tuple(chosen[key] for key in sorted(chosen, key=str))


def _facts(workspace: Workspace, filing: Filing) -> Iterator[KnownFact]:
    book = FactBook(workspace, filing)
    for family in families().values():
        for figure in family.figures.values():
            for dims in _instances(figure, book):
                try:
                    fact = book.figure(family.name, figure.name, **dims)
                except ReporterError:
                    # A period without its history, or a combination that means nothing.
                    continue
                if known := _known(fact):
                    yield known


def _instances(figure: Figure, book: FactBook) -> Iterator[Mapping[str, str]]:
    """The figure itself, and broken down by one further dimension."""
    for dims in figure.instances(book.setting):
        yield dims
        for name in figure.dims:
            if name in _SPLIT and name not in dims:
                yield from ({**dims, name: value} for value in BY_NAME[name].values(book.setting))


def _known(fact: Fact) -> KnownFact | None:
    if isinstance(fact.value, bool) or not isinstance(fact.value, int | Decimal):
        return None
    day = chinese_date(fact.as_of) if fact.as_of else ""
    return KnownFact(
        fact.address, fact.label, Decimal(fact.value), fact.measure, fact.period, day,
        spoken(fact.address), _cells(fact.cells),
    )  # fmt: skip


def _cells(cells: tuple[Cell, ...]) -> str:
    shown = "、".join(str(cell) for cell in cells[:_SHOWN])
    return f"{shown}等{len(cells)}处" if len(cells) > _SHOWN else shown


def _over_years(facts: list[KnownFact]) -> list[KnownFact]:
    """…年以来: sums of the figures that are kept year by year, from each year up to the last."""
    by_name: dict[tuple[str, str], dict[str, KnownFact]] = {}
    for fact in facts:
        if (
            fact.address.startswith("figures.value")
            and fact.period.isdecimal()
            and not _STOCK.search(fact.name)
        ):
            by_name.setdefault((fact.name, fact.unit), {})[fact.period] = fact
    found = []
    for (name, unit), years in by_name.items():
        ordered = sorted(years)
        for first in range(len(ordered) - 1):
            parts = [years[year] for year in ordered[first:]]
            total = sum((part.value for part in parts), Decimal(0))
            period = f"{ordered[first]}—{ordered[-1]}"
            sums = f"{name}{period}年合计"
            first_year = parts[0]
            found.append(
                KnownFact(f"{first_year.address}…", sums, total, unit, period, called=f"{first_year.called}…")
            )
    return found


def _persons(workspace: Workspace) -> Iterator[str]:
    for home in workspace.institutions:
        for name in (home.head, home.legal_person):
            if name and len(name) >= _SOMEBODY and "某" not in name:
                yield name
