"""What is due on a day: the state of every obligation, with the working shown (11月10日，周二；3个工作日后)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from reporter.calendar.chain import Break, check_chain
from reporter.calendar.deadline import Deadline
from reporter.calendar.grammar import parse_deadline
from reporter.calendar.recurrences import next_occurrence
from reporter.calendar.workdays import ANNOUNCED, DayKind, Provisional, Workdays
from reporter.records.campaign import Campaign, Obligation

State = Literal["not_due", "soon", "today", "overdue", "undated"]
STATES: dict[State, str] = {
    "overdue": "逾期",
    "today": "今天到期",
    "soon": "即将到期",
    "not_due": "未到期",
    "undated": "没有日期",
}
SOON = 5
"""Working days before a deadline from which it is due soon."""
_WEEK = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class Due:
    """One obligation on one day. `day` is None where the text gives none; `working` says how the day was found."""

    obligation: Obligation
    deadline: Deadline
    day: Provisional | None
    state: State
    working: str
    notes: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        """For JSON. Keys of the day: date, certain, earliest, latest."""
        given = self.obligation
        data: dict[str, Any] = {name: getattr(given, name) for name in ("id", "sender", "receiver", "kind")}
        data |= {"deliverable": given.deliverable, "period": given.period, "medium": list(given.medium)}
        data |= {"state": self.state, "working": self.working, "notes": list(self.notes)}
        data |= {"date": None, "certain": None}
        if self.day:
            data |= {"date": self.day.date.isoformat(), "certain": self.day.certain}
            data |= {"earliest": self.day.earliest.isoformat(), "latest": self.day.latest.isoformat()}
        return data | {"deadline": self.deadline.as_dict()}


@dataclass(frozen=True, slots=True)
class Agenda:
    """All obligations of a campaign on a day, by date, those without one last; and the faults of their chain."""

    on: date
    dues: tuple[Due, ...]
    breaks: tuple[Break, ...]

    @property
    def clean(self) -> bool:
        """Nothing is overdue and the chain holds."""
        late = any(due.state == "overdue" for due in self.dues)
        return not late and not any(one.severity == "error" for one in self.breaks)


def agenda(campaign: Campaign, on: date, days: Workdays = ANNOUNCED) -> Agenda:
    """Where every obligation of the campaign stands on the day `on`; whether it was sent is not known here."""
    dues = [due_on(one, campaign.years, on, days) for one in campaign.obligations]
    dues.sort(key=lambda due: (due.day is None, due.day.date if due.day else on, due.obligation.id))
    fixed = {due.obligation.id: due.day.date for due in dues if due.day}
    levels = {unit.code: unit.level for unit in campaign.units}
    breaks = (*_disagreements(dues), *check_chain(campaign.obligations, fixed, levels, days))
    return Agenda(on, tuple(dues), breaks)


def due_on(obligation: Obligation, years: Sequence[int], on: date, days: Workdays = ANNOUNCED) -> Due:
    """One obligation on a day. A typed date goes before the text; the text's year is the period's, else the plan's."""
    deadline = parse_deadline(obligation.due_text, year=year_of(obligation.period, years), days=days)
    day, notes = _day(obligation, deadline, on, days)
    if day is None:
        return Due(obligation, deadline, None, "undated", f"{obligation.due_text}（没有确定的日期）", notes)
    return Due(obligation, deadline, day, _state(day.date, on, days), working(day, on, days), notes)


def year_of(period: str, years: Sequence[int]) -> int | None:
    """The year that a deadline of a period inherits: the period's last, else the campaign's last."""
    found = re.findall(r"(?<!\d)(?:19|20|21)\d\d(?!\d)", re.sub(r"[QHqh]", " ", period))
    return int(found[-1]) if found else max(years, default=None)


def _day(
    obligation: Obligation, deadline: Deadline, on: date, days: Workdays
) -> tuple[Provisional | None, tuple[str, ...]]:
    if obligation.due:
        return Provisional(obligation.due, True, obligation.due, obligation.due), ()
    if deadline.kind == "recurrence":
        return next_occurrence(deadline, on, days), deadline.notes
    if deadline.resolved is None:
        return None, deadline.notes
    if not deadline.provisional:
        return Provisional(deadline.resolved, True, deadline.resolved, deadline.resolved), deadline.notes
    earliest, latest = deadline.earliest or deadline.resolved, deadline.latest or deadline.resolved
    return Provisional(deadline.resolved, False, earliest, latest), deadline.notes


def _state(day: date, on: date, days: Workdays) -> State:
    if day < on:
        return "overdue"
    if day == on:
        return "today"
    return "soon" if days.between(on, day).fewest <= SOON else "not_due"


def working(day: Provisional, on: date, days: Workdays = ANNOUNCED) -> str:
    """`11月10日，周二；3个工作日后`, with the year where it is another one and 暂定 where a notice is missing."""
    due = day.date
    said = _named(due, on)
    if not day.certain:
        moves = f"，可能在{_named(day.earliest, on)}至{_named(day.latest, on)}之间"
        said += f"（暂定{moves if day.earliest < day.latest else ''}）"
    said += f"，周{_WEEK[due.weekday()]}"
    if days.day_kind(due) is DayKind.OFF:
        said += f"（休息日，之前最后一个工作日是{_named(days.roll(due, '提前').date, on)}）"
    return f"{said}；{_distance(due, on, days)}"


def _named(day: date, on: date) -> str:
    return f"{day.month}月{day.day}日" if day.year == on.year else f"{day.year}年{day.month}月{day.day}日"


def _distance(due: date, on: date, days: Workdays) -> str:
    if due == on:
        return "就是今天"
    left = days.between(on, due) if due > on else days.between(due, on)
    number = f"{left.days}个工作日" if left.certain else f"约{left.days}个工作日（暂定）"
    if due < on:
        return f"已过{number}"
    return f"{number}后" if left.most else "中间没有工作日"


def _disagreements(dues: Sequence[Due]) -> list[Break]:
    """R11: the date typed beside the words must be the words' date."""
    found = []
    for due in dues:
        given, said = due.obligation.due, due.deadline.resolved
        if given and said and given != said:
            message = f"“{due.obligation.deliverable}”的 due 是{given}，而“{due.deadline.text}”是{said}"
            found.append(Break("R11", "error", message, "两处改成同一天", (due.obligation.id,)))
    return found
