"""Hours, stages and steps follow one another; working days are not more than days (R12, R8)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from msgspec import Struct

from reporter.artefacts.seen.joined import apart
from reporter.artefacts.seen.model import Para
from reporter.check.bound import Bound, tell_bounds
from reporter.check.dates import day_of
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW635",
    title="办公时刻、各阶段、前后两步的时间先后相接，工作日数不多于天数",
    implements=("R12", "R8"),
    clause="公文一致性要求",
    strength="recommended",
    tests="“14时至17时30分”“延长至19时”，各阶段括注的起止日期有没有重叠、空档，“（二）检查”“（三）整改”括注的日期是不是倒过来，“10月底前审批，12月底前开工”，“5月启动施工，10月底前完成”，“11月16日至20日，共5个工作日”",
    why="时间前后颠倒，收文单位和群众无法照办。",
    hint="核对后改正",
    good=lambda: notice(body=("星期一至星期五，9时至12时、14时至17时30分。",)),
    bad=lambda: notice(body=("星期一至星期五，9时至12时、17时30分至14时。",)),
    roles=("body", "heading"),
    signs=("时", "阶段", "个工作日", "开工", "施工", "搬迁"),
    severity="warning",
)
_LONGER_AT = apart("延(?=长至[0-9])")
_NIGHT, _MORNING, _SIX = 18, 9, 6


def check(subject: Subject) -> Iterator[Finding]:
    """Sentences of these forms; stages where two at least have days."""
    yield from tell_bounds(RULE, subject, _FORMS)
    text = subject.text_of("body", "heading")
    longer = [*text.matches(_LONGER, "长至", quick=_LONGER_AT)]
    ends = [(int(one[1]), int(one[2] or 0)) for _, one in text.matches(_ENDS, "时至")] if longer else []
    latest = max(ends, default=(0, 0))
    for para, found in longer:
        if (int(found[1]), 0) <= latest:
            message = f"平时已到{latest[0]}时"
            yield RULE.at(subject, para, message, around(para.text, found))
    if text.says("阶段（"):
        yield from _stages(subject)
        yield from _stages_of_months(subject)
    else:
        yield from _in_turn(subject, text.paras)


_LONGER = re.compile(r"延长(?:到|至)(\d{1,2})时")
_ENDS = re.compile(r"\d{1,2}时(?:\d{1,2}分)?至(\d{1,2})时(?:(\d{1,2})分)?")


def _hours(found: re.Match[str]) -> str:
    first, last = int(found[1]), int(found[3])
    turned = (first, int(found[2] or 0)) > (last, int(found[4] or 0))
    return "结束的时刻早于开始的时刻" if turned and first < _NIGHT and last > _MORNING else ""


def _worked(found: re.Match[str]) -> str:
    first, last, days = int(found[1]), int(found[2]), int(found[3])
    return f"这几天只有{last - first + 1}天" if last >= first and days > last - first + 1 else ""


def _moved(found: re.Match[str]) -> str:
    return "搬迁还没有结束" if found[1] == found[3] and int(found[4]) <= int(found[2]) else ""


def _steps(found: re.Match[str]) -> str:
    first, last = int(found[1]), int(found[2])
    return f"后一步在{last}月，前一步在{first}月" if last < first and last > _WINTER else ""


_WINTER = 3
"""A month of the next year whose year is left out."""
_FORMS = (
    Bound(("时至", "分至"), apart("至(?<=[时分]至)[0-9]"), re.compile(
        r"(?<!\d)(\d{1,2})时(?:(\d{1,2})分)?至(\d{1,2})时(?:(\d{1,2})分)?"
    ), _hours, "至", "时"),
    Bound(("个工作日",), apart("共(?=[0-9]{1,2}个工作日)"), re.compile(
        r"\d{1,2}月(\d{1,2})日至(\d{1,2})日(?:（[^（）]*）)?，共(\d{1,2})个工作日"
    ), _worked, "共"),
    Bound(("搬迁",), apart("搬迁"), re.compile(
        r"(\d{1,2})月\d{1,2}日至(\d{1,2})日搬迁，(\d{1,2})月(\d{1,2})日(?:（[^（）]*）)?(?:\d{1,2}时)?起在新址"
    ), _moved, "，"),
    Bound(("开工",), apart("开工"), re.compile(
        r"20\d\d年(\d{1,2})月底?前完成[^，。；\d]{2,16}，(\d{1,2})月底?前?开工"
    ), _steps, "，"),
    Bound(("施工，", "开工，"), apart("，(?<=[施开]工，)[0-9]"), re.compile(
        r"20\d\d年(\d{1,2})月(?:底|初|[上中下]旬)?(?:正式|全面)?(?:启动|开始)?(?:施工|开工)，"
        r"(\d{1,2})月(?:底|[上中下]旬)?(?:之?前)?(?:全面|全部)?(?:完成|完工|竣工|建成)"
    ), _steps, "，"),
)  # fmt: skip
_SPAN = r"(?:(20\d{2})年)?(\d{1,2})月(\d{1,2})日至(?:(20\d{2})年)?(?:(\d{1,2})月)?(\d{1,2})日"
_STAGE = re.compile(rf"[\u4e00-\u9fff]{{2,8}}阶段（{_SPAN}）")
_STAGE_AT = apart("阶段（")


_MONTHS = re.compile(
    r"[\u4e00-\u9fff]{2,8}阶段（(?:(20\d{2})年)?(\d{1,2})月份?(?:[至到—－～-](?:(20\d{2})年)?(\d{1,2})月份?)?）"
)


def _stages_of_months(subject: Subject) -> Iterator[Finding]:
    """动员阶段（2026年3月）, 排查阶段（4月至9月）: none begins before the one above it has ended."""
    year, ended = 0, (0, 0)
    for para, found in subject.text_of("body", "heading").matches(_MONTHS, "阶段（", quick=_STAGE_AT):
        year = int(found[1] or year)
        begun = (year, int(found[2]))
        if begun < ended and found[1]:
            yield RULE.at(subject, para, f"上一阶段到{ended[1]}月才结束", found[0])
        year = int(found[3] or year)
        ended = (year, int(found[4] or found[2]))


class _Stage(Struct, frozen=True):
    para: Para
    quote: str
    first: date
    last: date


def _stages(subject: Subject) -> Iterator[Finding]:
    """Those in brackets behind their names, each from the day after the one before; a year that is left out goes on."""
    signed, stages = subject.signed_on, list[_Stage]()
    year = signed.year if signed else 0
    for para, found in subject.text_of("body", "heading").matches(_STAGE, "阶段（", quick=_STAGE_AT):
        year = int(found[1] or year)
        if stages and not found[1] and int(found[2]) < stages[-1].last.month - _SIX:
            year += 1
        first = day_of(str(year), found[2], found[3])
        year = int(found[4] or year)
        last = day_of(str(year), found[5] or found[2], found[6])
        if not (first and last and first <= last):
            return
        stages.append(_Stage(para, found[0], first, last))
    apart_days = [(one, other, (other.first - one.last).days) for one, other in pairwise(stages)]
    for _, other, days in apart_days:
        if days <= 0:
            yield RULE.at(subject, other.para, "开始时上一阶段还没有结束", other.quote)
        elif days > 1 and _dense(apart_days):
            yield RULE.at(subject, other.para, "与上一阶段之间有空档", other.quote)


_TURN = re.compile(
    r"（[一二三四五六]）[^（。]{0,6}(?:自查|整改|检查|督查|抽查|验收|总结|部署|动员|实施|排查|提升|巩固|评估)[^（。]{0,6}"
    rf"（{_SPAN}）"
)
_HEAD, _YEAR = 40, 9
"""As far at most a heading's days stand from its begin; a later step that falls back by more months is of next year."""


def _in_turn(subject: Subject, paras: Sequence[Para]) -> Iterator[Finding]:
    """Headings of steps that name days without a year: none begins before the one above it."""
    heads = [para for para in paras if para.text[:1] == "（" and "日）" in para.text[:_HEAD]]
    steps = [(para, found) for para in heads if (found := _TURN.match(para.text)) and not found[1]]
    for (_, one), (para, other) in pairwise(steps):
        first, second = (int(one[2]), int(one[3])), (int(other[2]), int(other[3]))
        if second < first and first[0] - second[0] < _YEAR and not one[4]:
            yield RULE.at(subject, para, "开始得比上一项早，先后倒了", other[0])


def _dense(apart_days: list[tuple[_Stage, _Stage, int]]) -> bool:
    """Whether all but one follow one another at once."""
    return sum(days != 1 for _, _, days in apart_days) == 1 and any(days == 1 for _, _, days in apart_days)
