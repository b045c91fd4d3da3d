"""One obligation on one day: its deadline, its state, and how the day was found (11月10日，周二；3个工作日后)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, Literal

from msgspec import Struct

from reporter.calendar.backward import Standing
from reporter.calendar.deadline import Deadline
from reporter.calendar.grammar import parse_deadline
from reporter.calendar.recurrences import Occurrence, next_period, periods
from reporter.calendar.workdays import ANNOUNCED, DayKind, Provisional, Workdays
from reporter.records.campaign import Obligation
from reporter.records.period import chinese_date
from reporter.records.submission import Submission

State = Literal["not_due", "soon", "today", "overdue", "undated", "sent", "accepted", "returned"]
STATES: dict[State, str] = {
    "overdue": "逾期",
    "returned": "已退回",
    "today": "今天到期",
    "soon": "即将到期",
    "not_due": "未到期",
    "undated": "没有日期",
    "sent": "已报送",
    "accepted": "已接收",
}
SOON = 5
"""Working days before a deadline from which it is due soon."""
_WEEK = "一二三四五六日"


class Due(Struct, frozen=True):
    """One obligation on one day. `day` is None where the text gives none; `working` says how the day was found.

    `period` is the obligation's, or the one in question of a recurring obligation. `last` is the last entry of the
    register; of a level's obligation `missing` are the codes of the units that have not sent yet.
    """

    obligation: Obligation
    deadline: Deadline
    day: Provisional | None
    state: State
    working: str
    notes: tuple[str, ...]
    period: str = ""
    last: Submission | None = None
    missing: tuple[str, ...] = ()
    standing: Standing | None = None

    @property
    def sent(self) -> bool:
        """Whether it has left, and has not come back."""
        return self.state in ("sent", "accepted")

    def as_dict(self) -> dict[str, Any]:
        """For JSON. Keys of the day: date, certain, earliest, latest."""
        given = self.obligation
        data: dict[str, Any] = {name: getattr(given, name) for name in ("id", "sender", "receiver", "kind")}
        data |= {"deliverable": given.deliverable, "period": self.period, "medium": list(given.medium)}
        data |= {"state": self.state, "working": self.working, "notes": list(self.notes)}
        data |= {"missing": list(self.missing), "date": None, "certain": None}
        data |= {"last": self.last.as_dict() if self.last else None}
        data |= {"standing": self.standing.as_dict() if self.standing else None}
        if self.day:
            data |= {"date": self.day.date.isoformat(), "certain": self.day.certain}
            data |= {"earliest": self.day.earliest.isoformat(), "latest": self.day.latest.isoformat()}
        return data | {"deadline": self.deadline.as_dict()}


def due_on(obligation: Obligation, years: Sequence[int], on: date, days: Workdays = ANNOUNCED) -> Due:
    """One obligation on a day; of a recurring one the next period. A typed date goes before the text; the text's year
    is the period's, else the plan's."""
    deadline = deadline_of(obligation, years, days)
    if not _recurs(obligation, deadline):
        return owed(obligation, deadline, _only(obligation, deadline), on, days)
    return owed(obligation, deadline, next_period(deadline, on, days), on, days)


def occasions(
    obligation: Obligation, years: Sequence[int], days: Workdays = ANNOUNCED
) -> tuple[Occurrence, ...]:
    """Every computed deadline of an obligation: one, or those of all its years; none where the text names no day."""
    deadline = deadline_of(obligation, years, days)
    if not _recurs(obligation, deadline):
        one = _only(obligation, deadline)
        return (one,) if one else ()
    own = _years_in(obligation.period) or list(years)
    span = range(min(own), max(own) + 1) if own else ()
    return tuple(one for year in span for one in periods(deadline, year, days))


def owed(
    obligation: Obligation, deadline: Deadline, found: Occurrence | None, on: date, days: Workdays = ANNOUNCED
) -> Due:
    """An obligation with one of its deadlines, None where it has none."""
    notes = () if obligation.due else deadline.notes
    if found is None:
        told = f"{obligation.due_text}（没有确定的日期）"
        return Due(obligation, deadline, None, "undated", told, notes, obligation.period)
    state = _state(found.day.date, on, days)
    return Due(obligation, deadline, found.day, state, working(found.day, on, days), notes, found.period)


def deadline_of(obligation: Obligation, years: Sequence[int], days: Workdays = ANNOUNCED) -> Deadline:
    """The words of an obligation, read."""
    return parse_deadline(obligation.due_text, year=year_of(obligation.period, years), days=days)


def year_of(period: str, years: Sequence[int]) -> int | None:
    """The year that a deadline of a period inherits: the period's last, else the campaign's last."""
    found = _years_in(period)
    return found[-1] if found else max(years, default=None)


def _years_in(period: str) -> list[int]:
    return [int(one) for one in re.findall(r"(?<!\d)(?:19|20|21)\d\d(?!\d)", re.sub(r"[QHqh]", " ", period))]


def _recurs(obligation: Obligation, deadline: Deadline) -> bool:
    return deadline.kind == "recurrence" and obligation.due is None


def _only(obligation: Obligation, deadline: Deadline) -> Occurrence | None:
    """The one deadline of an obligation that does not recur."""
    day = obligation.due or deadline.resolved
    if day is None:
        return None
    if obligation.due or not deadline.provisional:
        return Occurrence(obligation.period, Provisional(day, True, day, day))
    found = Provisional(day, False, deadline.earliest or day, deadline.latest or day)
    return Occurrence(obligation.period, found)


def _state(day: date, on: date, days: Workdays) -> State:
    if day < on:
        return "overdue"
    if day == on:
        return "today"
    return "soon" if days.between(on, day).fewest <= SOON else "not_due"


def working(day: Provisional, on: date, days: Workdays = ANNOUNCED) -> str:
    """`11月10日，周二；3个工作日后`, with the year where it is another one and 暂定 where a notice is missing."""
    return f"{named_day(day, on, days)}；{_distance(day.date, on, days)}"


def named_day(day: Provisional, on: date, days: Workdays = ANNOUNCED) -> str:
    """`11月10日，周二`, with what makes it uncertain or unfit."""
    due = day.date
    said = short_day(due, on)
    if not day.certain:
        moves = f"，可能在{short_day(day.earliest, on)}至{short_day(day.latest, on)}之间"
        said += f"（暂定{moves if day.earliest < day.latest else ''}）"
    said += f"，周{_WEEK[due.weekday()]}"
    if days.day_kind(due) is DayKind.OFF:
        said += f"（休息日，之前最后一个工作日是{short_day(days.roll(due, '提前').date, on)}）"
    return said


def short_day(day: date, on: date) -> str:
    """11月10日, with the year where it is not the year of `on`."""
    return f"{day.month}月{day.day}日" if day.year == on.year else chinese_date(day)


def _distance(due: date, on: date, days: Workdays) -> str:
    if due == on:
        return "就是今天"
    left = days.between(on, due) if due > on else days.between(due, on)
    number = f"{left.days}个工作日" if left.certain else f"约{left.days}个工作日（暂定）"
    if due < on:
        return f"已过{number}"
    return f"{number}后" if left.most else "中间没有工作日"
