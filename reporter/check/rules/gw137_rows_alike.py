"""Rows of a table are set in one size (practice)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec.structs import replace

from reporter.artefacts.seen.model import Grid, Para
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW137",
    title="表格各行字号一致",
    implements=("L123",),
    clause="公文排版通行做法（GB/T 9704-2012 5.2.2 只规定正文字号）",
    strength="practice",
    tests="表头以下有没有一整行的字比其余各行大得多",
    why="一行的字忽然大起来，多是从别处粘贴来的，行高、列宽都会被撑开。",
    hint="选中这一行，字号改成与其余各行一样",
    good=lambda: _table(0),
    bad=lambda: _table(22.0),
    tables=True,
    severity="warning",
    folds=2,
)
_LARGER = 1.3
_LEAST = 4
"""Rows, of which the head is one."""


def check(subject: Subject) -> Iterator[Finding]:
    """One row of several cells; one that runs across may be a heading within the table, several may be its parts."""
    cells = [para for para in subject.seen.paras if para.cell and para.text]
    if len({para.main.size for para in cells}) < 2:
        return
    for grid in subject.seen.grids:
        if grid.number not in subject.placing and len(grid.rows) >= _LEAST:
            yield from _of(subject, grid, [para for para in cells if para.cell and para.cell.table == grid.number])


def _of(subject: Subject, grid: Grid, cells: list[Para]) -> Iterator[Finding]:
    told = [para for para in cells if para.cell and para.cell.row > grid.top and para.main.size]
    sizes = Counter([para.main.size for para in told])
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    if max(sizes, default=0.0) < usual * _LARGER:
        return  # as nearly everywhere
    rows: dict[int, list[Para]] = {}
    for para in told:
        if para.cell:
            rows.setdefault(para.cell.row, []).append(para)
    large = [row for row in rows.values() if min(para.main.size for para in row) >= usual * _LARGER]
    odd = [row for row in large if len({para.cell for para in row}) > 1]
    if len(odd) == 1:
        least = min(para.main.size for para in odd[0])
        yield RULE.at(subject, odd[0][0], f"表格这一行的字是{least:g}磅，其余各行是{usual:g}磅")


def _table(last: float) -> Subject:
    """A table of four rows, the last in that size, where one is given."""
    grid = Grid(1, (("乡镇", "隐患（条）"), ("云溪镇", "3"), ("青石镇", "5"), ("合计", "8")), 1)
    subject = notice(grids=(grid,))
    if not last:
        return subject
    paras = subject.seen.paras
    large = [_sized(para, last) if para.cell and para.cell.row == len(grid.rows) else para for para in paras]
    return replace(subject, seen=replace(subject.seen, paras=tuple(large)))


def _sized(para: Para, size: float) -> Para:
    return replace(para, runs=tuple(replace(run, size=size) for run in para.runs)).read()
