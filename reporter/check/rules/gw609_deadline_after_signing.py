"""The first deadline is not before 成文日期, and leaves ten days (R10)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from reporter.artefacts.seen.joined import apart
from reporter.calendar.grammar import find_deadlines
from reporter.calendar.points import DAY_SIGNS
from reporter.check.clauses import already, clause_before
from reporter.check.columns import named
from reporter.check.dates import day_of
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW609",
    title="要求的期限不早于成文日期",
    implements=("R10",),
    clause="公文一致性要求",
    strength="shall",
    tests="“请于……前”的日期与成文日期",
    why="期限已过，收文单位无法办理。",
    hint="核对期限的年份和成文日期",
    good=lambda: notice(body=("请于2026年11月10日前报送。",)),
    bad=lambda: notice(body=("请于2025年11月10日前报送。",)),
    roles=("body",),
)
_TELLING = re.compile(r"报告|总结|通报|纪要|情况|简报")
"""Titles of documents that tell what was done until when."""
_SIGNS = apart(*DAY_SIGNS)
_HALF_YEAR = 183
_ASKED = re.compile(r"(?:^|。|；)(?:请?各[^。；，]{1,14}|请)(?:要|须|务必)?于?$|(?<![求定署])要[在于]?$")
"""各养老机构要于…，善款要在…前: asked of those who read, also where the rest tells what was done."""


def _asks(before: str) -> bool:
    return _ASKED.search(before) is not None


def _to_report(before: str, behind: str) -> bool:
    """三个镇要明确责任人，并于9月30日前将整改情况报县民政局."""
    return "要" in clause_before(before, "。；") and _REPORTED.match(behind) is not None


_BORN = re.compile("[^。；，]{0,8}出生")
"""年满25周岁，即在2001年11月23日以前出生."""
_REPORTED = re.compile("之?前?将[^。；]{0,24}(?:报|送|反馈)")


def _of_every_year(before: str) -> bool:
    """每年3月31日前报送，5月31日前…; and what an act is quoted to ask for."""
    return "每年" in clause_before(before, "。") or before.count("“") > before.count("”")


def check(subject: Subject) -> Iterator[Finding]:
    """Deadlines with a day; one without a year takes the year of 成文日期, and may mean the next when far back. What a
    bulletin or a report asks for is told softly: it may repeat what was asked before."""
    base, title = subject.signed_on, subject.the("title")
    if base is None:
        return
    telling = bool(title and _TELLING.search(title.text))
    for para in subject.text_of("body", "heading").holding(_SIGNS):
        for start, end, deadline in find_deadlines(para.text, base.year):
            day = deadline.resolved
            if deadline.kind != "date" or day is None or day >= base:
                continue
            before = para.text[:start]
            behind = para.text[end:]
            asked = not telling or _asks(before) or _to_report(before, behind)
            if not asked or already(before, behind) or _of_every_year(before) or _BORN.match(behind):
                continue
            if "年" in deadline.text or (base - day).days < _HALF_YEAR:
                told = RULE.at(subject, para, "要求的期限早于成文日期", para.text[max(0, start - 10) : end])
                yield replace(told, severity="warning") if telling else told
    if not telling:
        yield from _in_columns(subject, base)


_TERM = re.compile(r"(?:完成|办理|报送|整改)?(?:时限|期限|时间)(?:要求)?|截止时间")
_CELL = re.compile(r"(?:(20\d{2})年)?(\d{1,2})月(\d{1,2})日(?:之?前|前完成)")


def _in_columns(subject: Subject, base: date) -> Iterator[Finding]:
    """Columns of deadlines, each 8月15日前."""
    for grid in subject.seen.grids:
        for column in named(grid, _TERM):
            for cell in grid.column(column):
                found = _CELL.fullmatch(cell.strip())
                day = day_of(found[1] or str(base.year), found[2], found[3]) if found else None
                if found and day and day < base and (found[1] or (base - day).days < _HALF_YEAR):
                    told = RULE.on(
                        subject, "表里的时限早于成文日期", page=grid.page, spot=f"表{grid.number}", quote=found[0]
                    )
                    yield replace(told, severity="warning")
