"""How long something lasts or was late is what its two dates say (R12)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from reporter.artefacts.seen.joined import Joined, apart, sentences
from reporter.artefacts.seen.model import Para
from reporter.check.dates import day_of
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW616",
    title="为期、工期、迟延天数与起止日期相符",
    implements=("R12",),
    clause="公文一致性要求",
    strength="recommended",
    tests="“自……起至……止，为期×个月”“×月开工，工期×个月，×月完工”“每月×日前……×日才……，迟×天”；阶段的结束与总的结束",
    why="期限和日期对不上，不知道以哪个为准。",
    hint="按起止日期核算后改正",
    good=lambda: notice(body=("自2026年11月16日起至2027年3月15日止，为期4个月。",)),
    bad=lambda: notice(body=("自2026年11月16日起至2027年3月15日止，为期3个月。",)),
    roles=("body",),
    signs=("每月", "阶段", "个月", "为期", "历时", "会期", "，共", "工建设，", "开工，", "启动", "动工", "开始"),
    yields=("GW612", "GW635"),
)
_DAY = r"(?:(20\d{2})年)?(\d{1,2})月(\d{1,2})日"
_SPAN = re.compile(rf"自?{_DAY}(?:（[^）]*）)?(?:起|开始)?，?[至到]{_DAY}(?:（[^）]*）)?(?:止|结束)?")
_LASTS = re.compile(r"[^。；]{0,6}?(?:为期|历时|工期|共计?)(?:约)?(\d{1,3})个月")
_LASTS_DAYS = re.compile(r"[^。；，]{0,8}，(?:为期|历时|会期|共计?)(\d{1,3})[天日](?!以上|左右)")
_WORKS = re.compile(
    r"(\d{1,2})月(?:底|初|份|上旬|中旬|下旬)?(?:前)?开工，工期(?:约)?(\d{1,2})个月，(?:(?:20\d{2}|次)年)?(\d{1,2})月(?:底|末)?前?(?:完工|竣工)"
)
_BUILT = re.compile(
    r"(?P<year>20\d{2})年(?:[^。；]{0,30}?，)?(?P<first>\d{1,2})月[底初份]?前?开工，(?P<then>20\d{2})年(?P<last>\d{1,2})月[底末]?前?(?:竣工|完工|建成)"
    r"(?:验收)?，工期(?:约)?(?P<n>\d{1,2})个月"
)
_BEGUN = re.compile(r"于(20\d{2})年(\d{1,2})月(?:份)?(?:启动|开始|开工)，历时(?:约)?(\d{1,2})个月")
_LATE = re.compile(
    r"每月(\d{1,2})日前[^。；]{0,30}?\d{1,2}月(\d{1,2})日才[^。；，]{0,8}，(?:迟|逾期|延迟|晚|超期)[^。；，\d]{0,4}(\d{1,2})[天日]"
)
_STAGE = re.compile(
    rf"阶段[^（。；]{{0,4}}（{_DAY}(?:至|—|－|～)(?:(20\d{{2}}|次)年)?(?:(\d{{1,2}})月)?(\d{{1,2}})日）"
)
_YEAR = 12
_TERM = apart("工期")


_THEN = re.compile(
    rf"{_DAY}(?:之?前)?(?:开工|启动|动工|开始)(?:建设|施工|实施)?，{_DAY}(?:之?前)?(?:全面|全部)?(?:建成|完工|竣工|完成|投用)"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Sentence by sentence; of a plan with one span of days whose end has a year, the stages too."""
    text = subject.text_of("body", "heading")
    if text.says("个月"):
        yield from _months_told(subject, text)
    if text.says("为期", "历时", "会期", "，共"):
        for para in text.holding(_SPAN):
            yield from _days_told(subject, para)
    for para, found in text.matches(_THEN, "开工", "启动", "动工", "开始"):
        first, last = day_of(found[1], found[2], found[3]), day_of(found[4] or found[1], found[5], found[6])
        if first and last and last < first:
            yield RULE.at(subject, para, "完成的日期早于开始的日期", found[0])
    for para, found in text.matches(_LATE, "才"):
        due, done, late = (int(found[n]) for n in (1, 2, 3))
        if done > due and done - due != late:
            yield RULE.at(subject, para, f"{due}日到{done}日是{done - due}天，不是{late}天", found[0])
    if "（" in subject.seen.joined.numbers.before:
        yield from _stages(subject)


