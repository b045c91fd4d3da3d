"""What a workspace knows, as far as a check asks for it: every fact's printed forms, names."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct


class KnownFact(Struct, frozen=True):
    """A fact: its canonical address, its Chinese name, value and unit; `called` is the address as a clerk reads it."""

    address: str
    name: str
    value: Decimal
    unit: str = ""
    period: str = ""
    as_of: str = ""
    """The day as documents print it: 2026年10月31日."""
    called: str = ""
    cells: str = ""
    """The cells behind it, a few of them: 隐患台账.xlsx › 隐患台账 › D17 等184处."""

    @property
    def told(self) -> str:
        """Name, value and cells in one Chinese phrase."""
        day = f"，截至{self.as_of}" if self.as_of else ""
        source = f"，来自{self.cells}" if self.cells else ""
        return f"{self.name}（{self.called or self.address}{day}）是{self.value:f}{self.unit}{source}"


class Known(Struct, frozen=True):
    """Facts by value, and institutions by name."""

    facts: tuple[KnownFact, ...] = ()
    institutions: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    """Places below the workspace's own, e.g. 河口镇."""
    place: str = ""
    """The workspace's own place, e.g. 安和县."""

    def at(self, address: str) -> tuple[KnownFact, ...]:
        """The fact of an address, once for every period and day that a filing has."""
        return tuple(fact for fact in self.facts if fact.address == address)
