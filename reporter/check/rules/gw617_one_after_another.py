"""What comes first is not dated later (R12)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from reporter.artefacts.seen.joined import sentences
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW617",
    title="先办的事日期在前",
    implements=("R12", "R14"),
    clause="公文一致性要求",
    strength="recommended",
    tests="同一句里开工、完工、投入使用的年月，中期评估、总结评估的年月；表中各批次的日期；检查的起止日期与报送整改情况的期限",
    why="先后颠倒的日期，总有一个写错了。",
    hint="核对各项日期的年份和月份",
    good=lambda: notice(body=("项目于2026年7月开工，2027年3月投入使用。",)),
    bad=lambda: notice(body=("项目于2026年7月开工，2026年3月投入使用。",)),
)
_MONTH = r"(20\d{2})年(\d{1,2})月(?:\d{1,2}日)?(?:底|末)?(?:之?前)?"
_ORDER = {
    "开工": 1, "完工": 2, "竣工": 2, "投入使用": 3, "投入运行": 3,
    "完成中期评估": 11, "完成总结评估": 12, "完成终期评估": 12,
}  # fmt: skip
_DONE = re.compile(rf"{_MONTH}(?:建成)?(?P<what>{'|'.join(_ORDER)})")
_APART = 10
"""What is built and what is evaluated do not follow one another."""
_BATCH = re.compile(r"第([一二三四五六七八九十])[批期轮]")
_RANGE = re.compile(r"(\d{1,2})月(\d{1,2})日(?:(?:至|—|－|～|-)(?:(\d{1,2})月)?(\d{1,2})日)?")
_LATE = 9
"""A later batch that falls back by more months is one of the next year."""


def check(subject: Subject) -> Iterator[Finding]:
    """Within a sentence of the text; rows 第一批, 第二批 of a table with days."""
    for para in subject.text_of("body", "heading").holding(_DONE, "开工", "评估"):
        for _, sentence in sentences(para.text):
            told = [(_ORDER[one["what"]], int(one[1]), int(one[2]), one) for one in _DONE.finditer(sentence)]
            for (step, year, month, one), (later, its, of, other) in pairwise(told):
                together = (step > _APART) == (later > _APART) and step != later
                if together and (step < later) != ((year, month) <= (its, of)) and (year, month) != (its, of):
                    message = (
                        f"{one['what'].removeprefix('完成')}与{other['what'].removeprefix('完成')}的先后颠倒"
                    )
                    yield RULE.at(subject, para, message, sentence[one.start() : other.end()][-40:])
    yield from _batches(subject)
    yield from _by_turns(subject)


_PAID = re.compile(r"每月(\d{1,2})日前[^。；]{0,24}拨付[^。；]{0,40}?每月(\d{1,2})日前[^。；，]{0,6}发放")
_DAY = r"于(?:20\d{2}年)?(\d{1,2})月(\d{1,2})日(?:前|之前)?"
_LOOKED_AT = re.compile(
    r"(\d{1,2})月(\d{1,2})日(?:至|—)[^。；]{0,40}(?:检查|督查|抽查)(?:(?!自查)[^\n]){0,60}?"
    r"(?:整改|检查|督查|抽查)(?:情况|结果)于(?:20\d{2}年)?(\d{1,2})月(\d{1,2})日(?:之?前)报"
)
_PASSED_ON = re.compile(
    rf"各[^。；]{{0,20}}?{_DAY}(?:报送|上报|报)[^。；，]{{0,16}}，(?:我局|(?:县|区)[\u4e00-\u9fff]{{2,6}}局)(?:汇总后)?{_DAY}(?:汇总)?(?:后)?报[\u4e00-\u9fff]{{0,6}}[市省]"
)


def _by_turns(subject: Subject) -> Iterator[Finding]:
    """What is paid out before it is handed over, and what is passed on before those below sent it in."""
    text = subject.text_of("body", "heading")
    for para, found in text.matches(_PAID, "拨付"):
        if int(found[2]) < int(found[1]):
            yield RULE.at(subject, para, "资金还没有拨付，就要发放", found[0])
    for para, found in text.matches(_PASSED_ON, "汇总"):
        first, last = (int(found[1]), int(found[2])), (int(found[3]), int(found[4]))
        if last <= first:
            yield RULE.at(subject, para, "汇总上报的日期不晚于下面报送的日期，没有汇总的时间", found[0])
    for para, found in text.matches(_LOOKED_AT, "情况于", "结果于"):
        begun, due = (int(found[1]), int(found[2])), (int(found[3]), int(found[4]))
        if due < begun and begun[0] - due[0] < _LATE:
            yield RULE.at(subject, para, "检查还没有开始，就要报送结果", found[0][-24:])


def _batches(subject: Subject) -> Iterator[Finding]:
    for grid in subject.seen.grids:
        if not grid.texts or "第" not in grid.texts[0]:
            continue
        before: tuple[int, int] | None = None
        for _, cells in grid.body:
            if not cells or not _BATCH.fullmatch(cells[0].strip()):
                continue
            day = next((found for cell in cells if (found := _RANGE.fullmatch(cell.strip()))), None)
            if day is None:
                continue
            first = int(day[1]), int(day[2])
            if before and first <= before and before[0] - first[0] < _LATE:
                told = f"{cells[0].strip()}的日期不在上一批之后"
                yield RULE.on(subject, told, page=grid.page, spot=f"表{grid.number}", quote=day[0])
            before = (int(day[3] or day[1]), int(day[4] or day[2]))
