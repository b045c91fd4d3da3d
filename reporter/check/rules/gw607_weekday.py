"""A weekday in brackets belongs to its date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from reporter.artefacts.seen.joined import apart, stands
from reporter.check.dates import day_of
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.regions import year_of
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW607",
    title="星期与日期相符",
    implements=("L014", "R9"),
    clause="历法",
    strength="shall",
    tests="日期后面括注的星期",
    why="日期和星期不符时，收文单位不知道以哪个为准。",
    hint="核对日历后改正",
    good=lambda: notice(body=("请于2026年11月10日（星期二）前报送。",)),
    bad=lambda: notice(body=("请于2026年11月10日（星期三）前报送。",)),
    signs=("星期", "周"),
)
_NAMED = re.compile(r"(?:((?:19|20)\d{2})年)?(\d{1,2})月(\d{1,2})日[（(]?(?:星期|周)([一二三四五六日天])")
_EVERY = re.compile(r"(?:(20\d{2})年)?(\d{1,2})月(\d{1,2})日起，?每周([一二三四五六日天])")
_SPAN = re.compile(r"(?:(20\d{2})年)?(\d{1,2})月(\d{1,2})日(?:至|—|－|～)(?:(\d{1,2})月)?(\d{1,2})日")
_FROM_TO = re.compile(r"(?:星期|周)([一二三四五六日天])(?:至|—|－|～)(?:星期|周)([一二三四五六日天])")
_QUICK = apart(*(f"{before}{week}" for week in ("星期", "周") for before in ("日", "（", r"\(")))


def check(subject: Subject) -> Iterator[Finding]:
    """2026年11月10日（星期二）; a date without a year takes that of the document."""
    for para in subject.seen.joined.holding(_QUICK):
        year = year_of(subject).removesuffix("年")
        for found in _NAMED.finditer(para.text):
            day = day_of(found[1] or year, found[2], found[3])
            if day and found[4].replace("天", "日") != _named(day):
                yield RULE.at(subject, para, f"这一天是星期{_named(day)}", around(para.text, found))
    for para, found in subject.seen.joined.matches(_EVERY, "起每周", "起，每周"):
        day = day_of(found[1] or year_of(subject).removesuffix("年"), found[2], found[3])
        if day and found[4].replace("天", "日") != _named(day):
            yield RULE.at(subject, para, f"起算的这一天是星期{_named(day)}", around(para.text, found))
    yield from _in_rows(subject)


def _in_rows(subject: Subject) -> Iterator[Finding]:
    """A cell with a span of days and one with a span of weekdays in a row."""
    for grid in subject.seen.grids:
        weekdays = any(stands(text, RULE.signs) for text in grid.texts)
        for row, cells in enumerate(grid.rows, 1) if weekdays else ():
            spans = [found for cell in cells if (found := _FROM_TO.fullmatch(cell))]
            days = [found for cell in cells if (found := _SPAN.fullmatch(cell))] if len(spans) == 1 else []
            if len(days) != 1:
                continue
            year = year_of(subject).removesuffix("年")
            first = day_of(days[0][1] or year, days[0][2], days[0][3])
            last = day_of(days[0][1] or year, days[0][4] or days[0][2], days[0][5])
            said = tuple(one.replace("天", "日") for one in spans[0].groups())
            if first and last and (_named(first), _named(last)) != said:
                told = f"这几天是星期{_named(first)}至星期{_named(last)}"
                yield RULE.on(
                    subject, told, page=grid.page, spot=f"表{grid.number}第{row}行", quote=spans[0][0]
                )


def _named(day: date) -> str:
    return "一二三四五六日"[day.weekday()]
