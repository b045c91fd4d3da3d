"""A stage ends after it begins (L014, R12)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW612",
    title="起止日期先起后止",
    implements=("L014", "R12"),
    clause="公文一致性要求",
    strength="recommended",
    tests="“3月16日至4月15日”这样的起止日期",
    why="结束早于开始，照着安排的人无法执行。",
    hint="核对起止日期；跨年的写明后一个年份",
    good=lambda: notice(body=("自查自纠（3月16日至4月15日）。",)),
    bad=lambda: notice(body=("自查自纠（3月16日至2月15日）。",)),
)
_DAY = r"(\d{1,2})月(\d{1,2})日"
_RANGE = re.compile(rf"(?<!\d){_DAY[:-1]}日?(?:起)?(?:至|到|—|－|-|～)(20\d{{2}}年)?{_DAY}", re.ASCII)
_FULL = r"(20\d{2})年(\d{1,2})月(\d{1,2})日(?:（[^）]*）)?"
_WHOLE = re.compile(rf"{_FULL}起?(?:至|到|—|－|～){_FULL}")
_DAYS = re.compile(rf"{_DAY}至(\d{{1,2}})日", re.ASCII)
_SIGNS = "至到—－-～"
"""One of them stands right before the second date of each."""
_SECOND = re.compile(r".(?<=[\d日起）].)(?:20\d{2}年)?\d{1,2}[月日]")
_LATE, _EARLY = 10, 3
"""Months of a winter that goes over into the next year."""


def check(subject: Subject) -> Iterator[Finding]:
    """Ranges within one year, of days; one from October on to March is a winter's.
    Those with both years are told for sure."""
    text = subject.seen.joined
    ranges = [place for place in text.numbers.signs_before(_SIGNS) if _SECOND.match(text.text, place)]
    if not ranges:
        return
    for para, found in text.matches(_WHOLE, quick=_SECOND, at=ranges):
        days = [int(part) for part in found.groups()]
        if days[3:] < days[:3]:
            yield RULE.at(subject, para, "结束的日期早于开始的日期", around(para.text, found))
    for para, found in text.matches(_RANGE, quick=_SECOND, at=ranges):
        first, last = (int(found[1]), int(found[2])), (int(found[4]), int(found[5]))
        winter = first[0] >= _LATE and last[0] <= _EARLY
        if last < first and not found[3] and not winter:
            yield RULE.at(subject, para, "结束的日期早于开始的日期", around(para.text, found))
    for para, found in text.matches(_DAYS, quick=_SECOND, at=ranges):
        if int(found[3]) < int(found[2]):
            yield RULE.at(subject, para, "结束的日期早于开始的日期", around(para.text, found))
