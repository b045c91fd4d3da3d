"""Dates name year, month and day in full (L012)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW603",
    title="日期标全年、月、日",
    implements=("L012",),
    clause="GB/T 9704-2012 7.3.5.4、GB/T 15835-2011 5.1",
    strength="shall",
    tests="成文日期和印发日期是否有四位年份和日",
    why="缺了日，无法判断生效时间。",
    hint="补全，例：2026年3月6日",
    good=lambda: notice(date="2026年3月6日"),
    bad=lambda: notice(date="26年3月6日"),
    roles=(
        "date",
        "print_date",
    ),
    waits="blank",
)
_BLANKS = re.compile(r"\s+")
_SHORT = re.compile(r"\d{2}年\d")
_NO_YEAR = re.compile(r"\d{1,2}月\d{1,2}日(?:印发)?$")
_NO_DAY = re.compile(r"\d{4}年\d{1,2}月(?:印发)?$")
_PRINTED = re.compile(r"(?:办公室|办公厅|局|委|院|处|股|科)[\s\u3000]+\d{1,2}月\d{1,2}日印发(?!\S)")


def check(subject: Subject) -> Iterator[Finding]:
    """Two-digit years and missing days; a visible blank that waits for its day is let pass."""
    for element in subject.sure("date", "print_date"):
        text = _BLANKS.sub("", element.text)
        if _SHORT.match(text) or _NO_DAY.match(text) or _NO_YEAR.match(text):
            yield RULE.at(subject, element, "日期的年、月、日不全")
    if subject.the("print_date") is None:
        for para, _ in subject.seen.joined.matches(_PRINTED, "日印发"):
            yield RULE.at(subject, para, "印发日期没有写年份")
