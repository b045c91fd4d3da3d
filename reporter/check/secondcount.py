"""Whether anything is to be counted a second time; pandas, which does it, is loaded only then.

It takes longer to load than a county's form takes to make, and a form of typed answers has nothing to count.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from importlib import import_module
from typing import Protocol, cast

from reporter.check.finding import Finding
from reporter.facts.fact import Fact
from reporter.records.workspace import Workspace

_WAY = "reporter.check.recount"
_FAMILIES = frozenset({"hazards", "institutions"})
"""Families of figures that it can count."""


class Counter(Protocol):
    """Counts figures again."""

    def check(self, facts: Iterable[Fact], file: str) -> list[Finding]:
        """GW711 for every figure whose recount gives another number."""


class SecondCount:
    """The second way, for the figures of one workspace that come from its registers."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def check(self, facts: Iterable[Fact], file: str) -> list[Finding]:
        """See `recount.Recount.check`."""
        counted = [fact for fact in facts if fact.family in _FAMILIES]
        empty = not self._workspace.hazards and not self._workspace.institutions
        return [] if empty or not counted else self._way.check(counted, file)

    @cached_property
    def _way(self) -> Counter:
        return cast(Counter, import_module(_WAY).Recount(self._workspace))
