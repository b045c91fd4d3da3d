"""What is told as done lies before the day of the document (R10)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from reporter.check.dates import date_in, day_of
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject
from reporter.records.period import chinese_date

RULE = Rule(
    code="GW619",
    title="已经办过的会议、检查，上半年所写的月份不晚于成文日期",
    implements=("R10",),
    clause="公文一致性要求",
    strength="recommended",
    tests="开头所写会议、检查的日期，与成文日期（纪要看印发日期）；“上半年”报告里的“1月至×月”",
    why="公文写成时还没有发生的事，不能写成已经办过。",
    hint="核对两个日期",
    good=lambda: notice(body=("2026年2月10日，召开了养老机构安全工作会议。",)),
    bad=lambda: notice(body=("2026年4月10日，召开了养老机构安全工作会议。",)),
    roles=("body",),
)
_MET = re.compile(r"(20\d{2})年(\d{1,2})月(?:(\d{1,2})日)?(?:(?:至|—)(?:\d{1,2}月)?(?:\d{1,2}日)?)?，")
_HELD = re.compile(
    r"召开了?[^。；]{0,30}会议|主持召开|[检抽核督]查了|开展了|进行了|听取了|会议研究|[对了][^。；]*(?:检查|抽查|审计|考评)"
)
_MONTHS = re.compile(r"(?<![\d年])1月(?:份)?至(\d{1,2})月(?:份)?(?!\d)")
_SIXTH = 6


def check(subject: Subject) -> Iterator[Finding]:
    """The meeting or inspection of the first paragraph, months of a half year."""
    base = subject.signed_on
    printed = subject.the("print_date")
    issued = base or (date_in(printed.text) if printed else None)
    if issued is None:
        return
    yield from _held(subject, issued)
    title = subject.the("title")
    if title and "上半年" in title.text:
        for para, found in subject.text_of("body", "heading").matches(_MONTHS, "月"):
            if int(found[1]) > max(_SIXTH, issued.month - 1):
                yield RULE.at(subject, para, "本文写的是上半年", around(para.text, found))


def _held(subject: Subject, issued: date) -> Iterator[Finding]:
    for element in subject.sure("body", part=0)[:1]:
        text = element.para.text
        found = _MET.match(text)
        if found is None or not _HELD.search(text.split("。")[0]):
            continue
        day = day_of(found[1], found[2], found[3] or "1")
        if day and day > issued:
            yield RULE.at(subject, element, f"晚于本文的日期{chinese_date(issued)}", found[0])
