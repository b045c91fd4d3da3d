"""The days of a recurring deadline: each quarter's end, the third working day of each month, every Friday."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from reporter.calendar.deadline import Deadline, Slot, Term
from reporter.calendar.workdays import ANNOUNCED, Provisional, Workdays

_MONTHS = {"月": 1, "季度": 3, "半年": 6, "年": 12}


def occurrences(deadline: Deadline, year: int, days: Workdays = ANNOUNCED) -> tuple[Provisional, ...]:
    """The last days of the periods of a year, in order; empty for what recurs without a day (每年至少3次, 每两年).

    Without a day in the text a period ends with its last day. 节假日顺延 moves each day.
    """
    if deadline.kind != "recurrence" or (deadline.count or 1) > 1:
        return ()
    slot = deadline.slot or Slot()
    found = _weekly(slot, year) if deadline.period == "周" else _monthly(deadline.period, slot, year, days)
    return tuple(_rolled(one, deadline, days) for one in found)


def next_occurrence(deadline: Deadline, on: date, days: Workdays = ANNOUNCED) -> Provisional | None:
    """The first of these on or after a day, or None."""
    for year in (on.year - 1, on.year, on.year + 1):  # the last period of a year may be due in the next
        for found in occurrences(deadline, year, days):
            if found.date >= on:
                return found
    return None


def _rolled(found: Provisional, deadline: Deadline, days: Workdays) -> Provisional:
    return days.roll(found.date, deadline.roll) if deadline.roll else found


def _weekly(slot: Slot, year: int) -> Iterator[Provisional]:
    day = date(year, 1, 1)
    day += timedelta(days=((slot.weekday or 7) - 1 - day.weekday()) % 7)
    while day.year == year:
        yield Provisional(day, True, day, day)
        day += timedelta(days=7)


def _after(end: date, term: Term, days: Workdays) -> Provisional:
    if term.unit == "工作日":
        return days.shift(end, term.count)
    day = end + timedelta(days=term.count)
    return Provisional(day, True, day, day)


def _monthly(period: str, slot: Slot, year: int, days: Workdays) -> Iterator[Provisional]:
    step = _MONTHS.get(period, 0)
    if not step or slot.month > step:
        return
    for first in range(1, 13, step):
        month = first + (slot.month or step) - 1
        if slot.after:
            yield _after(date(year, month, monthrange(year, month)[1]), slot.after, days)
        elif slot.working_day:
            found = days.nth(year, month, slot.working_day)
            if found:
                yield found
        elif slot.day <= monthrange(year, month)[1]:
            day = date(year, month, slot.day or monthrange(year, month)[1])
            yield Provisional(day, True, day, day)
