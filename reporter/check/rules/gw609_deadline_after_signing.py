"""The first deadline is not before 成文日期, and leaves ten days (R10)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.dates import date_in, day_of
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW609",
    title="要求的期限不早于成文日期",
    implements=("R10",),
    clause="公文一致性要求",
    strength="shall",
    tests="“请于……前”的日期与成文日期",
    why="期限已过，收文单位无法办理。",
    hint="核对期限的年份和成文日期",
    good=lambda: notice(body=("请于2026年11月10日前报送。",)),
    bad=lambda: notice(body=("请于2025年11月10日前报送。",)),
    roles=("body",),
)
_DEADLINE = re.compile(
    r"请(?:各[^，。]{0,12})?(?:于|在)(?:((?:19|20)\d{2})年)(\d{1,2})月(\d{1,2})日(?:（[^）]*）)?(?:以?前|之前)"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Full dates before 前, 之前 or 底前 in the text; a deadline in the past is an error, a near one is mentioned."""
    signed = subject.the("date")
    base = date_in(signed.text) if signed else None
    for para in subject.paras_of("body", "heading") if base else ():
        for found in _DEADLINE.finditer(para.text):
            day = day_of(found[1] or str(base.year if base else ""), found[2], found[3])
            if base and day and day < base and (found[1] or day.month != base.month):
                yield RULE.at(subject, para, "要求的期限早于成文日期", found[0])
