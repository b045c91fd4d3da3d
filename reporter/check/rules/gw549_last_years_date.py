"""An aim or a deadline of a plan does not lie in a year that is over (R26)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import sentence_at
from reporter.check.chapters import chapter_of
from reporter.check.clauses import already, clause_before
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW549",
    title="目标和期限不落在已经过去的年份",
    implements=("R26", "R10"),
    clause="公文一致性要求",
    strength="recommended",
    tests="通知、方案、意见里“到×年底”“×年底前”的年份与成文年份（没有成文日期的看标题）；任务、措施里写的是上一个五年规划时期，而本文依据的是本期规划的",
    why="照抄去年的文件而没有改年份。",
    hint="核对年份",
    good=lambda: notice(body=("到2026年底，持证上岗率达到90%以上。",)),
    bad=lambda: notice(body=("到2025年底，持证上岗率达到90%以上。",)),
    roles=("body", "title"),
    yields=("GW609",),
)
_PERIOD = re.compile(r"“(十[一二三四五六七八九])五”(?:时期|期间)(?=，?(?:(?!的)[^，。；]){0,24}\d)")
"""With what is to be done then, and how much; not …期间建成的58个."""
_PLANS = "一二三四五六七八九"
_TASKS = re.compile("任务|目标|措施|要求|安排")
_REVIEWED = re.compile("已|了|截至|以来|实际|累计|期末|末|底|完成|成效|评估|延续|结转|比|较|相比|接续|基础")
_FIRST, _YEARS = 2015, 5
"""第十二个五年规划 ends in the first of these years."""
_TELLING = re.compile(r"报告|总结|通报|纪要|情况|简报|公告|批复")
_AIM = re.compile(
    r"(?:到|在|于|力争|确保)?(20\d{2})年(?:年?底|末|\d{1,2}月(?:\d{1,2}日|底)?)(?:之?前|[，,]|要|力争|确保|实现)"
)
_TITLE_YEAR = re.compile(r"(20\d{2})年")
_TOLD = re.compile(r"已|了|截至|以来|自|实际")
_REACHED = re.compile("到|力争|确保")
"""2026年12月，… tells how things stood then; 到2026年12月，… what is to be reached."""
_QUICK = re.compile(r"年(?<=20\d{2}年)[年底末\d]")


def check(subject: Subject) -> Iterator[Finding]:
    """Clauses about what is to be reached; those that tell of the past (已, 截至, 以来) are none."""
    title, day = subject.the("title"), subject.signed_on
    if title is None or _TELLING.search(title.text):
        return
    named = _TITLE_YEAR.search(title.text)
    year = day.year if day else int(named[1]) if named else 0
    yield from _plans(subject, year)
    for para in subject.text_of("body", "heading").holding(_QUICK):
        for found in _AIM.finditer(para.text):
            before = clause_before(para.text, "，。；", found.start())
            behind = re.split("[。；]", para.text[found.end() :])[0]
            if (
                int(found[1]) < year
                and not already(para.text[: found.start()], para.text[found.end() :])
                and f"{year}年" not in behind
                and not _TOLD.search(before + found[0] + behind)
                and (found[0][-1] not in "，," or _REACHED.match(found[0]))
            ):
                yield RULE.at(
                    subject, para, f"{found[1]}年已经过去，本文是{year}年的", around(para.text, found)
                )


def _plans(subject: Subject, year: int) -> Iterator[Finding]:
    """“十四五”时期培训3000人次, as a task of a year of the plan after it, which the text names."""
    text = subject.text_of("body", "heading")
    for para, found in text.matches(_PERIOD, "五”时", "五”期"):
        place = _PLANS.index(found[1][1])
        following = f"十{_PLANS[place + 1]}" if place + 1 < len(_PLANS) else "二十"
        over = _FIRST + (place - 1) * _YEARS < year
        if not over or not text.says(f"第{following}个五年", f"{following}五"):
            continue
        sentence = sentence_at(para.text, found.start())[1]
        if _TASKS.search(chapter_of(subject, para)) and not _REVIEWED.search(sentence):
            message = f"“{found[1]}五”时期已经过去，本文是{year}年的，依据的是第{following}个五年规划"
            yield RULE.at(subject, para, message, around(para.text, found))
