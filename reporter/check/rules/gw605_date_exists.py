"""A date must exist (L014)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.check.dates import exists
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW605",
    title="日期确实存在",
    implements=("L014",),
    clause="历法",
    strength="shall",
    tests="全文每一个完整的日期",
    why="2月30日、11月31日会使期限无法执行。",
    hint="核对日历后改正",
    good=lambda: notice(body=("请于2026年11月30日前报送。",)),
    bad=lambda: notice(body=("请于2026年11月31日前报送。",)),
)
_LEAP = 2024
"""A date without a year may be 29 February."""
_DATE = re.compile(r"(?:((?:19|20)\d{2})年)?(?<!\d)(\d{1,2})月(\d{1,2})日")
_DOUBTFUL = apart(
    r"月(?<!\D[1-9]月)(?:(?<=1[3-9]月)|(?<=[2-9２-９]\d月)|(?<=[１-９]\d月)|(?<=0月)|(?<=０月))",
    r"日(?<!月[1-9]日)(?<!月[12][0-8]日)(?:(?<=[2２]月29日)|(?<=[2２]月3\d日)|(?<=[469４６９]月31日)|(?<=[1１][1１]月31日)|(?<=3[2-9]日)|(?<=[4-9２-９]\d日)"
    r"|(?<=[^123]0日)|(?<=[０-９]日))",
)
"""Months from 13 on, days of months that may not have them, zeros; days with a full-width digit are looked at. First
what nearly all are."""
_WRITTEN = re.compile(r"(?<![\d.-])((?:19|20)\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?![\d.-])")
_HOUR = re.compile(
    r"(?<![\d:：.])(?:2[5-9]|[3-9]\d)(?:时(?!间)|点(?=前|整|半|钟|\d))|(?<!\d)\d{1,2}[:：][6-9]\d(?!\d)"
    r"|\d{1,2}[时点][6-9]\d分"
)
_HOUR_SIGNS = apart(
    r"时(?:(?<=\d\d时)|(?<=\d时)(?=[6-9]\d分))", r"点(?:(?<=\d\d点)|(?<=\d点)(?=[6-9]\d分))",
    r":(?<=\d:)[6-9]", r"：(?<=\d：)[6-9]",
)  # fmt: skip


def check(subject: Subject) -> Iterator[Finding]:
    """Every date of the text and the cells."""
    text = subject.seen.joined
    for para, found in text.matches(_DATE, quick=_DOUBTFUL):
        if not exists(int(found[1] or _LEAP), int(found[2]), int(found[3])):
            yield RULE.at(subject, para, f"没有“{found[0]}”这一天", around(para.text, found))
    for para, found in text.numbered(_WRITTEN, then="-/."):
        year, month, day = int(found[1]), int(found[3]), int(found[4])
        if month <= _MONTHS and day <= _DAYS and not exists(year, month, day):
            yield RULE.at(subject, para, f"没有“{found[0]}”这一天", around(para.text, found))
    hours = not text.numbers.behind.isdisjoint("时点:：")
    for para, found in subject.text_of("body", "heading").matches(_HOUR, quick=_HOUR_SIGNS) if hours else ():
        yield RULE.at(subject, para, f"没有“{found[0]}”这个时间", around(para.text, found))


_MONTHS, _DAYS = 12, 31
"""Larger ones belong to no date."""
