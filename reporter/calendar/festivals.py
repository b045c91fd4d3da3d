"""Statutory holidays and how far a year's notice may move days around them (全国年节及纪念日放假办法, 2024).

The days of the festivals are fixed by law and by the lunar calendar long before; which days are bridged and which
weekends are worked is announced each November. What lies between the two is the range of a provisional date.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from msgspec import Struct

# 春节 (first day of the first lunar month), 清明, 端午, 中秋 of each year as month and day.
_TABLE = """
    2008 0207 0404 0608 0914  2009 0126 0404 0528 1003  2010 0214 0405 0616 0922
    2011 0203 0405 0606 0912  2012 0123 0404 0623 0930  2013 0210 0404 0612 0919
    2014 0131 0405 0602 0908  2015 0219 0405 0620 0927  2016 0208 0404 0609 0915
    2017 0128 0404 0530 1004  2018 0216 0405 0618 0924  2019 0205 0405 0607 0913
    2020 0125 0404 0625 1001  2021 0212 0404 0614 0921  2022 0201 0405 0603 0910
    2023 0122 0405 0622 0929  2024 0210 0404 0610 0917  2025 0129 0404 0531 1006
    2026 0217 0405 0619 0925  2027 0206 0405 0609 0915  2028 0126 0404 0528 1003
    2029 0213 0404 0616 0922  2030 0203 0405 0605 0912  2031 0123 0405 0624 1001
    2032 0211 0404 0612 0919  2033 0131 0404 0601 0908  2034 0219 0405 0620 0927
    2035 0208 0405 0610 0916  2036 0128 0404 0530 1004  2037 0215 0404 0618 0924
    2038 0204 0405 0607 0913  2039 0124 0405 0527 1002  2040 0212 0404 0614 0920
    2041 0201 0404 0603 0910  2042 0122 0404 0622 0928  2043 0210 0405 0611 0917
    2044 0130 0404 0531 1005  2045 0217 0404 0619 0925  2046 0206 0404 0608 0915
    2047 0126 0405 0529 1004  2048 0214 0404 0615 0922  2049 0202 0404 0604 0911
    2050 0123 0404 0623 0930
"""
_WORDS = _TABLE.split()
_FESTIVALS = {int(_WORDS[at]): _WORDS[at + 1 : at + 5] for at in range(0, len(_WORDS), 5)}


class Around(Struct, frozen=True):
    """One holiday: the days off by law, the longest run that may be off, and the days whose weekends may be worked."""

    name: str
    core: tuple[date, date]
    longest: tuple[date, date]
    swapped: tuple[date, date]


def _around(name: str, first: date, days: int, longest: tuple[int, int], swapped: tuple[int, int]) -> Around:
    """Spans are counted in days from the first day off."""

    def span(ends: tuple[int, int]) -> tuple[date, date]:
        return first + timedelta(days=ends[0]), first + timedelta(days=ends[1])

    return Around(name, span((0, days - 1)), span(longest), span(swapped))


@cache
def holidays_of(year: int) -> tuple[Around, ...]:
    """The holidays of a year; without the lunar ones beyond the table. Spans hold what was announced since 2014."""
    found = [
        _around("元旦", date(year, 1, 1), 1, (-2, 2), (-6, 9)),
        _around("劳动节", date(year, 5, 1), 2, (-2, 4), (-13, 13)),
        _around("国庆节", date(year, 10, 1), 3, (-2, 8), (-14, 13)),
    ]
    if year in _FESTIVALS:
        spring, *others = (date(year, int(day[:2]), int(day[2:])) for day in _FESTIVALS[year])
        found.append(_around("春节", spring - timedelta(days=1), 4, (-1, 9), (-13, 22)))
        for name, day in zip(("清明节", "端午节", "中秋节"), others, strict=True):
            found.append(_around(name, day, 1, (-2, 2), (-8, 8)))
    return tuple(sorted(found, key=lambda one: one.core))


@cache
def _days(year: int, part: str) -> frozenset[date]:
    """All days of a part of the holidays of a year; the first week of January belongs to the year before too."""
    found = set()
    for around in (*holidays_of(year), *holidays_of(min(year + 1, 9998))):
        start, end = getattr(around, part)
        found |= {start + timedelta(days=step) for step in range((end - start).days + 1)}
    return frozenset(found)


@cache
def _made_up(year: int) -> frozenset[date]:
    """Days off in lieu of statutory days that fall on a weekend: the next weekdays that are no statutory day."""
    core, found = _days(year, "core"), set()
    for around in holidays_of(year):
        start, end = around.core
        day, owed = end, sum((start + timedelta(days=n)).weekday() > 4 for n in range((end - start).days + 1))
        while owed:
            day += timedelta(days=1)
            if day.weekday() < 5 and day not in core and day not in found:
                found.add(day)
                owed -= 1
    return frozenset(found)


def likely_off(day: date) -> bool:
    """Off if the year were announced without swaps: weekends, statutory days, days in lieu of them."""
    return day.weekday() > 4 or day in _days(day.year, "core") or day in _made_up(day.year)


def surely_off(day: date) -> bool:
    """Off whatever is announced: statutory days, and weekends too far from any holiday to be worked."""
    return day in _days(day.year, "core") or (day.weekday() > 4 and day not in _days(day.year, "swapped"))


def possibly_off(day: date) -> bool:
    """Off under the most generous notice: weekends and the longest run of each holiday."""
    return day.weekday() > 4 or day in _days(day.year, "longest")
