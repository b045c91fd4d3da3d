"""The units of a workspace as places: what each one covers, and what it may be called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from reporter.errors import UnknownName
from reporter.records.campaign import Unit
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


class Places:
    """The unit `top` and everything below it, out of `units`. Thousands of filings ask, so each thing is found once."""

    def __init__(self, units: Sequence[Unit], top: str) -> None:
        self._units, self._top = units, top
        self._covered: dict[str, frozenset[str]] = {}

    def below(self, code: str) -> Sequence[Unit]:
        """The units directly below `code`, in the order of campaign.yaml."""
        return self._below.get(code, ())

    @cached_property
    def _below(self) -> Mapping[str, Sequence[Unit]]:
        found: dict[str, list[Unit]] = {}
        for unit in self._units:
            if unit.parent is not None:
                found.setdefault(unit.parent, []).append(unit)
        return {code: tuple(below) for code, below in found.items()}

    def covered(self, code: str) -> frozenset[str]:
        """The unit and all below it, directly or not."""
        if code not in self._covered:
            codes, front = {code}, [code]
            while front:
                front = [
                    unit.code for parent in front for unit in self.below(parent) if unit.code not in codes
                ]
                codes.update(front)
            self._covered[code] = frozenset(codes)
        return self._covered[code]

    def __iter__(self) -> Iterator[Place]:
        """In the order of campaign.yaml."""
        return iter(self._all)

    @cached_property
    def _all(self) -> Sequence[Place]:
        inside = self.covered(self._top)
        return tuple(Place(unit, self.covered(unit.code)) for unit in self._units if unit.code in inside)

    def find(self, name: str) -> Place | None:
        """The place with that name, code or alias; `…本级` for a unit without those below it."""
        return self._by_name.get(key_of(name))

    def get(self, name: str) -> Place:
        """The same; raises UnknownName with the nearest one."""
        place = self.find(name)
        if place is None:
            raise UnknownName(f"没有单位“{name}”", did_you_mean(name, [place.unit.name for place in self]))
        return place

    def code_of(self, name: str | None) -> str | None:
        """The unit that a record means by what it says as its unit: `top` where it says nothing."""
        if name is None:
            return self._top
        place = self.find(name)
        return place.unit.code if place and not place.own else None

    @cached_property
    def _by_name(self) -> Mapping[str, Place]:
        known: dict[str, Place] = {}
        for place in self:
            own = Place(place.unit, frozenset({place.unit.code}), own=True)
            for name in (place.unit.name, place.unit.code, *place.unit.aliases):
                known.setdefault(key_of(name), place)
            known.setdefault(key_of(own.name), own)
        return known
