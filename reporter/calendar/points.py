"""Points in time as notices name them: a day, a part of a month, a month, a quarter, a year; each is a span of days."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from reporter.calendar.deadline import YearSource
from reporter.calendar.plain import number_of
from reporter.patterns import regex

Size = Literal["day", "ten_day", "month", "quarter", "half", "year", "vague"]

NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
YEAR4 = r"(?:(?<!\d)\d{4}|[〇零一二三四五六七八九]{4})年度?"
_YEAR = rf"(?:{YEAR4}|(?<!\d)\d{{2}}年|本年度?|今年|当年|同年|明年|次年|翌年|来年)"
_ISO = r"(?<!\d)(?:19|20|21)\d\d(?:—\d{1,2}—\d{1,2}|/\d{1,2}/\d{1,2}|\.\d{1,2}\.\d{1,2})(?!\d)"
_DAY = rf"{NUMBER}[日号]"
_PART = rf"(?:{_DAY}|月?[底末]|[上中下]旬[底末]?|初)"
_MONTH = rf"(?<!\d){NUMBER}月份?"
_MONTHS = rf"(?:{_MONTH}{_PART}?|第?[1-4一二三四]季度[底末]?|[上下]半年[底末]?)"
MARKED = (
    rf"(?:{_YEAR}?(?:{_MONTH}(?:月?[底末]|[上中下]旬[底末]?)|第?[1-4一二三四]季度[底末]|[上下]半年[底末])"
    rf"|{YEAR4}年?[底末内]|(?:本年|今年|当年|明年|次年)?年[底末内]|本年底|本[个]?月[底末])"
)
"""Points that are a deadline without any further word: 5月底, 8月上旬, 年底."""
POINT = rf"(?:{_ISO}|{_YEAR}?{_MONTHS}|[本当]月{_PART}|{_YEAR}年?[底末内]|年[底末内]|{YEAR4})"
REST = rf"(?:{_DAY}|[上中下]旬[底末]?|月?[底末])"
"""The second point of a range that leaves out the month: 4月10日至20日."""

_BLANK = r"\s\u200b\ufeff"
_DASHES = "—–―－-~～─/／.．"
_ISO_SIGNS = tuple(
    rf"{re.escape(sign)}(?<=[\d{_BLANK}].)[\d{_BLANK}]+[{re.escape(_DASHES)}]" for sign in _DASHES
)
POINT_SIGNS = (
    rf"月(?<=[\d一二三四五六七八九十{_BLANK}]月)", rf"季(?<=[1-4１-４一二三四{_BLANK}]季)", rf"半(?<=[上下{_BLANK}]半)",
    rf"年(?:(?<=[\d〇零一二三四五六七八九O○Ｏ本今当同明次翌来{_BLANK}]年)|[{_BLANK}]*[底末内])", *_ISO_SIGNS,
)  # fmt: skip
"""What every month, quarter, year and full date bears, before blanks are taken out: patterns, each of which begins with
a sign. Without them no deadline has a day of its own."""

DAY_SIGNS = (
    rf"月(?<=[\d一二三四五六七八九十{_BLANK}]月)份?[{_BLANK}]*[\d一二三四五六七八九十]", "工作日", "结束", "终了",
    *_ISO_SIGNS,
)  # fmt: skip
"""What every deadline bears that has a day of its own and not a whole month or year: patterns, each of which begins
with a sign."""

_READ_YEAR = regex(
    r"(?:(?P<stated>\d{4}|\d{2}|[〇零一二三四五六七八九]{4})年度?|(?P<next>明年|次年|翌年|来年)|本年度?|今年|当年|同年)?"
)
_READ = (
    ("iso", regex(r"(\d{4})[—/.](\d{1,2})[—/.](\d{1,2})")),
    ("day", regex(rf"(?:({NUMBER})月份?|([本当]月))?({NUMBER})[日号]")),
    ("tens", regex(rf"(?:({NUMBER})月份?|([本当]月))?([上中下])旬([底末]?)")),
    ("end", regex(rf"(?:({NUMBER})月份?月?|([本当]月))?月?[底末]")),
    ("begin", regex(rf"(?:({NUMBER})月份?|([本当]月))初")),
    ("month", regex(rf"({NUMBER})月份?")),
    ("quarter", regex(r"第?([1-4一二三四])季度([底末]?)")),
    ("half", regex(r"([上下])半年([底末]?)")),
    ("year", regex(r"年?([底末内]?)")),
)
_TENS = {"上": (1, 10), "中": (11, 20), "下": (21, 31)}


class Known(Struct, frozen=True):
    """What a point inherits: the plan's year, the month before it in a range, the day of the document."""

    year: int | None = None
    month: int | None = None
    anchor: date | None = None
    stated: bool = False
    """The inherited year was written out earlier in the same deadline."""


class Point(Struct, frozen=True):
    """Days `first` to `last` of a point; None while the year is unknown or there is no such day (see `notes`)."""

    size: Size
    first: date | None = None
    last: date | None = None
    ended: bool = False
    """底 or 末: only the last day is meant."""
    year_source: YearSource = ""
    year: int | None = None
    month: int | None = None
    notes: tuple[str, ...] = ()


