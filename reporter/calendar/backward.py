"""The steps before a deadline, counted back in working days, and where a filing stands on that way.

Nothing leaves unsigned: what is due on the 10th is drafted, countersigned and signed before. A filing's state tells
which step is behind it: a kept 草稿 has its data together (收齐), a 征求意见稿 is drafted (初稿), a 送审稿 is
countersigned (会签), a 定稿 is signed (签发); 用印 and 报送 are known from the register of submissions alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct

from reporter.calendar.workdays import ANNOUNCED, Provisional, Workdays
from reporter.records.campaign import Campaign, Obligation, Step
from reporter.records.filing import Filing

_ORDER = ("收齐", "初稿", "会签", "签发", "用印", "报送")
_BEHIND = {"草稿": "收齐", "征求意见稿": "初稿", "送审稿": "会签", "定稿": "签发"}


class Stepped(Struct, frozen=True):
    """One step with the last day on which it is in time."""

    name: str
    day: Provisional
    done: bool

    def as_dict(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "date": self.day.date.isoformat(),
            "certain": self.day.certain,
            "done": self.done,
        }


class Standing(Struct, frozen=True):
    """Where the filing of an obligation stands. `filing` is empty where filings.yaml has none for it."""

    filing: str
    state: str
    steps: tuple[Stepped, ...]

    @property
    def next(self) -> Stepped | None:
        """The first step that is not done, None when all are."""
        return next((one for one in self.steps if not one.done), None)

    def as_dict(self) -> dict[str, Any]:
        following = self.next
        return {"filing": self.filing, "state": self.state, "steps": [one.as_dict() for one in self.steps],
                "next": following.as_dict() if following else None}  # fmt: skip


def steps_of(campaign: Campaign, obligation: Obligation) -> tuple[Step, ...]:
    """The obligation's own steps, else the campaign's, the earliest first."""
    return tuple(sorted(obligation.steps or campaign.steps, key=lambda step: -step.days))


def standing(
    steps: Sequence[Step],
    due: Provisional,
    filing: Filing | None,
    *,
    drafted: bool,
    sent: bool,
    days: Workdays = ANNOUNCED,
) -> Standing:
    """The steps before the day `due`. `drafted` says whether a draft of the filing is kept, `sent` whether it left."""
    done = len(steps) if sent else _done(steps, filing, drafted)
    found = tuple(
        Stepped(step.name, _day(due, step.days, days), number < done) for number, step in enumerate(steps)
    )
    return Standing(filing.id if filing else "", filing.state if filing else "", found)


def filing_of(obligation: Obligation, period: str, filings: Iterable[Filing], unit: str) -> Filing | None:
    """The filing of the unit with which an obligation is met: same kind and period, the one without variant first.

    Of a recurring obligation, `period` is the one in question (2026Q3).
    """
    wanted = {period, obligation.period}
    fit = [
        one
        for one in filings
        if one.kind == obligation.kind
        and one.period in wanted
        and (one.unit or unit) == unit
        and one.variant != "blank"
    ]
    return min(fit, key=lambda one: (one.period != period, one.variant is not None, one.id), default=None)


def _done(steps: Sequence[Step], filing: Filing | None, drafted: bool) -> int:
    """How many steps are behind the filing: those up to the last one that its state tells of."""
    if filing is None or (filing.state == "草稿" and not drafted):
        return 0
    rank = _ORDER.index(_BEHIND[filing.state])
    behind = [number for number, step in enumerate(steps, 1) if step.name in _ORDER[: rank + 1]]
    return max(behind, default=0)


def _day(due: Provisional, count: int, days: Workdays) -> Provisional:
    """So many working days before the last working day on which the deadline is met."""
    last = days.roll(due.date, "提前")
    found = days.shift(last.date, -count) if count else last
    return Provisional(
        found.date, found.certain and due.certain and last.certain, found.earliest, found.latest
    )
