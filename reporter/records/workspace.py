"""A workspace: one unit in one campaign, with all its records (design 4.1)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from msgspec import Struct, field

from reporter.records.campaign import Agency, Campaign, Unit
from reporter.records.figure import Answer, OtherFigure, Override
from reporter.records.filing import Filing
from reporter.records.hazard import Hazard
from reporter.records.indicators import IndicatorSet
from reporter.records.institution import Institution
from reporter.records.rating import Rating
from reporter.records.visit import Visit

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

    def below(self, code: str) -> tuple[Unit, ...]:
        """The units directly below `code`, in the order of campaign.yaml."""
        return tuple(unit for unit in self.campaign.units if unit.parent == code)

    def filing(self, filing_id: str) -> Filing:
        """The filing with that id; raises KeyError."""
        for filing in self.filings:
            if filing.id == filing_id:
                return filing
        raise KeyError(filing_id)
