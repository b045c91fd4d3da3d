"""What is told as done, and the months of figures, lie before 成文日期; terms of attachments do not (R10)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from reporter.artefacts.seen.joined import Joined, apart
from reporter.check.addressed import titled
from reporter.check.chapters import chapter_of
from reporter.check.dates import day_of
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject
from reporter.records.period import chinese_date

RULE = Rule(
    code="GW634",
    title="写成已经办过的事、统计的月份不晚于成文日期，附件里的时限不早于成文日期",
    implements=("R10", "R12"),
    clause="公文一致性要求",
    strength="recommended",
    tests="开头所写会议、检查的日期，与成文日期（纪要看印发日期）；全文里“×年×月×日，……讨论通过了”“于……公示，收到意见×条”，“×年1月至6月，全县……”，附件里“提供时限为×月×日”，“下一步打算”里的“从×年×月起”",
    why="公文写成时还没有发生的事，不能写成已经办过。",
    hint="核对两个日期，改正写错的一个",
    good=lambda: notice(body=("2026年2月20日，局务会议讨论通过了方案。",)),
    bad=lambda: notice(body=("2026年9月20日，局务会议讨论通过了方案。",)),
    roles=("body",),
    signs=("年", "时限"),
    severity="warning",
    yields=("GW619",),
)
_DAY = re.compile(
    r"(20\d{2})年(\d{1,2})月(\d{1,2})日(?P<span>(?:至|—)(?:\d{1,2}月)?\d{1,2}日)?(?P<rest>[^。；，\d]{0,6}，?[^。；，]{0,30})"
)
_DONE = re.compile(r"通过了|公示，?|召开了|印发了|审议通过|举行了|检查了")
_TO_COME = re.compile("将|拟|定于|计划|起施行|之前|日前|届时|要求|应当|预计")
_MONTHS = re.compile(r"(20\d{2})年\d{1,2}月(?:份)?至(\d{1,2})月(?:份)?，(?:全[县市区省]|共|累计|我[县局])")
_TERM = re.compile(r"(?:提供|报送|办理|完成|反馈)(?:时限|期限|时间)为(\d{1,2})月(\d{1,2})日")
_DONE_AT = apart("通过(?=了)", "示，(?:共)?收到", "召开了", "印发了", "审议通过", "检查了", "举行了")
_HALF_YEAR = 183
_SHOWN = re.compile(r"公示(?:期|时间)为?(?:自|从)?(\d{1,2})月(\d{1,2})日[^。；]{0,30}(?:没有|未)(?:收到|接到)")
_FORECAST = re.compile(
    r"(?<![年\d])(\d{1,2})月(\d{1,2})日(?:(?:至|—)(?:(\d{1,2})月)?(\d{1,2})日)?[^。；，\d]{0,8}将(?:有|出现|迎来)"
)


_MET = re.compile(r"(20\d{2})年(\d{1,2})月(?:(\d{1,2})日)?(?:(?:至|—)(?:\d{1,2}月)?(?:\d{1,2}日)?)?，")
_HELD = re.compile(
    r"召开了?[^。；]{0,30}会议|主持召开|[检抽核督]查了|开展了|进行了|听取了|会议研究|了[^。；]*(?:检查|抽查|审计|考评)"
)
_LOOKED = re.compile("对[^。；]*(?:检查|抽查|审计|考评)")
"""In a notice or a plan that is still to be done."""


def check(subject: Subject) -> Iterator[Finding]:
    """Nothing is told of a file without a day; minutes have that of their printing."""
    issued, text = subject.issued_on, subject.text_of("body", "heading")
    if issued is None:
        return
    first = next(iter(subject.sure("body", part=0)), None)
    title = subject.the("title")
    ahead = title is not None and titled(title, "通知", "方案", "函")
    early = _opening(first.para.text, issued, ahead=ahead) if first else ""
    if first and early:
        yield RULE.at(subject, first, f"晚于本文的日期{chinese_date(issued)}", early)
    years, numbers = (f"{issued.year}年", f"{issued.year + 1}年"), subject.seen.joined.numbers
    for para, found in text.matches(_DAY, *years, quick=_DONE_AT) if "年" in numbers.behind else ():
        day = day_of(found[1], found[2], found[3])
        done = _DONE.search(found["rest"]) and not _TO_COME.search(para.text[max(found.start() - 8, 0) : found.end()])
        if day and day > issued and done and not (first and early and para is first.para and not found.start()):
            yield RULE.at(subject, para, f"晚于本文的日期{chinese_date(issued)}", around(para.text, found))
    for para, found in text.matches(_MONTHS, "月至", "月份至") if "至" in numbers.before else ():
        if int(found[1]) == issued.year and int(found[2]) > issued.month:
            message = f"本文的日期是{chinese_date(issued)}，还没有到{found[2]}月"
            yield RULE.at(subject, para, message, around(para.text, found))
    yield from _shown(subject, text, issued)
    yield from _next(subject, text, issued)
    for para, found in text.matches(_TERM, "限为", "间为") if "为" in numbers.before else ():
        day = day_of(str(issued.year), found[1], found[2])
        if day and day < issued and (issued - day).days < _HALF_YEAR:
            yield RULE.at(subject, para, f"早于本文的日期{chinese_date(issued)}", around(para.text, found))


def _shown(subject: Subject, text: Joined, issued: date) -> Iterator[Finding]:
    """公示期为…，没有收到异议 before it began; what 将有 on a day that is gone."""
    numbers = subject.seen.joined.numbers
    for para, found in text.matches(_SHOWN, "公示") if "月" in numbers.behind else ():
        day = day_of(str(issued.year), found[1], found[2])
        if day and issued < day and (day - issued).days < _HALF_YEAR:
            yield RULE.at(subject, para, f"晚于本文的日期{chinese_date(issued)}", around(para.text, found))
    for para, found in text.matches(_FORECAST, "将有", "将出现", "将迎来") if "日" in numbers.behind else ():
        day = day_of(str(issued.year), found[3] or found[1], found[4] or found[2])
        if day and day < issued and (issued - day).days < _HALF_YEAR:
            yield RULE.at(subject, para, f"早于本文的日期{chinese_date(issued)}，却写“将”", around(para.text, found))


_FROM = re.compile(
    r"(?:从|自)(20\d{2})年(\d{1,2})月(?:份)?(?:\d{1,2}日)?起，"
    r"(?P<rest>(?:将|把|拟|要|对|在|由我|全面|逐步|组织|开展|启动|实施|集中|每)[^。；]*)"
)
_NEXT = re.compile("下一步|下步|今后|打算|下一阶段")


def _next(subject: Subject, text: Joined, issued: date) -> Iterator[Finding]:
    """从2026年2月起，把…, as what is to be done next, when that month is over."""
    for para, found in text.matches(_FROM, "月起，", "月份起，", "日起，"):
        month = int(found[1]), int(found[2])
        told = re.search("已|了|以来|持续", found["rest"])
        if month < (issued.year, issued.month) and not told and _NEXT.search(chapter_of(subject, para)):
            message = f"早于本文的日期{chinese_date(issued)}，却是下一步要做的"
            yield RULE.at(subject, para, message, around(para.text, found))


def _opening(text: str, issued: date, *, ahead: bool) -> str:
    """The day of a meeting or an inspection with which a text begins, where it comes later; else nothing."""
    found = _MET.match(text)
    opening = text.partition("。")[0]
    if found is None or not (_HELD.search(opening) or (not ahead and _LOOKED.search(opening))):
        return ""
    day = day_of(found[1], found[2], found[3] or "1")
    return found[0] if day and day > issued else ""
