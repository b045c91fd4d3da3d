"""A column of rates is the quotient of two other columns in every row (R4)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reporter.artefacts.seen.model import Grid
from reporter.check.columnpairs import Line, best
from reporter.check.finding import Finding
from reporter.check.quantities import number_in, percent, plain
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW537",
    title="表格里的比率除得出来",
    implements=("R4",),
    clause="公文一致性要求",
    strength="shall",
    tests="整改率、占比等列，与多数行都能除得出来的两列；少数除不出来的行",
    why="比率与同一行的数对不上，两者必有一错。",
    hint="按同一行的两个数重算，小数位与本列其他行相同",
    good=lambda: _table("93.7%"),
    bad=lambda: _table("97.3%"),
    tables=True,
)
_RATE = re.compile(r"率|占比|比例|比重|百分比")
_PERCENT = re.compile(r"\s*(\d{1,3}(?:\.(\d+))?)\s*([%％])?\s*")
_SIGN_IN_HEAD = re.compile("[%％]")


def check(subject: Subject) -> Iterator[Finding]:
    """For each such column the pair of columns that most rows agree with."""
    for grid in subject.seen.grids:
        for column, name in enumerate(grid.heads):
            lines = list(_lines(grid, column)) if _RATE.search(name) else []
            for line, right in best(lines, len(grid.heads), column, _quotient):
                message = f"{name}按同一行的数应为{right}%"
                yield RULE.in_cell(subject, grid, line.row, column, message, f"{plain(line.value)}%")


def _lines(grid: Grid, column: int) -> Iterator[Line[Decimal]]:
    signed = _SIGN_IN_HEAD.search(grid.heads[column])
    for row, cells in grid.body:
        found = _PERCENT.fullmatch(cells[column]) if column < len(cells) else None
        if found and (found[3] or signed):
            yield Line(row, [number_in(cell) for cell in cells], Decimal(found[1]), len(found[2] or ""))


def _quotient(numbers: Sequence[Decimal | None], part: int, whole: int, decimals: int) -> Decimal | None:
    a, b = numbers[part], numbers[whole]
    return percent(a, b, decimals) if a is not None and b and part != whole else None


def _table(last: str) -> Subject:
    rows = (("年度", "隐患", "已整改", "整改率"), ("2023年", "240", "216", "90.0%"), ("2024年", "225", "207", "92.0%"),
            ("2025年", "205", "192", last))  # fmt: skip
    return notice(grids=(Grid(1, rows, 1),))
