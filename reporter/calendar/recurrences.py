"""The days of a recurring deadline: each quarter's end, the third working day of each month, every Friday."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from reporter.calendar.deadline import Deadline, Slot, Term
from reporter.calendar.workdays import ANNOUNCED, Provisional, Workdays

_MONTHS = {"月": 1, "季度": 3, "半年": 6, "年": 12}
_TEN_DAYS = {"上旬": 10, "中旬": 20, "下旬": 0}


class Occurrence(Struct, frozen=True):
    """One period of a recurring deadline and its last day. `period` is 2026-03, 2026Q1, 2026H1, 2026, 2026-03上旬 or
    2026W05 (the week of the day, ISO 8601): it stays when the day moves."""

    period: str
    day: Provisional


def periods(deadline: Deadline, year: int, days: Workdays = ANNOUNCED) -> tuple[Occurrence, ...]:
    """The periods of a year in order; empty for what recurs without a day (每年至少3次, 每两年).

    Without a day in the text a period ends with its last day. 节假日顺延 moves each day.
    """
    if deadline.kind != "recurrence" or (deadline.count or 1) > 1:
        return ()
    slot = deadline.slot or Slot()
    if deadline.period == "周":
        found = _weekly(slot, year)
    elif deadline.period == "旬":
        found = _ten_days(year)
    else:
        found = _monthly(deadline.period, slot, year, days)
    return tuple(replace(one, day=_rolled(one.day, deadline, days)) for one in found)


def next_period(deadline: Deadline, on: date, days: Workdays = ANNOUNCED) -> Occurrence | None:
    """The first period whose day is on or after a day, or None."""
    for year in (on.year - 1, on.year, on.year + 1):  # the last period of a year may be due in the next
        for found in periods(deadline, year, days):
            if found.day.date >= on:
                return found
    return None


def _rolled(found: Provisional, deadline: Deadline, days: Workdays) -> Provisional:
    return days.roll(found.date, deadline.roll) if deadline.roll else found


def _fixed(day: date) -> Provisional:
    return Provisional(day, True, day, day)


def _weekly(slot: Slot, year: int) -> Iterator[Occurrence]:
    day = date(year, 1, 1)
    day += timedelta(days=((slot.weekday or 7) - 1 - day.weekday()) % 7)
    while day.year == year:
        week = day.isocalendar()
        yield Occurrence(f"{week.year}W{week.week:02d}", _fixed(day))
        day += timedelta(days=7)


def _ten_days(year: int) -> Iterator[Occurrence]:
    for month in range(1, 13):
        for name, last in _TEN_DAYS.items():
            day = date(year, month, last or monthrange(year, month)[1])
            yield Occurrence(f"{year}-{month:02d}{name}", _fixed(day))


def _after(end: date, term: Term, days: Workdays) -> Provisional:
    if term.unit == "工作日":
        return days.shift(end, term.count)
    return _fixed(end + timedelta(days=term.count))


def _monthly(period: str, slot: Slot, year: int, days: Workdays) -> Iterator[Occurrence]:
    step = _MONTHS.get(period, 0)
    if not step or slot.month > step:
        return
    for first in range(1, 13, step):
        month = first + (slot.month or step) - 1
        if found := _in_month(slot, year, month, days):
            yield Occurrence(_name(step, year, first), found)


def _in_month(slot: Slot, year: int, month: int, days: Workdays) -> Provisional | None:
    """The day that a slot means in a month, None where the month has no such day."""
    longest = monthrange(year, month)[1]
    if slot.after:
        return _after(date(year, month, longest), slot.after, days)
    if slot.working_day:
        return days.nth(year, month, slot.working_day)
    return _fixed(date(year, month, slot.day or longest)) if slot.day <= longest else None


def _name(step: int, year: int, first: int) -> str:
    names = {1: f"{year}-{first:02d}", 3: f"{year}Q{first // 3 + 1}", 6: f"{year}H{first // 6 + 1}"}
    return names.get(step, str(year))
