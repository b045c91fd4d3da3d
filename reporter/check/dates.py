"""Dates as they stand in documents."""

from __future__ import annotations

import re
from datetime import date

_DATE = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")


def exists(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def day_of(year: str, month: str, day: str) -> date | None:
    """None for a missing year or a day that does not exist."""
    if not year or not exists(int(year), int(month), int(day)):
        return None
    return date(int(year), int(month), int(day))


def date_in(text: str) -> date | None:
    """The first full date in Arabic digits, None without one or when it does not exist."""
    found = _DATE.search(text)
    return day_of(found[1], found[2], found[3]) if found else None


_LOOSE = re.compile(r"(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})")


def loose_date(text: str) -> date | None:
    """A full date of a cell in any usual form (2026年5月8日, 2026-05-08, 2026.5.8), else None."""
    found = _LOOSE.search(text)
    return day_of(found[1], found[2], found[3]) if found else None
