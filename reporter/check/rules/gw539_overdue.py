"""A hazard that was closed after its due day is overdue, and terms are at most three months (R9)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from msgspec.structs import replace

from reporter.artefacts.seen.model import Grid
from reporter.check.columns import is_total
from reporter.check.dates import loose_date
from reporter.check.finding import Finding
from reporter.check.ledgers import ledgers_of
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW539",
    title="整改完成日期不晚于整改时限",
    implements=("R9",),
    clause="公文一致性要求",
    strength="recommended",
    tests="台账的完成日期列与整改时限列、发现日期列；时限是不是在发现后三个月以内；日期列里唯一的空格、相差太远的年份",
    why="逾期完成的要说明原因，日期写错的要改正。",
    hint="核对日期；确属逾期的，在备注里写明原因",
    good=lambda: _ledger("2026年5月8日"),
    bad=lambda: _ledger("2026年5月20日"),
    tables=True,
)
_LONGEST = timedelta(days=93)


def check(subject: Subject) -> Iterator[Finding]:
    """Rows of ledgers that have both columns; also a due day before the day of discovery."""
    for grid in subject.seen.grids:
        yield from _days(subject, grid)
    dated = any("限" in grid.called or "应" in grid.called for grid in subject.seen.grids)  # 时限、应完成时间
    for ledger in ledgers_of(subject) if dated else ():
        if ledger.columns["due"] < 0:
            continue
        for at, row in ledger.rows:
            found, due, done = (ledger.day(row, name) for name in ("found", "due", "done"))
            in_cell = partial(RULE.in_cell, subject, ledger.grid, at)
            if due and done and done > due:
                message = f"晚于整改时限{ledger.cell(row, 'due')}，属逾期完成"
                yield in_cell(ledger.columns["done"], message, ledger.cell(row, "done"))
            if found and due and due < found:
                yield in_cell(ledger.columns["due"], "整改时限早于发现日期", ledger.cell(row, "due"))
            elif found and due and due - found > _LONGEST:
                message = f"整改时限比发现日期晚{(due - found).days}天，超过三个月"
                told = in_cell(ledger.columns["due"], message, ledger.cell(row, "due"))
                yield replace(told, severity="info", hint="三个月内确实改不完的，写明分阶段的措施和期限")


_DAYS = re.compile(r"(?:发现|排查|检查|复核|核查|销号)(?:时间|日期)|(?:整改)?(?:时限|期限)")
_DAY = ("时间", "日期", "时限", "期限")
_EMPTY = frozenset(("", "—", "-", "/", "——", "无"))
_FEW, _FAR = 4, 5


def _days(subject: Subject, grid: Grid) -> Iterator[Finding]:
    """One cell without a day in a column of days that every row has; a year far from that of all others."""
    for column, name in enumerate(grid.names):
        if not name.endswith(_DAY) or not _DAYS.fullmatch(name) or _of_one_time(grid, column):
            continue
        cells = [(row, line[column].strip(), line) for row, line in grid.body if column < len(line)]
        days = [(row, text, day) for row, text, _ in cells if (day := loose_date(text))]
        empty = [
            (row, text, line)
            for row, text, line in cells
            if text in _EMPTY and len(line) - line.count("") > 1
        ]
        if len(cells) < _FEW or len(days) < len(cells) - 1:
            continue
        for row, text, line in empty:
            if not is_total(line, "小计"):
                told = f"“{grid.names[column]}”没有日期"
                yield RULE.in_cell(subject, grid, row, column, told, text or line[0])
        years = sorted(day.year for _, _, day in days)
        for row, text, day in days:
            if abs(day.year - years[len(years) // 2]) >= _FAR:
                yield RULE.in_cell(subject, grid, row, column, "年份与其他各行相差太远", text)


def _of_one_time(grid: Grid, column: int) -> bool:
    """Whether every cell of a column begins with the year of the first, the one before or the next: no day has to be
    read then."""
    year = next(iter(grid.columns[column][grid.top :]), "")[:4]
    if not year.isdecimal():
        return False
    near = [grid.texts[column].count(f"\n{int(year) + years}") for years in (-1, 0, 1)]
    return sum(near) == len(grid.rows) - grid.top


def _ledger(done: str) -> Subject:
    rows = (("隐患内容", "整改时限", "完成日期"), ("通道堆物", "2026年5月15日", done))
    return notice(grids=(Grid(1, rows, 1),))
