"""Until when: a day, or words that mean one from today on, for a call that returns every morning."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from reporter.calendar.workdays import Workdays
from reporter.errors import InputError
from reporter.patterns import regex
from reporter.text import half_width

HINT = "写成 2026-11-10、本月、本季度、本年、10天内 或 5个工作日内"
_WITHIN = regex(r"(\d{1,3})(天|日|个工作日|工作日)内?")
_MONTHS = {"本月": 1, "本季度": 3, "本半年": 6, "本年": 12}


def horizon(text: str, today: date, days: Workdays, where: str = "--due-by") -> date:
    """The last day that is meant. Raises InputError for what it does not understand."""
    plain = half_width(text).replace(" ", "")
    if plain in _MONTHS:
        span = _MONTHS[plain]
        last = (today.month + span - 1) // span * span
        return date(today.year, last, monthrange(today.year, last)[1])
    if found := _WITHIN.fullmatch(plain):
        count = int(found[1])
        working = "工作" in found[2] and count
        return days.shift(today, count).date if working else today + timedelta(days=count)
    try:
        return date.fromisoformat(plain)
    except ValueError:
        raise InputError(f"看不懂日期“{text}”", HINT, where) from None
