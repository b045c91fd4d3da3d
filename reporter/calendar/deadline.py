"""A deadline as a notice writes it, and what can be said for certain about it."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from msgspec import Struct

Kind = Literal["date", "month_end", "ten_day", "range", "recurrence", "relative", "event", "undated"]
YearSource = Literal["stated", "inherited", ""]
Roll = Literal["顺延", "提前", ""]
Unit = Literal["日", "工作日", "周", "月", "年"]

LABELS: dict[Kind, str] = {
    "date": "某日",
    "month_end": "月底、季末或年底",
    "ten_day": "旬",
    "range": "起止",
    "recurrence": "周期",
    "relative": "期限",
    "event": "以事项为止",
    "undated": "没有日期",
}


class Term(Struct, frozen=True):
    """A length of time: `Term(3, "月")`. `before` counts back from the event; `soft` is 原则上."""

    count: int
    unit: Unit
    before: bool = False
    soft: bool = False

    def __str__(self) -> str:
        unit = {"月": "个月", "工作日": "个工作日"}.get(self.unit, self.unit)
        return f"{self.count}{unit}"


class Slot(Struct, frozen=True):
    """Which day of each recurring period is meant; the last day when nothing else is said.

    `month` is the month within the period that `day` belongs to (1 for 每季度首月), the last one when 0. `after` counts
    on from the end of the period (每季度结束后10日内, 每月次月5日前).
    """

    day: int = 0
    month: int = 0
    working_day: int = 0
    weekday: int = 0
    after: Term | None = None


class Deadline(Struct, frozen=True, kw_only=True):
    """One deadline. `text` is exactly as written; what is not written and not certain is None, never guessed.

    `resolved` is the last day on which it is still in time (inclusive). `inclusive` says whether the day, month or year
    that stands before 前 belongs to it. `notes` are Chinese sentences for the clerk.
    """

    text: str
    kind: Kind
    start: date | None = None
    resolved: date | None = None
    inclusive: bool = True
    event: str = ""
    count: int | None = None
    """Times in each period of a recurrence."""
    period: str = ""
    """年, 半年, 季度, 月, 旬, 周 or 日 of a recurrence."""
    slot: Slot | None = None
    """The day of each period, where the text names one."""
    term: Term | None = None
    year_source: YearSource = ""
    roll: Roll = ""
    """What the text says about holidays."""
    provisional: bool = False
    """True while `resolved` was counted in working days that are not announced yet (暂定)."""
    earliest: date | None = None
    latest: date | None = None
    """Between which days a provisional `resolved` may still move."""
    notes: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """For JSON: dates in ISO form, empty fields left out."""
        data: dict[str, Any] = {"text": self.text, "kind": self.kind, "inclusive": self.inclusive}
        data |= {"start": self.start and self.start.isoformat()}
        data |= {"resolved": self.resolved and self.resolved.isoformat()}
        data |= {"event": self.event, "count": self.count, "period": self.period}
        data |= {"term": str(self.term) if self.term else "", "year_source": self.year_source}
        data |= {"roll": self.roll, "provisional": self.provisional, "notes": list(self.notes)}
        data |= {"earliest": self.earliest and self.earliest.isoformat()}
        data |= {"latest": self.latest and self.latest.isoformat()}
        return {key: value for key, value in data.items() if value not in ("", None, [])}
