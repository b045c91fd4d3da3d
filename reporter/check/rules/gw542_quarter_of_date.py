"""A date lies in the quarter that is named (R13)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import sentence_at
from reporter.artefacts.seen.model import Grid
from reporter.check.dates import day_of, loose_date
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW542",
    title="所写季度与日期相符",
    implements=("R13", "R15"),
    clause="公文一致性要求",
    strength="recommended",
    tests="表格的季度列和日期列；“上半年（1月至6月）”“十四五（2021—2025年）”括号里的月份、年份；标题、开头所写的季度和起止日期、截至日期；会议听取的季度情况",
    why="季度错了，按季汇总就会算错。",
    hint="核对检查日期，改正季度",
    good=lambda: notice(grids=(Grid(1, (("季度", "检查日期"), ("二季度", "2026年5月8日")), 1),)),
    bad=lambda: notice(grids=(Grid(1, (("季度", "检查日期"), ("三季度", "2026年5月8日")), 1),)),
    signs=("季度", "半年（", "五”", "五规划", "五时期"),
)
_HEADS = (re.compile(r"季度"), re.compile(r"日期|时间"))
_FEW = 3
_QUARTER = re.compile(r"([一二三四1-4])季度")


_PLAN = re.compile(r"(?:定于|拟于|决定于|决定在|计划于|计划在)(?:(20\d{2})年)?第?([一二三四1-4])季度")
_OPENING = re.compile(r"^(?:(20\d{2})年)?第?([一二三四1-4])季度[，以]")
_UNTIL = re.compile(r"截[至止]到?(?:(20\d{2})年)?(\d{1,2})月(\d{1,2})日")
_TELLING = re.compile(r"情况|通报|报告|总结|进展")
_MET = re.compile(r"(20\d{2})年(\d{1,2})月\d{1,2}日")
_HEARD = re.compile(
    r"听取[^。；]{0,24}?关于(?:本年度?)?第?([一二三四1-4])季度[^。；，]{0,16}(?:情况|进展|结果)"
)
_MONTHS = re.compile(
    r"(?P<part>[上下]半年|前?[一二三四1-4]个?季度)（(?P<first>1?\d)(?:月(?:\d{1,2}日)?)?[至到—－～-](?P<last>1?\d)月(?:\d{1,2}日)?）"
)
_PART = 5
"""Signs of 前三个季度."""
_PLANNED = re.compile(
    r"“?十(?P<n>[一二三四五六])五”?(?:规划|时期|期间)?（(?P<first>20\d\d)年?[—－～至-](?P<last>20\d\d)年?）"
)
_RANGE = re.compile(r"(20\d{2})年(\d{1,2})月(\d{1,2})日(?:起)?(?:至|到|—)")


def check(subject: Subject) -> Iterator[Finding]:
    """Columns of quarter and date of a table; the quarter of the title against that of the opening; the quarter for
    which work is planned against its first full day."""
    yield from _in_tables(subject)
    yield from _explained(subject)
    yield from _cut_off(subject)
    yield from _heard(subject)
    yield from _gone(subject)
    yield from _five_years(subject)
    body = subject.paras_of("body", "heading")
    title = subject.the("title")
    named = _QUARTER.search(title.text) if title else None
    yield from _months_of_the_title(subject, named)
    for para in body[:_FEW]:
        if "季度" not in para.text:
            continue
        opening = _OPENING.search(para.text)
        if named and opening and _number(named[1]) != _number(opening[2]):
            yield RULE.at(
                subject, para, f"标题写{named[0]}，这里写第{opening[2]}季度", around(para.text, opening)
            )
        planned = _PLAN.search(para.text)
        if planned is None:
            continue
        days = [day_of(*found.groups()) for later in body for found in _RANGE.finditer(later.text)]
        first = next((day for day in days if day and (not planned[1] or day.year == int(planned[1]))), None)
        if first and (first.month + 2) // 3 != _number(planned[2]):
            message = f"起始日{first.month}月{first.day}日不在所写的季度里"
            yield RULE.at(subject, para, message, around(para.text, planned))


def _explained(subject: Subject) -> Iterator[Finding]:
    """上半年（1月至6月）: months in brackets right behind the part of a year that they explain."""
    text = subject.seen.joined
    for sign in (one for one in text.numbers.signs_before("（") if text.text[one - 1] in "年度"):
        para, place = text.at(sign)
        found = _MONTHS.search(para.text, max(0, place - _PART))
        if found is None:
            continue
        part = found["part"]
        length, at = (6, "上下".index(part[0])) if part.endswith("年") else (3, _number(part.strip("前个季度")) - 1)
        months = range(1 if part[0] == "前" else at * length + 1, at * length + length + 1)
        first, last = int(found["first"]), int(found["last"])
        cut = first == months[0] and last != months[-1] and "日" not in found[0]
        if first not in months or last not in months or cut:
            yield RULE.at(subject, para, f"{part}是{months[0]}月至{months[-1]}月", around(para.text, found))


def _cut_off(subject: Subject) -> Iterator[Finding]:
    """截至 a day that lies before the quarter begins of which the title speaks, and no later day is told; the last
    quarter heard of in minutes against the day of the meeting."""
    title, base = subject.the("title"), subject.signed_on
    named = _QUARTER.search(title.text) if title else None
    if named is None or base is None or not _TELLING.search(title.text if title else ""):
        return
    days = [
        (para, found, day)
        for para, found in subject.text_of("body", "heading").matches(_UNTIL, "截至", "截止")
        if (day := day_of(found[1] or str(base.year), found[2], found[3]))
    ]
    first_month = 3 * _number(named[1]) - 2
    if days and all(day.year == base.year and day.month < first_month for _, _, day in days):
        para, found, day = days[-1]
        message = f"截至{day.month}月{day.day}日，所说的{named[0]}还没有开始"
        yield RULE.at(subject, para, message, around(para.text, found))


def _heard(subject: Subject) -> Iterator[Finding]:
    """听取…关于第三季度…情况的汇报 at a meeting that was held before that quarter began."""
    for para in subject.paras_of("body")[:_FEW]:
        if "季度" not in para.text:
            continue
        met, heard = _MET.match(para.text), _HEARD.search(para.text)
        if met and heard and int(met[2]) < 3 * _number(heard[1]) - 2:
            message = f"{met[2]}月开的会听取第{heard[1]}季度的情况，这个季度还没有开始"
            yield RULE.at(subject, para, message, around(para.text, heard))


_TO_COME = re.compile(r"将[于在]第?([一二三四1-4])季度(?!末)")


def _gone(subject: Subject) -> Iterator[Finding]:
    """将于第一季度… in a paper of July, when no year is named in the sentence."""
    issued = subject.issued_on
    if issued is None:
        return
    for para, found in subject.text_of("body", "heading").matches(_TO_COME, "将于", "将在"):
        sentence = sentence_at(para.text, found.start())[1]
        said = sentence[: sentence.find(found[0])]
        if _number(found[1]) < (issued.month + 2) // 3 and not re.search("年|每|下一|明", said):
            message = "这个季度已经过去；是明年的，写明年份"
            yield RULE.at(subject, para, message, around(para.text, found))


_OPENED = re.compile(r"(?:20\d{2}年)?(\d{1,2})月[至到—－～-](\d{1,2})月(?!\d)")


def _months_of_the_title(subject: Subject, named: re.Match[str] | None) -> Iterator[Finding]:
    """4月至6月 in the first paragraph of a paper about the third quarter."""
    for para in subject.paras_of("body")[:1] if named else ():
        found = _OPENED.search(para.text)
        first = 3 * _number(named[1]) - 2 if named else 0
        if found and int(found[2]) - int(found[1]) == 2 and int(found[1]) != first and int(found[1]) % 3 == 1:
            message = f"标题写第{named[1] if named else ''}季度，是{first}月至{first + 2}月"
            yield RULE.at(subject, para, message, around(para.text, found))


def _five_years(subject: Subject) -> Iterator[Finding]:
    """“十四五”（2021—2025年）: 十一五 began in 2006, and each of them after five years."""
    for para, found in subject.seen.joined.matches(_PLANNED, "五”", "五规划", "五时期"):
        first = 2001 + 5 * "十一二三四五六".index(found["n"])
        if (int(found["first"]), int(found["last"])) != (first, first + 4):
            message = f"“十{found['n']}五”是{first}—{first + 4}年"
            yield RULE.at(subject, para, message, around(para.text, found))


def _number(word: str) -> int:
    return "一二三四1234".index(word) % 4 + 1


def _in_tables(subject: Subject) -> Iterator[Finding]:
    for grid in subject.seen.grids:
        head = grid.rows[0] if grid.rows else ()
        places = [next((n for n, text in enumerate(head) if pattern.search(text)), -1) for pattern in _HEADS]
        if min(places) < 0:
            continue
        for row, cells in enumerate(grid.rows[1:], 2):
            if max(places) >= len(cells):
                continue
            quarter, day = _QUARTER.search(cells[places[0]]), loose_date(cells[places[1]])
            if quarter and day and (day.month + 2) // 3 != _number(quarter[1]):
                spot = f"表{grid.number}第{row}行"
                yield RULE.on(
                    subject,
                    "日期不在所写的季度里",
                    page=grid.page,
                    spot=spot,
                    quote=" ".join((cells[places[0]], cells[places[1]])),
                )
