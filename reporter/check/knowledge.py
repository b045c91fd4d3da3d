"""What a workspace knows, as far as a check asks for it: every fact's printed forms, agencies, names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class KnownFact:
    """A fact: its canonical address, its Chinese name, value and unit."""

    address: str
    name: str
    value: Decimal
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """Facts by value, agency names with their level (0 state … 4 township), and institutions by name."""

    facts: tuple[KnownFact, ...] = ()
    agencies: Mapping[str, int] = field(default_factory=dict)
    institutions: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()

    def with_value(self, value: Decimal, unit: str = "") -> tuple[KnownFact, ...]:
        """Facts of that value; of that unit when both name one."""
        return tuple(
            fact
            for fact in self.facts
            if fact.value == value and (not unit or not fact.unit or fact.unit == unit)
        )
