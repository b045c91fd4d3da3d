"""How far the work is: what is told of it, and a listener who wants to know nothing."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Where the walk says how far it is."""

    def step(self, number: int, total: int) -> None:
        """Step `number` begins; it has `total` parts."""

    def part(self, what: str) -> None:
        """A part of the step is done."""


class Silent:
    """Nobody looks."""

    def step(self, number: int, total: int) -> None:
        """Step `number` begins; it has `total` parts."""

    def part(self, what: str) -> None:
        """A part of the step is done."""
