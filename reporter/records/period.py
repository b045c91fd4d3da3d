"""Periods as filings name them: 2026, 2026H1, 2026Q3, 2026-09, 2023-2026."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from msgspec import Struct

from reporter.errors import InputError
from reporter.patterns import regex
from reporter.text import half_width

_QUARTERS = "一二三四"
_WRITTEN = regex(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_FORMS = (
    (regex(r"(\d{4})年?(?:度|全年)?"), "year"),
    (regex(r"(\d{4})年?(?:-|—|–|~|至|到)+(\d{4})年?"), "years"),
    (regex(r"(\d{4})年?(?:[Qq]|第)?([1-4一二三四])(?:季度)?"), "quarter"),
    (regex(r"(\d{4})年?(?:[Hh]([12])|(上|下)半年)"), "half"),
    (regex(r"(\d{4})(?:年|-)(0?[1-9]|1[0-2])月?"), "month"),
)


class Period(Struct, frozen=True, order=True):
    """Days `start` to `end`, both included; `text` is the canonical form, `label` the printed one."""

    start: date
    end: date
    text: str
    label: str

    @property
    def years(self) -> tuple[int, ...]:
        """The calendar years it touches."""
        return tuple(range(self.start.year, self.end.year + 1))

    def holds(self, day: date | None) -> bool:
        """Whether the day lies in the period; an unknown day does not."""
        return day is not None and self.start <= day <= self.end

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=256)
def parse_period(text: str) -> Period:
    """The period that `text` names; raises InputError with the accepted forms."""
    plain = re.sub(r"\s+", "", half_width(text))
    for pattern, form in _FORMS:
        if found := pattern.fullmatch(plain):
            groups = [group for group in found.groups() if group]
            period = _build(form, int(groups[0]), groups[1:])
            if period is not None:
                return period
    raise InputError(f"看不懂期间“{text}”", "可写 2026、2026H1、2026Q3、2026-09 或 2023-2026")


def _build(form: str, year: int, rest: list[str]) -> Period | None:
    if not 1900 <= year <= 2199:
        return None
    if form == "year":
        return Period(date(year, 1, 1), date(year, 12, 31), f"{year}", f"{year}年")
    if form == "years":
        last = int(rest[0])
        if not year < last <= 2199:
            return None
        return Period(date(year, 1, 1), date(last, 12, 31), f"{year}-{last}", f"{year}—{last}年")
    if form == "quarter":
        number = _QUARTERS.index(rest[0]) + 1 if rest[0] in _QUARTERS else int(rest[0])
        return _months(year, 3 * number - 2, 3, f"Q{number}", f"第{_QUARTERS[number - 1]}季度")
    if form == "half":
        if rest[0] in ("2", "下"):
            return _months(year, 7, 6, "H2", "下半年")
        return _months(year, 1, 6, "H1", "上半年")
    return _months(year, int(rest[0]), 1, f"-{int(rest[0]):02d}", f"{int(rest[0])}月")


def _months(year: int, first: int, count: int, text: str, label: str) -> Period:
    after = first + count
    following = date(year + (after > 12), after - 12 if after > 12 else after, 1)
    return Period(date(year, first, 1), following - timedelta(days=1), f"{year}{text}", f"{year}年{label}")


def chinese_date(day: date) -> str:
    """2026-11-05 → 2026年11月5日, as documents print it (GB/T 9704-2012 7.3.5.4: no leading zeros)."""
    return f"{day.year}年{day.month}月{day.day}日"


def day_in(text: str) -> tuple[int, int, int] | None:
    """Year, month and day of the first whole date that is written in a text (2026年11月5日).

    Whether there is such a day nobody asks here.
    """
    return _parts(_WRITTEN.search(text))


def iso_day(day: tuple[int, int, int]) -> str:
    """Year, month and day as 2026-11-05, whether or not there is such a day."""
    return "{:04d}-{:02d}-{:02d}".format(*day)


def whole_day(text: str) -> tuple[int, int, int] | None:
    """Year, month and day of a text that is a written date and nothing else."""
    return _parts(_WRITTEN.fullmatch(text))


def _parts(found: re.Match[str] | None) -> tuple[int, int, int] | None:
    return (int(found[1]), int(found[2]), int(found[3])) if found else None
