"""What all facts of one filing share: workspace, filing, its unit and its form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import PurePosixPath

from msgspec import Struct

from reporter.errors import InputError, UnknownName
from reporter.records.base import Record
from reporter.records.figure import Answer
from reporter.records.filing import Filing
from reporter.records.hazard import Hazard
from reporter.records.indicators import Indicator, IndicatorSet
from reporter.records.period import Period, parse_period
from reporter.records.places import Place
from reporter.records.workspace import Workspace
from reporter.text import did_you_mean, key_of


class Setting(Struct, frozen=True, dict=True):
    """One workspace seen for one filing."""

    workspace: Workspace
    filing: Filing

    @cached_property
    def period(self) -> Period:
        return parse_period(self.filing.period)

    @cached_property
    def place(self) -> Place:
        """The unit that the filing speaks of."""
        unit = self.workspace.unit_of(self.filing)
        return Place(unit, self.workspace.places.covered(unit.code))

    def holds(self, place: Place, home: str) -> bool:
        """Whether the rows of that home count for the place."""
        return self.workspace.unit_of_home.get(home, self.workspace.campaign.unit) in place.codes

    def same_unit(self, name: str | None, place: Place) -> bool:
        """Whether a unit as typed in a record means that place; absent means the workspace's own unit."""
        return not place.own and self.workspace.places.code_of(name) == place.unit.code

    def has_table(self, record: type[Record], rows: tuple[Record, ...]) -> bool:
        """Whether the unit keeps that table, so that a count of nothing is 0 and not unknown.

        A workbook with no more than its header was perhaps never filled in, so it says nothing: a blank is never 0.
        Only no hazard after recorded visits is an answer, since then somebody looked.
        """
        names = {key_of(name) for name in (record.table, *record.table_aliases)}
        if rows or not any(key_of(PurePosixPath(file).stem) in names for file in self.workspace.digests):
            return bool(rows)
        return record is Hazard and bool(self.workspace.visits)

    @cached_property
    def indicator_set(self) -> IndicatorSet:
        """The form that the filing fills in; raises when the filing does not say which of several."""
        sets = {item.id: item for item in self.workspace.indicator_sets}
        wanted = self.filing.indicator_set
        where = f"filings.yaml（{self.filing.id}）"
        if wanted is None:
            if len(sets) == 1:
                return next(iter(sets.values()))
            hint = f"加一行 indicator_set，可用的有：{'、'.join(sorted(sets))}"
            raise InputError("没有写明用哪一套指标", hint, where)
        if wanted not in sets:
            raise UnknownName(f"没有指标集“{wanted}”", did_you_mean(wanted, sets), where)
        return sets[wanted]

    def indicator(self, code: str) -> Indicator:
        """The indicator with that code in the filing's form; raises UnknownName."""
        found = self._indicators.get(key_of(code))
        if found is None:
            hint = did_you_mean(code, (item.code for item in self._indicators.values()))
            raise UnknownName(f"指标集“{self.indicator_set.id}”里没有编码“{code}”", hint)
        return found

    @cached_property
    def _indicators(self) -> Mapping[str, Indicator]:
        return {key_of(item.code): item for item in self.indicator_set.indicators}

    def answers_to(self, codes: Iterable[str], place: Place) -> Iterator[Answer]:
        """What was typed under one of these codes for the place, for whatever period."""
        if not place.own:
            for key in {key_of(code): None for code in codes}:
                yield from self.workspace.answers_by_unit.get((key, place.unit.code), ())
