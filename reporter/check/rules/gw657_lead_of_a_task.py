"""Who leads a task is the same in the text and in the table of tasks (R22, R24)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from msgspec import Struct

from reporter.artefacts.seen.joined import apart
from reporter.artefacts.seen.model import Grid
from reporter.check.bare import solid
from reporter.check.columns import named
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW657",
    title="任务的牵头单位，正文与任务清单一致",
    implements=("R22", "R24"),
    clause="公文一致性要求",
    strength="recommended",
    tests="正文“由……牵头，于×月×日前完成……”与附表中同一任务、同一时限的牵头单位",
    why="牵头单位前后不一，两家都会等着对方办。",
    hint="核对分工后改成一致",
    good=lambda: _tasks("县财政局"),
    bad=lambda: _tasks("县审计局"),
    roles=("body",),
    tables=True,
    severity="warning",
)
_LED = re.compile(r"(?:^|[。；，）])由?(?P<who>[\u4e00-\u9fff]{2,20}?)牵头，(?P<rest>[^。；]{6,80})")
_LEADS, _TASK = re.compile("牵头(?:单位|部门)"), re.compile("(?:重点|主要|工作)?任务(?:内容|名称)?|工作内容|事项|项目")
_DAY = re.compile(r"(?:(\d{1,2})月(\d{1,2})日|(\d{1,2})月底)")
_WITH = re.compile("[、和会同与及，]")
_OFFICE = re.compile("(?:局|委|办|院|队|社|会|镇|乡|街道|公司|中心|集团)$")
_LEAST = 6
"""So many characters in a row make two tasks the same."""


class _Row(Struct, frozen=True):
    task: str
    lead: str
    days: frozenset[str]


def check(subject: Subject) -> Iterator[Finding]:
    """The row that shares most characters in a row with what the text says has to be done, if no other shares as many;
    where both name days, one day is the same."""
    rows = [row for grid in subject.seen.grids for row in _rows(grid)]
    for para, found in subject.text_of("body").matches(_LED, "牵头，", quick=_QUICK) if rows else ():
        days = _days(found["rest"])
        close = sorted(((_shared(row.task, found["rest"]), at) for at, row in enumerate(rows)), reverse=True)
        most, at = close[0]
        row = rows[at]
        if most < _LEAST or (len(close) > 1 and close[1][0] == most) or (days and row.days and not days & row.days):
            continue
        who = _WITH.split(found["who"])[0].lstrip("县市镇")
        if _OFFICE.search(who) and row.lead and row.lead not in found["who"] and not _stands_for(who, row.lead):
            yield RULE.at(subject, para, f"表中“{row.task}”的牵头单位是{row.lead}", found[0].strip("。；，"))


_QUICK = apart("牵头")


def _rows(grid: Grid) -> Iterator[_Row]:
    leads, tasks = named(grid, _LEADS), named(grid, _TASK)
    if len(leads) != 1 or len(tasks) != 1:
        return
    for _, cells in grid.body:
        if len(cells) > max(leads[0], tasks[0]):
            yield _Row(solid(cells[tasks[0]]), solid(cells[leads[0]]), _days("，".join(cells)))


def _days(text: str) -> frozenset[str]:
    return frozenset(found[0] for found in _DAY.finditer(text))


def _stands_for(short: str, name: str) -> bool:
    """Whether all its characters stand in the name, in order: 发改局 is 发展和改革局."""
    signs = iter(name)
    return all(sign in signs for sign in short)


def _shared(one: str, other: str) -> int:
    return SequenceMatcher(None, one, other, autojunk=False).find_longest_match().size


def _tasks(lead: str) -> Subject:
    rows = (("序号", "任务", "牵头单位", "完成时限"), ("1", "完成消防设施改造项目验收", "县财政局", "2026年9月30日"))
    text = f"由{lead}牵头，于2026年9月30日前完成消防设施改造项目验收。"
    return notice(body=(text,), grids=(Grid(1, rows, 1),))