def _months_told(subject: Subject, text: Joined) -> Iterator[Finding]:
    """The forms that end in so many 个月."""
    for para in text.holding(_SPAN):
        yield from _lasting(subject, para)
    for para, found in text.matches(_WORKS, "开工"):
        begun, months, done = (int(found[n]) for n in (1, 2, 3))
        took = (done - begun) % _YEAR + 1
        if months not in (took, took - 1):
            yield RULE.at(subject, para, f"{begun}月开工、{done}月完工，不是{months}个月", found[0])
    for para, found in text.matches(_BUILT, "工期", quick=_TERM):
        took = (int(found["then"]) - int(found["year"])) * _YEAR + int(found["last"]) - int(found["first"])
        if int(found["n"]) not in (took, took + 1):
            message = f"开工到竣工是{took + 1}个月，这里写{found['n']}个月"
            yield RULE.at(subject, para, message, around(para.text, found))
    signed = subject.signed_on
    for para, found in text.matches(_BEGUN, "历时") if signed else ():
        most = (signed.year - int(found[1])) * _YEAR + signed.month - int(found[2]) + 1 if signed else 0
        if int(found[3]) > most:
            yield RULE.at(subject, para, f"到成文日期只有{most}个月", around(para.text, found))


def _lasting(subject: Subject, para: Para) -> Iterator[Finding]:
    for _, sentence in sentences(para.text):
        for found in _SPAN.finditer(sentence):
            lasts = _LASTS.match(sentence, found.end())
            first = day_of(found[1], found[2], found[3])
            last = day_of(found[4] or found[1], found[5], found[6])
            if not (lasts and first and last and first < last):
                continue
            months = _months(first, last)
            if int(lasts[1]) not in months:
                told = f"起止日期之间是{months[0]}个月，这里写{lasts[1]}个月"
                yield RULE.at(subject, para, told, sentence[found.start() : lasts.end()][-40:])


def _days_told(subject: Subject, para: Para) -> Iterator[Finding]:
    """3月1日至3月5日举办，为期3天: all days, those between, or the days of work."""
    for found in _SPAN.finditer(para.text):
        lasts = _LASTS_DAYS.match(para.text, found.end())
        first = day_of(found[1] or _ANY_YEAR, found[2], found[3])
        last = day_of(found[4] or found[1] or _ANY_YEAR, found[5], found[6])
        if not (lasts and first and last and first <= last):
            continue
        days, told = (last - first).days + 1, int(lasts[1])
        worked = sum((first + timedelta(one)).weekday() < _SATURDAY for one in range(days)) if found[1] else 0
        if told not in (days, days - 1, worked):
            message = f"起止日期之间是{days}天，这里写{told}天"
            yield RULE.at(subject, para, message, para.text[found.start() : lasts.end()][-40:])


_ANY_YEAR, _SATURDAY = "2023", 5
"""A year like most, for spans that name none."""


def _months(first: date, last: date) -> tuple[int, int]:
    """Counted to the day behind the last, and rounded up."""
    behind = last + timedelta(1)
    whole = (behind.year - first.year) * _YEAR + behind.month - first.month - (behind.day < first.day)
    return whole, whole + (behind.day != first.day)


def _stages(subject: Subject) -> Iterator[Finding]:
    """A stage in brackets that ends behind the end of the whole."""
    text = subject.text_of("body", "heading")
    stages = list(text.matches(_STAGE, "阶段"))
    spans = [found for _, found in text.matches(_SPAN, "至") if found[1]] if stages else []
    if len(spans) != 1:
        return
    end = day_of(spans[0][4] or spans[0][1], spans[0][5], spans[0][6])
    first = day_of(spans[0][1], spans[0][2], spans[0][3])
    for para, found in stages if first and end and first < end else ():
        begins = (int(found[2]), int(found[3]))
        year = first.year + (begins < (first.month, first.day)) if first else 0
        month = int(found[5] or found[2])
        year += (month, int(found[6])) < begins
        last = day_of(str(year), str(month), found[6])
        if last and end and last > end and not found[1]:
            told = f"这一阶段到{last.month}月{last.day}日，总的期限到{end.month}月{end.day}日"
            yield RULE.at(subject, para, told, found[0])
