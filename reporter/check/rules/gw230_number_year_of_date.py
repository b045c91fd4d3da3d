"""The year in 发文字号 is the year of 成文日期 (R18)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW230",
    title="发文字号的年份与成文日期的年份相同",
    implements=("R18",),
    clause="公文一致性要求（GB/T 9704-2012 7.2.5、7.3.5.4）",
    strength="recommended",
    tests="〔〕里的年份和成文日期的年份",
    why="文号按年编，年份不同多半是套用了去年的文件没有改。",
    hint="核对登记簿，改正文号的年份或成文日期",
    good=lambda: notice(number="安民发〔2026〕12号", date="2026年3月6日"),
    bad=lambda: notice(number="安民发〔2025〕12号", date="2026年3月6日"),
    roles=("number", "date"),
)
_NUMBER, _DATE = re.compile(r"\D((?:19|20)\d{2})\D"), re.compile(r"(20\d{2})\s*年")


def check(subject: Subject) -> Iterator[Finding]:
    """Both years written with four digits."""
    number, day = subject.the("number"), subject.the("date")
    if number is None or day is None:
        return
    given, dated = _NUMBER.search(number.text), _DATE.match(day.text.strip())
    if given and dated and given[1] != dated[1]:
        yield RULE.at(subject, number, f"发文字号是{given[1]}年的，成文日期是{dated[1]}年")
