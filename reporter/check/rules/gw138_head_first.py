"""The first row of a table says what its columns hold (practice)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reporter.artefacts.seen.model import Grid
from reporter.check.columns import is_total
from reporter.check.finding import Finding
from reporter.check.quantities import number_in
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW138",
    title="表格首行是表头",
    implements=("cl.5.2",),
    clause="公文排版通行做法（GB/T 9704-2012 5.2 没有规定表头）",
    strength="practice",
    tests="Word 文件里表格的第一行是不是数据：表头排到了末行，序号从第一行起编，或各列第一行就是数字",
    why="没有表头，看表的人不知道各列填的是什么。",
    hint="把表头移到首行；没有的，补上各列的名称",
    good=lambda: notice(grids=(Grid(1, (_HEAD, *_ROWS), 1),)),
    bad=lambda: notice(grids=(Grid(1, (*_ROWS, _HEAD), 1),)),
    tables=True,
    severity="warning",
)
_HEAD: tuple[str, ...] = ("单位", "得分（分）", "比上年增减（分）")
_ROWS: tuple[tuple[str, ...], ...] = (("云溪镇", "96.5", "2.5"), ("河口镇", "95.0", "1.0"), ("青石镇", "90.4", "-1.2"))
_LEAST, _FEW = 4, 3
"""Rows, and columns of a table whose rows are numbered."""
_NUMBERED = re.compile(r"(?:[A-Za-z]{1,6}[-—]?)?0*(\d+)")
_PARTED = re.compile(r"\d\.\d|[%％]")
"""What no head is: a head may be a year, a month or a mark from 1 to 5."""
_WORD = re.compile(r"[\u4e00-\u9fff]{2}")
_NONE = frozenset("—-－/0无")


def check(subject: Subject) -> Iterator[Finding]:
    """Tables of several rows in Word files: of a PDF, a head may be read apart from its table."""
    if subject.seen.format != "docx":
        return
    for grid in subject.seen.grids:
        if len(grid.rows) < _LEAST or grid.number in subject.placing:
            continue
        if (told := _told(grid)) and not _below_another(subject, grid):
            yield RULE.in_cell(subject, grid, 1, 0, told, grid.rows[0][0])


def _told(grid: Grid) -> str:
    """Of several columns whose rows but for the last all hold figures, and of rows that are numbered."""
    first, last = grid.rows[0], grid.rows[-1]
    columns = [at for at, cell in enumerate(first) if number_in(cell) is not None]
    figures = [at for at in columns if all(_figure(row, at) for row in grid.rows[1:-1])]
    worded = all(at < len(last) and _WORD.search(last[at]) for at in figures)
    if len(figures) > 1 and worded and not is_total(last):
        return "表头排在表格最后一行，应排在首行"
    whole = [at for at in figures if _figure(last, at)]
    bare = len(whole) > 1 and any(_PARTED.search(first[at]) for at in whole)
    return "表格没有表头，第一行就是数据" if bare or _numbered(grid) else ""


def _figure(row: Sequence[str], at: int) -> bool:
    """Whether a cell holds a figure, or a dash for none."""
    cell = row[at].strip() if at < len(row) else ""
    return number_in(cell.lstrip("+-－")) is not None or cell in _NONE


def _numbered(grid: Grid) -> bool:
    """Whether rows of several filled cells are numbered from the first one on, as 1, 2, 3 or A-01, A-02, A-03."""
    if len(grid.rows[0]) < _FEW or not all(grid.rows[0]):
        return False
    found = [_NUMBERED.fullmatch(row[0].strip()) for row in grid.rows[:_FEW] if row]
    return [int(one[1]) for one in found if one] == [1, 2, 3]


def _below_another(subject: Subject, grid: Grid) -> bool:
    """Whether another table, which may be its head, stands right above it."""
    first = next(para.number for para in subject.seen.paras if para.cell and para.cell.table == grid.number)
    return any(para.cell for para in subject.seen.above(first, 1))
