"""Dates of signing and printing are in Arabic digits (L011)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW602",
    title="成文日期、印发日期用阿拉伯数字",
    implements=("L011",),
    clause="GB/T 9704-2012 7.3.5.4、7.4.3",
    strength="shall",
    tests="成文日期和印发日期的年、月、日",
    why="2012年起，成文日期改用阿拉伯数字。",
    hint="写全年月日，例：2026年3月6日",
    good=lambda: notice(date="2026年3月6日"),
    bad=lambda: notice(date="二〇二六年三月六日"),
    roles=(
        "date",
        "print_date",
    ),
    waits="blank",
)
_HANZI = re.compile(r"[二一][〇○ＯO零0一二三四五六七八九]{3}年")


_PARTLY = re.compile("年[〇一二三四五六七八九十]+月|月[〇一二三四五六七八九十]+日")
"""The month or the day only."""


def check(subject: Subject) -> Iterator[Finding]:
    """A year of hanzi digits."""
    for element in subject.sure("date", "print_date"):
        if _HANZI.search(element.text) or _PARTLY.search(element.text):
            yield RULE.at(subject, element, "日期用了汉字数字")
