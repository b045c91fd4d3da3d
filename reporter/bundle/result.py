"""What a whole run came to, and how it ends."""

from __future__ import annotations

from msgspec import Struct

from reporter.bundle.order import BundleOrder
from reporter.bundle.outcome import Done, Outcome
from reporter.deliver.names import NEW_MARK

CLEAN, LOOK, NOT_DONE = 0, 1, 2
"""Exit codes (design section 5)."""


class Run(Struct, frozen=True):
    """What a run did. `outcomes` are in the order of the units; `seconds` by the clock."""

    order: BundleOrder
    outcomes: tuple[Outcome, ...]
    seconds: float = 0.0
    wrote: bool = False
    """Whether anything was looked at by a worker."""
    planned: bool = False

    @property
    def done(self) -> tuple[Done, ...]:
        return tuple(one for outcome in self.outcomes for one in outcome.done)

    def count(self, verdict: str) -> int:
        return sum(one.verdict == verdict for one in self.done)

    @property
    def exit_code(self) -> int:
        """0 clean; 1 something was refused or is to be looked at; 2 the machine let nothing be written."""
        bad, failed = self.count("refused") + self.count("failed"), self.count("failed")
        if failed and failed == len(self.done) and not self.planned:
            return NOT_DONE
        beside = any(one.verdict == "made" and NEW_MARK[:2] in "".join(one.files) for one in self.done)
        findings = any(one.findings for one in self.done)
        return LOOK if bad or beside or findings or self.count("kept") else CLEAN