def read_point(text: str, known: Known) -> Point:
    """The point of a text that POINT or REST matched; years outside 1900–2199 are not believed."""
    form, groups = _form(text)
    if form == "iso":
        return _span(Point("day", year_source="stated", year=int(groups[0])), (int(groups[1]),) * 2,
                     (int(groups[2]),) * 2)  # fmt: skip
    head = _READ_YEAR.match(text)
    assert head is not None  # every part of it is optional
    base, rest = _dated(head, known), text[head.end() :]
    form, groups = ("year", (rest,)) if head[0] and rest in ("底", "末") else _form(rest)
    return _built(form, groups, base, known)


def _form(text: str) -> tuple[str, tuple[str, ...]]:
    for name, pattern in _READ:
        if found := pattern.fullmatch(text):
            return name, tuple(group or "" for group in found.groups())
    return "", ()


def _dated(head: re.Match[str], known: Known) -> Point:
    """A point that has only its year yet."""
    stated = head["stated"] or ""
    if len(stated) == 2:
        return Point("day", notes=(f"年份只写了两位（{stated}年），请写四位",))
    if stated:
        year = number_of(stated)
        if 1900 <= year <= 2199:
            return Point("day", year=year, year_source="stated")
        return Point("day", year_source="stated", notes=(f"年份{stated}不对，请核对",))
    year_known = known.year if known.year is not None and 1900 <= known.year <= 2198 else None
    if year_known is None:
        return Point("day", notes=("没有写年份，也没有方案年度可以沿用",))
    if known.stated:
        return Point("day", year=year_known + bool(head["next"]), year_source="stated")
    note = (
        f"“{head[0]}”按方案年度（{year_known}年）推算" if head[0] else f"年份沿用方案年度（{year_known}年）"
    )
    return Point("day", year=year_known + bool(head["next"]), year_source="inherited", notes=(note,))


def _built(form: str, groups: tuple[str, ...], base: Point, known: Known) -> Point:
    match form:
        case "month":
            return _month(replace(base, size="month"), groups[0], known, (1, 31))
        case "day" | "tens" | "end" | "begin":
            base, month = _this_month(known) if groups[1] else (base, groups[0])
            return _part(form, groups[2:], base, month, known)
        case "quarter":
            last = 3 * number_of(groups[0])
            return _span(replace(base, size="quarter", ended=bool(groups[1])), (last - 2, last), (1, 31))
        case "half":
            last = 6 if groups[0] == "上" else 12
            return _span(replace(base, size="half", ended=bool(groups[1])), (last - 5, last), (1, 31))
        case "year":
            return _span(replace(base, size="year", ended=groups[0] in ("底", "末")), (1, 12), (1, 31))
    return replace(base, size="vague", notes=(*base.notes, "看不懂这个日期"))


def _this_month(known: Known) -> tuple[Point, str]:
    """本月 counts from the day of the document."""
    if known.anchor is None:
        return Point("day", notes=("“本月”要知道发文日期才能推算",)), "0"
    note = f"“本月”按发文日期推算（{known.anchor.year}年{known.anchor.month}月）"
    return Point("day", year=known.anchor.year, year_source="inherited", notes=(note,)), str(
        known.anchor.month
    )


def _part(form: str, groups: tuple[str, ...], base: Point, month: str, known: Known) -> Point:
    if form == "day":
        day = number_of(groups[0])
        return _month(replace(base, size="day"), month, known, (day, day))
    if form == "tens":
        sized = replace(base, size="ten_day", ended=bool(groups[1]))
        return _month(sized, month, known, _TENS[groups[0]])
    if form == "end":
        return _month(replace(base, size="month", ended=True), month, known, (1, 31))
    vague = _month(base, month, known, (1, 1))
    return replace(vague, size="vague", last=None, notes=(*vague.notes, "“月初”没有确定的日子"))


def _month(base: Point, month: str, known: Known, days: tuple[int, int]) -> Point:
    number = number_of(month) if month else known.month
    if number is None:
        return replace(base, year=None, year_source="", notes=("没有写月份",))
    if number == 0:
        return base
    if not 1 <= number <= 12:
        return replace(base, year=None, notes=(*base.notes, f"没有{number}月这个月份"))
    return _span(base, (number, number), days)


def _span(base: Point, months: tuple[int, int], days: tuple[int, int]) -> Point:
    """Sets first and last; 31 is the last day of any month when the span is longer than a day."""
    base = replace(base, month=months[1])
    if base.year is None:
        return base
    one = days[0] == days[1]
    longest = monthrange(base.year, months[1])[1] if 1 <= months[1] <= 12 else 0
    if not longest or (one and not 1 <= days[0] <= longest):
        return replace(base, notes=(*base.notes, f"没有{months[1]}月{days[0]}日这一天"))
    last = date(base.year, months[1], min(days[1], longest))
    return replace(base, first=date(base.year, months[0], days[0]), last=last)
