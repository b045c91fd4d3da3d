"""Records in the order in which they are shown, and by the units that they belong to: sorted once, however many ask."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Generic, TypeVar

from reporter.records.base import Record
from reporter.records.places import Place

R = TypeVar("R", bound=Record)


def in_order(records: Iterable[R]) -> list[R]:
    """By visible key, digits as numbers: moving a row in Excel changes nothing."""
    found = list(records)
    return sorted(found, key=natural_key) if len(found) > 1 else found


def natural_key(record: Record) -> tuple[tuple[int, int, str], ...]:
    """A key that sorts `H-9` before `H-10`."""
    parts = re.findall(r"[0-9]+|[^0-9]+", record.key)
    return tuple((0, int(part), part) if part[0] in "0123456789" else (1, 0, part) for part in parts)


class Held(Generic[R]):
    """The records of one table; `units_of` gives the codes of the units that one belongs to."""

    def __init__(self, records: Iterable[R], units_of: Callable[[R], Iterable[str]]) -> None:
        self._records, self._units_of = records, units_of
        self._known: dict[frozenset[str], Sequence[R]] = {}

    def at(self, place: Place) -> Sequence[R]:
        """Those that count for the place, in order."""
        if place.codes not in self._known:
            inside = (self._by_unit[code] for code in place.codes if code in self._by_unit)
            places = sorted({number for numbers in inside for number in numbers})
            self._known[place.codes] = tuple(self.all[number] for number in places)
        return self._known[place.codes]

    @cached_property
    def all(self) -> Sequence[R]:
        """Every one, in order."""
        return in_order(self._records)

    @cached_property
    def _by_unit(self) -> Mapping[str, Sequence[int]]:
        found: dict[str, list[int]] = {}
        for number, record in enumerate(self.all):
            for unit in self._units_of(record):
                found.setdefault(unit, []).append(number)
        return found
