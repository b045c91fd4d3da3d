"""Dates of the text have no leading zero either (L010)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW610",
    title="正文里日期的月、日也不编虚位",
    implements=("L010",),
    clause="GB/T 9704-2012 7.3.5.4（成文日期）；正文照此是通行做法",
    strength="practice",
    tests="正文和标题里写作年月日的日期",
    why="同一份公文里日期的写法应当一致。",
    hint="删去月、日前面的0，例：2026年3月6日",
    good=lambda: notice(body=("请于2026年3月6日前报送。",)),
    bad=lambda: notice(body=("请于2026年03月06日前报送。",)),
    roles=("body",),
    severity="warning",
    folds=2,
)
_ZERO = re.compile(r"0(?<!\d0)\d月(?:\d{1,2}日)?|0(?<=月0)\d日")


def check(subject: Subject) -> Iterator[Finding]:
    """Each paragraph once; 成文日期 and 印发日期 have a stricter rule, tables may have columns of equal width."""
    told: set[int] = set()
    for para, found in subject.text_of("body", "heading", "title", "recipients").matches(_ZERO):
        if para.number not in told:
            told.add(para.number)
            yield RULE.at(subject, para, "日期的月、日前面编了0", around(para.text, found))
