"""What all facts of one filing share: workspace, filing, and which home belongs to which unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import PurePosixPath

from msgspec import Struct

from reporter.errors import InputError, UnknownName
from reporter.records.base import Record
from reporter.records.campaign import Unit
from reporter.records.figure import Answer
from reporter.records.filing import Filing
from reporter.records.hazard import Hazard
from reporter.records.indicators import Indicator, IndicatorSet
from reporter.records.period import Period, parse_period
from reporter.records.workspace import Workspace
from reporter.text import did_you_mean, key_of

OWN = "本级"
"""Behind a unit's name: only what belongs to the unit itself and to none of the units below it."""


class Place(Struct, frozen=True):
    """A unit as a dimension of facts: `codes` are all units whose rows it counts."""

    unit: Unit
    codes: frozenset[str]
    own: bool = False

    @property
    def name(self) -> str:
        return self.unit.name + (OWN if self.own else "")


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
        return Place(self._unit, self._below(self._unit.code))

    @property
    def _unit(self) -> Unit:
        return self.workspace.unit_of(self.filing)

    def _below(self, code: str) -> frozenset[str]:
        codes, front = {code}, [code]
        while front:
            below = [unit.code for parent in front for unit in self.workspace.below(parent)]
            front = [code for code in below if code not in codes]
            codes.update(front)
        return frozenset(codes)

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The workspace's unit and everything below it, in the order of campaign.yaml."""
        inside = self._below(self.workspace.campaign.unit)
        units = self.workspace.campaign.units
        return tuple(Place(unit, self._below(unit.code)) for unit in units if unit.code in inside)

    @cached_property
    def _by_name(self) -> Mapping[str, Place]:
        known: dict[str, Place] = {}
        for place in self.places:
            own = Place(place.unit, frozenset({place.unit.code}), own=True)
            names = (place.unit.name, place.unit.code, *place.unit.aliases)
            for name in names:
                known.setdefault(key_of(name), place)
            known.setdefault(key_of(own.name), own)
        return known

    def place_of(self, name: str) -> Place:
        """The unit with that name, code or alias; raises UnknownName with the nearest one."""
        place = self._by_name.get(key_of(name))
        if place is None:
            known = [place.unit.name for place in self.places]
            raise UnknownName(f"没有单位“{name}”", did_you_mean(name, known))
        return place

    @cached_property
    def unit_of_home(self) -> Mapping[str, str]:
        """Code of a home → code of its unit; an unknown township falls to the workspace's own unit."""
        top = self.workspace.campaign.unit
        homes: dict[str, str] = {}
        for home in self.workspace.institutions:
            place = self._by_name.get(key_of(home.township))
            homes[home.code] = place.unit.code if place else top
        return homes

    def holds(self, place: Place, home: str) -> bool:
        """Whether the rows of that home count for the place."""
        return self.unit_of_home.get(home, self.workspace.campaign.unit) in place.codes

    def same_unit(self, name: str | None, place: Place) -> bool:
        """Whether a unit as typed in a record means that place; absent means the workspace's own unit."""
        if place.own:
            return False
        if name is None:
            return place.unit.code == self.workspace.campaign.unit
        found = self._by_name.get(key_of(name))
        return found is not None and found == place

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

    def answers_to(self, codes: Iterable[str]) -> Iterator[Answer]:
        """What was typed under one of these codes, for whatever unit and period."""
        for key in {key_of(code): None for code in codes}:
            yield from self._answers.get(key, ())

    @cached_property
    def _answers(self) -> Mapping[str, Sequence[Answer]]:
        found: dict[str, list[Answer]] = {}
        for answer in self.workspace.answers:
            found.setdefault(key_of(answer.code), []).append(answer)
        return found
