"""What is told as done or counted lies before the day of the document (R10)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from reporter.artefacts.seen.joined import sentence_at
from reporter.check.dates import date_in, day_of
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject
from reporter.records.period import chinese_date

RULE = Rule(
    code="GW619",
    title="已经办过、统计过的日期不晚于成文日期",
    implements=("R10",),
    clause="公文一致性要求",
    strength="recommended",
    tests="“截至×月×日，……共有、已……”，开头所写会议、检查的日期，与成文日期（纪要看印发日期）；“上半年”报告里的“1月至×月”",
    why="公文写成时还没有发生的事，不能写成已经办过。",
    hint="核对两个日期",
    good=lambda: notice(body=("截至2026年2月28日，全县共有养老机构42家。",)),
    bad=lambda: notice(body=("截至2026年4月30日，全县共有养老机构42家。",)),
    roles=("body",),
)
_DAY = r"(?:(20\d{2})年)?(\d{1,2})月(\d{1,2})日"
_COUNTED = re.compile(rf"截[至止]{_DAY}(?!24时止)(?=，|，?(?:[\u4e00-\u9fff]{{0,6}})(?:共|已|有))")
_HAVING = re.compile(r"共有|现有|已|了|[\u4e00-\u9fff]有|累计|实有|在册|符合")
_TO_COME = re.compile(r"将|拟|预计|力争|确保|计划|要(?!求)|应当|前报|有效")
_MET = re.compile(r"(20\d{2})年(\d{1,2})月(?:(\d{1,2})日)?(?:(?:至|—)(?:\d{1,2}月)?(?:\d{1,2}日)?)?，")
_HELD = re.compile(
    r"召开了?[^。；]{0,30}会议|主持召开|[检抽核督]查了|开展了|进行了|听取了|会议研究|[对了][^。；]*(?:检查|抽查|审计|考评)"
)
_MONTHS = re.compile(r"(?<![\d年])1月(?:份)?至(\d{1,2})月(?:份)?(?!\d)")
_SIXTH = 6
_SOON = timedelta(days=92)
"""A day without its year that lies further ahead is one of the year before."""


def check(subject: Subject) -> Iterator[Finding]:
    """Counts up to a day, the meeting or inspection of the first paragraph, months of a half year."""
    base = subject.signed_on
    printed = subject.the("print_date")
    issued = base or (date_in(printed.text) if printed else None)
    if issued is None:
        return
    text = subject.text_of("body", "heading")
    for para, found in text.matches(_COUNTED, "截至", "截止"):
        day = day_of(found[1] or str(issued.year), found[2], found[3])
        offset, sentence = sentence_at(para.text, found.start())
        behind = sentence[found.end() - offset :]
        ahead = day is not None and day > issued and (found[1] or day - issued <= _SOON)
        if ahead and _HAVING.search(behind) and not _TO_COME.search(behind):
            yield RULE.at(subject, para, f"晚于本文的日期{chinese_date(issued)}", around(para.text, found))
    yield from _held(subject, issued)
    title = subject.the("title")
    if title and "上半年" in title.text:
        for para, found in text.matches(_MONTHS, "月"):
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
