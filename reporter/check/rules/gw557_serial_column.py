"""The rows of a table are numbered without gaps (L047, R6)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.model import Grid
from reporter.check.bare import solid
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW557",
    title="表格的序号连续，不重号、不跳号",
    implements=("L047", "R6"),
    clause="公文一致性要求",
    strength="practice",
    tests="表格“序号”一列的数字",
    why="序号断了，多半是漏了一行或多粘了一行，核对的人会要求说明。",
    hint="按顺序重编序号，或补上漏掉的一行",
    good=lambda: _table("2"),
    bad=lambda: _table("3"),
    severity="warning",
    tables=True,
)
_HEAD = re.compile(r"(?:序号|编号|序)")
_IN_ORDER = tuple(map(str, range(1, 1000)))
_LEAST = 2


def check(subject: Subject) -> Iterator[Finding]:
    """Tables whose first column is 序号 and counts from 1; groups may begin anew."""
    for grid in subject.seen.grids:
        if not grid.rows or not _HEAD.fullmatch(solid(grid.rows[0][0] if grid.rows[0] else "")):
            continue
        found = _wrong(grid)
        if found:
            row, written, wanted = found
            yield RULE.in_cell(subject, grid, row, 0, f"序号是{written}，按顺序应为{wanted}", str(written))


def _wrong(grid: Grid) -> tuple[int, int, int] | None:
    """Row, number and what it should be, of the first that does not follow; None for codes, and for extracts
    that keep their numbers, in which many do not."""
    serials = grid.columns[0][grid.top :]
    if serials == _IN_ORDER[: len(serials)]:
        return None  # as nearly everywhere
    rows = enumerate(serials, grid.top + 1)
    numbers = [(row, int(serial)) for row, serial in rows if serial.isdecimal() and len(serial) < 5]
    if len(numbers) < _LEAST or numbers[0][1] != 1:
        return None
    breaks = []
    due = 1
    for place, (row, number) in enumerate(numbers):
        if number not in (due, 1) or (number == 1 and place == 1):
            breaks.append((row, number, due))
        due = number + 1
    return breaks[0] if len(breaks) in (1, 2) else None


def _table(second: str) -> Subject:
    rows = (("序号", "机构"), ("1", "河口镇敬老院"), (second, "青石镇敬老院"), ("3", "云溪镇敬老院"))
    return notice(grids=(Grid(1, rows, 1),))
