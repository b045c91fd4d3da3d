"""Months and days have no leading zero (L010)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW601",
    title="日期的月、日不编虚位",
    implements=("L010",),
    clause="GB/T 9704-2012 7.3.5.4",
    strength="shall",
    tests="成文日期和印发日期里的月、日",
    why="1不编为01。",
    hint="删去月、日前面的0，例：2026年3月6日",
    good=lambda: notice(date="2026年3月6日"),
    bad=lambda: notice(date="2026年03月06日"),
    roles=(
        "date",
        "print_date",
    ),
)
_ZERO = re.compile(r"\d{4}年(?:0\d月\d{1,2}日?|\d{1,2}月0\d日?)")


def check(subject: Subject) -> Iterator[Finding]:
    """成文日期 and 印发日期."""
    for element in subject.sure("date", "print_date"):
        if found := _ZERO.search(element.text):
            yield RULE.at(subject, element, f"日期编了虚位：{found[0]}")
