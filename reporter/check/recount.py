"""Figures counted a second time, straight from the records with pandas, by another way than the facts were made.

GW711 a figure and its recount differ (R3, R8). Like a second clerk who adds the columns again: a slip in one of the two
ways shows, because they share no code beyond the records.
"""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from reporter.check.finding import Finding, Where
from reporter.facts.fact import Fact
from reporter.facts.spoken import spoken
from reporter.records.base import Record
from reporter.records.workspace import Workspace
from reporter.text import key_of

_HAZARDS = {
    "found": lambda rows, day: rows,
    "closed": lambda rows, day: rows[rows.closed_on <= day],
    "open": lambda rows, day: rows[~(rows.closed_on <= day)],
    "overdue": lambda rows, day: rows[~(rows.closed_on <= day) & (rows.due < day)],
    "major_found": lambda rows, day: rows[rows.grade == "重大"],
    "major_open": lambda rows, day: rows[(rows.grade == "重大") & ~(rows.closed_on <= day)],
    "immediate": lambda rows, day: rows[rows.way == "立行立改"],
}
_SUMS = ("beds", "nursing_beds", "residents", "poor_residents", "staff", "certified_carers")
_COUNTS = {
    "count": ("code", None),
    "filed": ("filed", ("已备案",)),
    "unfiled": ("filed", ("未备案",)),
    "quality_compliant": ("meets_quality_standard", ("是",)),
    "fire_ok": ("fire_acceptance", ("已验收", "已备案")),
    "insured": ("liability_insurance", ("是",)),
    "medical": ("medical", ("内设", "签约")),
}
_DATES = ("found_on", "closed_on", "due", "opened_on")


class Recount:
    """The tables of one workspace as data frames, and the unit that every home belongs to."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._homes = _frame(workspace.institutions)
        self._hazards = _frame(workspace.hazards)
        units = {
            key_of(name): unit.code
            for unit in workspace.campaign.units
            for name in (unit.name, *unit.aliases)
        }
        top = workspace.campaign.unit
        if not self._homes.empty:
            self._homes["place"] = [units.get(key_of(str(name)), top) for name in self._homes.township]
        if not self._hazards.empty:
            places = (
                dict(zip(self._homes.code, self._homes.place, strict=True)) if not self._homes.empty else {}
            )
            self._hazards["place"] = self._hazards.institution.map(places).fillna(top)

    def check(self, facts: Iterable[Fact], file: str) -> list[Finding]:
        """GW711 for every figure whose recount gives another number; what cannot be recounted is passed over."""
        findings = []
        for fact in facts:
            again = self.count(fact)
            if again is not None and fact.value is not None and again != fact.value:
                called = spoken(fact.address)
                message = (
                    f"“{fact.label}”为{fact.with_measure()}，另行计算得{again}{fact.measure}（{called}）"
                )
                hint = "这是程序的问题，请连同工作文件夹一起反馈"
                where = Where(file)
                findings.append(
                    Finding("GW711", "error", message, hint, where, "R3、R8", facts=(fact.address,))
                )
        return findings

    def count(self, fact: Fact) -> int | None:
        """The number again, or None for a figure of another kind."""
        whole_years = all(part.isdigit() and len(part) == 4 for part in fact.period.split("-"))
        if fact.as_of is None or not whole_years or any(value.endswith("本级") for _, value in fact.dims):
            return None
        if fact.family == "hazards" and fact.name in _HAZARDS and not self._hazards.empty:
            rows = self._narrowed(self._hazards, fact, ("domain", "source", "grade", "institution"))
            day = pd.Timestamp(fact.as_of)
            rows = rows[(rows.found_on <= day) & rows.found_on.dt.year.isin(_years(fact))]
            return len(_HAZARDS[fact.name](rows, day))
        if fact.family == "institutions" and not self._homes.empty:
            return self._institutions(fact, pd.Timestamp(fact.as_of))
        return None

    def _institutions(self, fact: Fact, day: pd.Timestamp) -> int | None:
        homes = self._narrowed(self._homes, fact, ("ownership",))
        homes = homes[~(homes.opened_on > day) & ~(homes.closed_on <= day)]
        if fact.name in _SUMS:
            return int(homes[fact.name].astype("Int64").sum())
        if fact.name in _COUNTS:
            field, wanted = _COUNTS[fact.name]
            return len(homes if wanted is None else homes[homes[field].isin(wanted)])
        return None

    def _narrowed(self, rows: pd.DataFrame, fact: Fact, dims: tuple[str, ...]) -> pd.DataFrame:
        rows = rows[rows.place.isin(self._below(fact.unit))]
        for name, value in fact.dims:
            if name in dims:
                rows = rows[rows[name] == value]
        return rows

    def _below(self, code: str) -> set[str]:
        """The unit and everything under it."""
        below = {code}
        for unit in self._workspace.campaign.units * 5:  # the tree has at most five levels
            if unit.parent in below:
                below.add(unit.code)
        return below


def _frame(records: Iterable[Record]) -> pd.DataFrame:
    frame = pd.DataFrame([{name: getattr(record, name) for name in record.declared()} for record in records])
    for name in _DATES:
        if name in frame:
            frame[name] = pd.to_datetime(pd.Series(frame[name], dtype="object"))
    return frame


def _years(fact: Fact) -> list[int]:
    first, _, last = fact.period.partition("-")
    return list(range(int(first), int(last or first) + 1))
