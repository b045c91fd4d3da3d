"""What became of a unit and of each of its filings: small enough to travel between processes."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Verdict = Literal["made", "fresh", "planned", "kept", "refused", "failed"]
"""made, unchanged, to be made (a plan), left because it was edited by hand, refused (inputs), failed (machine)."""
VERDICTS: dict[Verdict, str] = {
    "made": "已生成",
    "fresh": "未变",
    "planned": "要生成",
    "kept": "人工改过，未动",
    "refused": "没有生成",
    "failed": "没有写出",
}


class Done(Struct, frozen=True):
    """One filing. `id` and `title` are empty where the whole unit is meant; `reason` says why it was made."""

    unit: str
    id: str
    title: str
    verdict: Verdict
    reason: str = ""
    notes: tuple[str, ...] = ()
    """What somebody must do now."""
    findings: int = 0
    """Error findings of a made document."""
    files: tuple[str, ...] = ()

    @property
    def task(self) -> tuple[str, str, str]:
        """What the journal keeps of it."""
        return self.id, self.verdict, self.reason


class Outcome(Struct, frozen=True):
    """One unit."""

    unit: str
    done: tuple[Done, ...] = ()
    seconds: float = 0.0
    undue: int = 0
    """Filings that were not asked for."""

    @property
    def bad(self) -> bool:
        """Whether something could not be made."""
        return any(one.verdict in ("refused", "failed") for one in self.done)
