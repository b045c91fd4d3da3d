"""What is cited or told is not younger than the document (R10)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from msgspec.structs import replace

from reporter.artefacts.seen.joined import apart
from reporter.check.clauses import clause_before
from reporter.check.dates import date_in, day_of
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW608",
    title="引用的文件、已经发生的事不晚于成文日期",
    implements=("R10",),
    clause="公文一致性要求",
    strength="shall",
    tests="引用的发文字号、标准的年份，“截至×月×日，共有、已……”和“经×年×月×日会议通过”的日期，与成文日期（纪要看印发日期）",
    why="先有依据，后有本文。",
    hint="核对引用的发文字号、所写日期和成文日期",
    good=lambda: notice(body=("按照《检查办法》（岭民发〔2025〕8号）执行。",)),
    bad=lambda: notice(body=("按照《检查办法》（岭民发〔2027〕8号）执行。",)),
    roles=("body",),
)
_CITED = re.compile(r"[\u4e00-\u9fff]{1,8}[〔\[（(](20\d{2})[〕\]）)]\d+号")
_STANDARD = re.compile(r"(?:GB|MZ|JGJ|WS|XF|DB\d{2})(?:/[TZ])?\s?\d[\d.]*\s?[-—–](20\d{2})(?!\d)")
_STANDARDS = apart("GB", "MZ", "JGJ", "WS", "XF", r"DB\d")
_QUICK = apart(*(rf"{re.escape(sign)}20\d{{2}}[〕\]）)]\d+号" for sign in "〔[（("))
_DAY = r"(?P<day>20\d{2}年\d{1,2}月\d{1,2}日)"
_UNTIL = re.compile(r"截[至止]到?(?P<day>(?:(20\d{2})年)?(\d{1,2})月(\d{1,2})日)(?=(?P<told>[^。；]*))")
_TOLD = re.compile(r"共(?!同|建|享|计?\d+(?:天|日|个))|已|累计(?!不|达到)|实有|现有|检查了|完成了|开展了")
_MEANT = re.compile(r"[要拟]|应|须|将|力争|确保|预计|计划|不少于|不低于|届时|目标|报名|前|起")
"""What is still to come by that day."""
_PERIOD = re.compile(r"自|从|报名|公示|受理|征集|时间|期限|有效")
"""Before the day: it ends a period that may well run on."""
_COUNTED = re.compile(r"(?:，|[\u4e00-\u9fff]{0,6}(?:共|已|有))")
_HAVING = re.compile(r"共有|现有|已|了|[\u4e00-\u9fff]有|累计|实有|在册|符合")
_TO_COME = re.compile(r"将|拟|预计|力争|确保|计划|要(?!求)|应当|前报|有效")
_SOON = timedelta(days=92)
"""A day without its year that lies further ahead is one of the year before."""
_PASSED = re.compile(rf"经(?:过)?{_DAY}[^，。；]{{0,24}}?会议(?:审议|研究|讨论|表决)*(?:通过|同意|决定|批准)")


def check(subject: Subject) -> Iterator[Finding]:
    """The year of a cited 发文字号, and days up to which is told or on which was passed, against 成文日期."""
    yield from _up_to(subject)
    base = subject.signed_on
    if base is None:
        return
    for para in subject.text_of("body", "heading", "title").holding(_QUICK):
        for found in _CITED.finditer(para.text):
            if int(found[1]) > base.year:
                yield RULE.at(subject, para, f"引用了{found[1]}年的文件，本文成文于{base.year}年", found[0])
    for para, found in subject.text_of("body", "heading").matches(_STANDARD, quick=_STANDARDS):
        if int(found[1]) > base.year:
            yield RULE.at(subject, para, f"引用了{found[1]}年的标准，本文成文于{base.year}年", found[0])
    for para, found in subject.text_of("body", "heading").matches(_PASSED, "会议"):
        day = date_in(found["day"])
        if day and day > base:
            yield RULE.at(subject, para, f"会议在{found['day']}，晚于成文日期", around(para.text, found))


def _up_to(subject: Subject) -> Iterator[Finding]:
    """What is counted up to a day to come; told softly where the day has no year, the document no date but 印发日期, or
    the words may speak of a plan."""
    for para, found in subject.text_of("body", "heading").matches(_UNTIL, "截至", "截止"):
        base, printed = subject.signed_on, subject.the("print_date")
        issued = base or (date_in(printed.text) if printed else None)
        day = day_of(found[2] or str(issued.year), found[3], found[4]) if issued else None
        if issued is None or day is None or day <= issued:
            continue
        behind = found["told"]
        meant = _PERIOD.search(clause_before(para.text, "。；", found.start())) or _MEANT.search(behind)
        message = f"{found['day']}晚于{'成文日期' if base else '印发日期'}，却写成已有的情况"
        told = RULE.at(subject, para, message, around(para.text, found))
        if base and found[2] and _TOLD.search(behind) and not meant:
            yield told
        elif (
            (found[2] or day - issued <= _SOON)
            and _COUNTED.match(behind) and _HAVING.search(behind) and not _TO_COME.search(behind)
        ):  # fmt: skip
            yield replace(told, severity="warning")
