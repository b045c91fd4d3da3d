"""A workspace: one unit in one campaign, with all its records (design 4.1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

from msgspec import Struct, field

from reporter.records.campaign import Agency, Campaign, Unit
from reporter.records.figure import Answer, OtherFigure, Override
from reporter.records.filing import Filing
from reporter.records.hazard import Hazard
from reporter.records.held import Held
from reporter.records.indicators import IndicatorSet
from reporter.records.institution import Institution
from reporter.records.places import Places
from reporter.records.rating import Rating
from reporter.records.visit import Visit
from reporter.text import key_of

TABLES = (Institution, Hazard, Rating, Visit, OtherFigure, Answer, Override)
"""The record types that are read from workbooks; a new one is one file and one name here."""


class Workspace(Struct, frozen=True, dict=True):
    """Everything steps 3–7 may know.

    While validating, names were resolved: Hazard, Rating and Visit name homes by code; Institution.township and the
    `unit` of figures, answers and overrides hold the unit's name as campaign.yaml prints it, never an alias.
    """

    root: Path
    campaign: Campaign
    filings: tuple[Filing, ...]
    indicator_sets: tuple[IndicatorSet, ...]
    institutions: tuple[Institution, ...] = ()
    hazards: tuple[Hazard, ...] = ()
    ratings: tuple[Rating, ...] = ()
    visits: tuple[Visit, ...] = ()
    figures: tuple[OtherFigure, ...] = ()
    answers: tuple[Answer, ...] = ()
    overrides: tuple[Override, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    """Clerk's texts: relative path below texts/, e.g. `year-end-summary/意见建议.md`, and content."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """Relative path of every input file and its SHA-256."""
    history: Mapping[str, Workspace] = field(default_factory=dict)
    """Closed periods, by period."""

    @property
    def name(self) -> str:
        return self.root.name

    @cached_property
    def units(self) -> Mapping[str, Unit]:
        return {unit.code: unit for unit in self.campaign.units}

    @cached_property
    def agencies(self) -> Mapping[str, Agency]:
        return {agency.id: agency for agency in self.campaign.agencies}

    @cached_property
    def homes(self) -> Mapping[str, Institution]:
        return {home.code: home for home in self.institutions}

    @property
    def unit(self) -> Unit:
        """The unit whose workspace this is."""
        return self.units[self.campaign.unit]

    def unit_of(self, filing: Filing) -> Unit:
        return self.units[filing.unit] if filing.unit else self.unit

    @cached_property
    def places(self) -> Places:
        """Its unit and everything below it."""
        return Places(self.campaign.units, self.campaign.unit)

    @cached_property
    def unit_of_home(self) -> Mapping[str, str]:
        """Code of a home → code of its unit; an unknown township falls to the workspace's own unit."""
        found = {home.code: self.places.find(home.township) for home in self.institutions}
        return {code: place.unit.code if place else self.campaign.unit for code, place in found.items()}

    @cached_property
    def held_homes(self) -> Held[Institution]:
        return Held(self.institutions, lambda home: (self.unit_of_home[home.code],))

    @cached_property
    def held_hazards(self) -> Held[Hazard]:
        return Held(self.hazards, lambda hazard: (self._unit_with(hazard.institution),))

    @cached_property
    def held_ratings(self) -> Held[Rating]:
        return Held(self.ratings, lambda rating: (self._unit_with(rating.institution),))

    @cached_property
    def held_visits(self) -> Held[Visit]:
        return Held(self.visits, lambda visit: {self._unit_with(home) for home in visit.visited})

    @cached_property
    def hazards_since(self) -> int | None:
        """The year with which the ledger begins."""
        return min((hazard.found_on.year for hazard in self.hazards), default=None)

    def _unit_with(self, home: str) -> str:
        return self.unit_of_home.get(home, self.campaign.unit)

    @cached_property
    def answers_by_unit(self) -> Mapping[tuple[str, str], Sequence[Answer]]:
        """Code of an indicator (as `key_of` has it) and of a unit → what was typed there, for whatever period."""
        found: dict[tuple[str, str], list[Answer]] = {}
        for answer in self.answers:
            if unit := self.places.code_of(answer.unit):
                found.setdefault((key_of(answer.code), unit), []).append(answer)
        return found

    def filing(self, filing_id: str) -> Filing:
        """The filing with that id; raises KeyError."""
        return self._filings[filing_id]

    @cached_property
    def _filings(self) -> Mapping[str, Filing]:
        return {filing.id: filing for filing in self.filings}
