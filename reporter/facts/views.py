"""Rows for tables: the records that figures count, with columns derived as of the as-of date.

Every field carries its value and the reference of the cell that it came from. What happened after the as-of
date is not shown: a hazard closed later is still open, in lists as in figures.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct

from reporter.errors import UnknownName
from reporter.facts import rows as select
from reporter.facts.family import find_family
from reporter.facts.scope import Scope
from reporter.records.base import Record
from reporter.records.hazard import Hazard
from reporter.records.institution import Institution
from reporter.records.rating import Rating
from reporter.records.visit import Visit
from reporter.refs import cell_ref
from reporter.text import did_you_mean, key_of

if TYPE_CHECKING:
    from reporter.facts.book import FactBook

CellValue = str | int | Decimal | date | None
STATES: Mapping[str, tuple[str, Callable[[Hazard, date], bool]]] = {
    "closed": ("已整改", select.is_closed),
    "open": ("未整改", lambda hazard, day: not select.is_closed(hazard, day)),
    "overdue": ("逾期", select.is_overdue),
}
_LATER = {
    "done_on": ("done_on", "evidence"),
    "verified_on": ("verified_on", "verified_by"),
    "closed_on": ("closed_on",),
}


class LedgerRow(Struct, frozen=True):
    """One record, asked by field for (value, reference). Derived fields stand beside the record's own."""

    key: str
    record: Record
    fields: Mapping[str, tuple[CellValue, str]]

    def __getitem__(self, field: str) -> tuple[CellValue, str]:
        try:
            return self.fields[field]
        except KeyError:
            hint = did_you_mean(field, self.fields)
            raise UnknownName(f"表“{self.record.table}”没有列“{field}”", hint) from None

    def value(self, field: str) -> CellValue:
        return self[field][0]


_SELECT: Mapping[str, Callable[[Scope], Sequence[Record]]] = {
    "hazards": select.hazards,
    "institutions": select.homes,
    "ratings": select.ratings,
    "visits": select.visits,
}
_BASE = {"hazards": "found", "institutions": "count", "ratings": "count", "visits": "times"}


def _scope(book: FactBook, table: str, filters: Mapping[str, object]) -> tuple[str, Scope]:
    family = find_family(table)
    if family.name not in _SELECT:
        raise UnknownName(f"“{table}”没有可列的行", did_you_mean(table, _SELECT))
    return family.name, book.scope(family.find(_BASE[family.name]), filters)


def rows(book: FactBook, table: str, filters: Mapping[str, object]) -> tuple[Record, ...]:
    """The records of a family that count for the filing, by key.

    Hazards take `state` (状态): open 未整改, closed 已整改, overdue 逾期.
    """
    narrowed = {name: value for name, value in filters.items() if name not in ("state", "状态")}
    name, scope = _scope(book, table, narrowed)
    chosen = _SELECT[name](scope)
    state = filters.get("state", filters.get("状态"))
    if state is not None:
        test = _state(name, str(state))
        chosen = [row for row in chosen if isinstance(row, Hazard) and test(row, scope.as_of)]
    return tuple(chosen)


def _state(family: str, wanted: str) -> Callable[[Hazard, date], bool]:
    if family != "hazards":
        raise UnknownName("只有隐患可按状态筛选")
    for name, (alias, test) in STATES.items():
        if key_of(wanted) in (name, key_of(alias)):
            return test
    known = [text for name, (alias, _) in STATES.items() for text in (name, alias)]
    raise UnknownName(f"没有状态“{wanted}”", did_you_mean(wanted, known))


def ledger(book: FactBook, table: str, filters: Mapping[str, object]) -> tuple[LedgerRow, ...]:
    """The same records with derived columns."""
    narrowed = {name: value for name, value in filters.items() if name not in ("state", "状态")}
    name, scope = _scope(book, table, narrowed)
    valid = select.ratings(scope) if name == "institutions" else []
    levels = {rating.institution: rating for rating in valid}
    return tuple(_row(scope, record, levels) for record in rows(book, table, filters))


def _row(scope: Scope, record: Record, levels: Mapping[str, Rating]) -> LedgerRow:
    fields: dict[str, tuple[CellValue, str]] = {
        name: (getattr(record, name), cell_ref(record.key, name)) for name in type(record).columns()
    }
    if isinstance(record, Hazard):
        fields |= _home(scope, record.institution) | _hazard(record, scope.as_of)
    elif isinstance(record, Rating):
        fields |= _home(scope, record.institution)
    elif isinstance(record, Visit):
        here = select.visited_here(scope, record)
        homes = scope.setting.workspace.homes
        names = "、".join(homes[code].name if code in homes else code for code in here)
        fields |= {
            "home_names": (names, cell_ref(record.key, "homes")),
            "home_count": (len(here), cell_ref(record.key, "homes")),
        }
    elif isinstance(record, Institution):
        fields |= _rating(levels.get(record.code), record)
    return LedgerRow(record.key, record, fields)


def _home(scope: Scope, code: str) -> dict[str, tuple[CellValue, str]]:
    home = scope.setting.workspace.homes.get(code)
    if home is None:
        return {"home": (code, cell_ref(code, "name")), "township": (None, cell_ref(code, "township"))}
    place = scope.setting.workspace.unit_of_home[code]
    return {
        "home": (home.name, cell_ref(code, "name")),
        "township": (scope.setting.workspace.units[place].name, cell_ref(code, "township")),
        "ownership": (home.ownership, cell_ref(code, "ownership")),
        "home_head": (home.head, cell_ref(code, "head")),
    }


def _hazard(hazard: Hazard, as_of: date) -> dict[str, tuple[CellValue, str]]:
    """Closed or open, late or in time, and status as of the day; what came later is blank."""
    closed, overdue = select.is_closed(hazard, as_of), select.is_overdue(hazard, as_of)
    fields: dict[str, tuple[CellValue, str]] = {}
    for decisive, hidden in _LATER.items():
        day = getattr(hazard, decisive)
        if day is not None and day > as_of:
            fields |= {name: (None, cell_ref(hazard.key, name)) for name in hidden}
    late = (as_of - hazard.due).days if overdue and hazard.due else None
    return fields | {
        "state": ("已整改" if closed else "未整改", cell_ref(hazard.key, "closed_on")),
        "status": (_status(hazard, as_of, closed), cell_ref(hazard.key, "status")),
        "overdue": ("是" if overdue else "否", cell_ref(hazard.key, "due")),
        "overdue_days": (late, cell_ref(hazard.key, "due")),
    }


def _status(hazard: Hazard, as_of: date, closed: bool) -> str:
    if closed:
        return "已销号"
    if hazard.done_on is not None and hazard.done_on <= as_of:
        return "已整改待销号"
    return hazard.status if hazard.status in ("未整改", "整改中") else "整改中"


def _rating(rating: Rating | None, home: Institution) -> dict[str, tuple[CellValue, str]]:
    """The home's highest level valid on the day; a home without one has a blank."""
    if rating is None:
        return {"level": (None, cell_ref(home.key, "code"))}
    return {"level": (rating.level, cell_ref(rating.key, "level"))}
