"""Stages of a campaign lie within the time that is given to the whole (R12)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from reporter.check.dates import day_of
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import heading, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW620",
    title="各阶段的时间在总的起止时间以内",
    implements=("R12",),
    clause="公文一致性要求",
    strength="recommended",
    tests="“活动时间”“实施时间”一类标题下写的起止日期，与正文其他“×月×日至×日”",
    why="阶段的时间超出总的时间，说明有一处没有改。",
    hint="改正总的起止时间或这一阶段的时间",
    good=lambda: _plan("10月1日至31日"),
    bad=lambda: _plan("10月1日至7日"),
    roles=("body", "heading"),
    signs=("活动时间", "实施时间", "整治时间", "起止时间"),
    severity="warning",
)
_NAMED = re.compile(r"(?:活动|实施|整治|起止)时间[：:。]?$")
_SPAN = r"(?:(20\d{2})年)?(\d{1,2})月(\d{1,2})日(?:起)?(?:至|到|—|－|～)(?:(20\d{2})年)?(?:(\d{1,2})月)?(\d{1,2})日"
_ANY, _WHOLE = re.compile(_SPAN), re.compile(rf"(?:自|从)?{_SPAN}(?:止|结束)?。?")
_APART = re.compile("动员|部署|筹备|准备|报名|总结|评比|公示|上年|去年|放假|截至")
"""What may come before the campaign or behind it."""


def check(subject: Subject) -> Iterator[Finding]:
    """One heading of that kind whose first paragraph is one span with its year."""
    text = subject.text_of("body", "heading").paras
    wholes = [
        (para, found) for named, para in pairwise(text)
        if _NAMED.search(named.text) and (found := _WHOLE.fullmatch(para.text))
    ]  # fmt: skip
    if len(wholes) != 1:
        return
    para, found = wholes[0]
    whole = _days(found, found[1])
    for other in text if whole else ():
        for one in _ANY.finditer(other.text) if other is not para else ():
            part = _days(one, one[1] or found[1])
            clause = other.text[max(0, one.start() - 30) : one.end() + 10]
            if part and whole and not _APART.search(clause) and (part[0] < whole[0] or part[1] > whole[1]):
                message = f"“{one[0]}”在总的时间“{found[0].rstrip('。')}”之外"
                yield RULE.at(subject, other, message, around(other.text, one))


def _days(found: re.Match[str], year: str) -> tuple[date, date] | None:
    first = day_of(year, found[2], found[3])
    last = day_of(found[4] or year, found[5] or found[2], found[6])
    return (first, last) if first and last and first <= last else None


def _plan(whole: str) -> Subject:
    stage = "（一）走访慰问。10月12日至18日，走访特困老年人。"
    return notice(body=(heading("一、活动时间", 1), f"2026年{whole}。", heading("二、活动内容", 1), stage))
