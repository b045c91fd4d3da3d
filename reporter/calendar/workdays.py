"""Working days of the State Council's yearly notices behind one class; years not announced give provisional dates.

`chinesecalendar` knows 2004 to the last year that was announced when it was released; what it has wrong is corrected. A
`Notice` (a YAML file, see `notices`) adds a year or overrules single days. Nothing here reads the clock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from enum import Enum
from functools import cache, lru_cache
from itertools import chain, repeat

import chinese_calendar
from msgspec import Struct

from reporter.calendar.deadline import Roll
from reporter.calendar.festivals import likely_off, possibly_off, surely_off
from reporter.calendar.notices import Notice

_DAY = timedelta(days=1)
Day = date  # for the class that has a field of this name
_FARTHEST = 2600
"""Working days that may be counted at once: ten years."""
_CORRECTED = (
    Notice(
        2006,
        "国务院办公厅关于2006年部分节假日安排的通知",
        "国办发明电〔2005〕35号",
        {},
        frozenset({date(2005, 12, 31)}),
    ),
)
"""What the package has wrong (docs/holidays.md): each day with its notice."""


class DayKind(Enum):
    """The three answers."""

    WORKING = "工作日"
    OFF = "休息日"
    UNANNOUNCED = "尚未公布"


class Provisional(Struct, frozen=True):
    """A day that was found by counting. Not `certain` is 暂定: it may become any day from `earliest` to `latest`."""

    date: Day
    certain: bool
    earliest: Day
    latest: Day

    def __str__(self) -> str:
        if self.certain:
            return self.date.isoformat()
        if self.earliest == self.latest:
            return f"{self.date}（暂定）"
        return f"{self.date}（暂定，可能在{self.earliest}至{self.latest}之间）"


class Count(Struct, frozen=True):
    """A number of working days; not `certain` is 暂定, between `fewest` and `most`."""

    days: int
    certain: bool
    fewest: int
    most: int


_worked = lru_cache(maxsize=1 << 14)(chinese_calendar.is_workday)


@cache
def _packaged() -> tuple[int, int]:
    """First and last year that the installed chinesecalendar knows."""
    return min(chinese_calendar.holidays).year, max(chinese_calendar.holidays).year


class Workdays:
    """Working days by the packaged years and by notices; later notices overrule earlier ones."""

    def __init__(self, notices: Iterable[Notice] = ()) -> None:
        self.notices = tuple(notices)
        self._ruled: dict[date, DayKind] = {}
        first, last = _packaged()
        self._years = {*range(first, last + 1), *(notice.year for notice in self.notices)}
        for notice in (*_CORRECTED, *self.notices):
            self._ruled |= dict.fromkeys(notice.days_off, DayKind.OFF)
            self._ruled |= dict.fromkeys(notice.working, DayKind.WORKING)

    def announced(self, day: date) -> bool:
        """Whether a notice covers the day. 元旦's notice reaches back into the last days of December, so these
        stay open until the next year's is known."""
        if day in self._ruled:
            return True
        late = (day.month, day.day) >= (12, 26)
        return day.year in self._years and (not late or day.year + 1 in self._years)

    def day_kind(self, day: date) -> DayKind:
        """Working, off, or not announced yet."""
        if day in self._ruled:
            return self._ruled[day]
        if not self.announced(day):
            return DayKind.UNANNOUNCED
        first, last = _packaged()
        working = _worked(day) if first <= day.year <= last else day.weekday() < 5
        return DayKind.WORKING if working else DayKind.OFF

    def works(self, day: date, unless: Callable[[date], bool] = likely_off) -> bool:
        """Whether the day is worked; where it is not announced, unless `unless` calls it off."""
        kind = self.day_kind(day)
        return not unless(day) if kind is DayKind.UNANNOUNCED else kind is DayKind.WORKING

    def shift(self, day: date, count: int) -> Provisional:
        """The `count`th working day after `day` (before it when negative); `day` itself is never counted.

        Raises ValueError for more than ten years of working days.
        """
        if abs(count) > _FARTHEST:
            raise ValueError(f"too far: {count} working days")
        return self._found(day, lambda unless: self._walk(day, count, unless))

    def roll(self, day: date, how: Roll) -> Provisional:
        """`day` if it is worked, else the next (顺延) or the last (提前) working day."""
        if not how:
            return Provisional(day, True, day, day)
        step = 1 if how == "顺延" else -1
        return self.shift(day - step * _DAY, step)

    def nth(self, year: int, month: int, count: int) -> Provisional | None:
        """The nth working day of a month (the last ones for negative n), or None when the month has fewer."""
        first = date(year, month, 1)
        after = date(year + month // 12, month % 12 + 1, 1)
        found = self.shift(first - _DAY, count) if count > 0 else self.shift(after, count)
        return found if count and first <= found.date < after else None

    def between(self, start: date, end: date) -> Count:
        """Working days after `start` up to and with `end`; negative when `end` comes first."""
        if end < start:
            back = self.between(end, start)
            return Count(-back.days, back.certain, -back.most, -back.fewest)
        days = [start + _DAY * step for step in range(1, (end - start).days + 1)]
        likely = sum(self.works(day) for day in days)
        most = sum(self.works(day, surely_off) for day in days)
        fewest = sum(self.works(day, possibly_off) for day in days)
        return Count(likely, all(map(self.announced, days)), min(fewest, likely), max(most, likely))

    def _walk(self, day: date, count: int, unless: Callable[[date], bool]) -> date:
        step = _DAY if count > 0 else -_DAY
        for _ in repeat(None, abs(count)):
            day += step
            while not self.works(day, unless):
                day += step
        return day

    def _found(self, start: date, walk: Callable[[Callable[[date], bool]], date]) -> Provisional:
        likely, one, other = walk(likely_off), walk(surely_off), walk(possibly_off)
        earliest, latest = min(likely, one, other), max(likely, one, other)
        span = range(min(0, (earliest - start).days), max(0, (latest - start).days) + 1)
        passed = chain([latest], (start + _DAY * step for step in span if step))
        return Provisional(likely, all(map(self.announced, passed)), earliest, latest)


ANNOUNCED = Workdays()
"""The packaged years alone."""
