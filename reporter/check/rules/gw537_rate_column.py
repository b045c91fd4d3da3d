"""A column of rates is the quotient of two other columns in every row (R4)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reporter.artefacts.seen.model import Grid
from reporter.check.finding import Finding
from reporter.check.quantities import number_in, percent, plain
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.spots import cell_spot
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
_LEAST, _MOST_WRONG = 2, 2
_Row = tuple[int, tuple[Decimal | None, ...], Decimal, int]


def check(subject: Subject) -> Iterator[Finding]:
    """For each such column the pair of columns that most rows agree with; at least two rows and twice the others."""
    for grid in subject.seen.grids:
        heads = grid.heads
        for column, name in enumerate(heads):
            if not _RATE.search(name):
                continue
            rows = list(_rows(grid, column))
            fitting, wrong = _best(rows, len(heads), column)
            if fitting >= _LEAST and len(wrong) * _MOST_WRONG <= fitting:
                for at, cell, right in wrong:
                    spot = cell_spot(grid.number, at + 1, column + 1)
                    message = f"{name}按同一行的数应为{right}"
                    yield RULE.on(subject, message, page=grid.page, spot=spot, quote=cell)


def _rows(grid: Grid, column: int) -> Iterator[_Row]:
    """Row, its numbers, the rate and its decimals."""
    for at, cells in enumerate(grid.rows):
        if at < grid.top or column >= len(cells):
            continue
        found = re.fullmatch(r"\s*(\d{1,3}(?:\.(\d+))?)\s*[%％]\s*", cells[column])
        if found:
            yield at, tuple(number_in(cell) for cell in cells), Decimal(found[1]), len(found[2] or "")


def _best(rows: Sequence[_Row], width: int, column: int) -> tuple[int, list[tuple[int, str, str]]]:
    """How many rows the best pair fits, and the rows that it does not: row, what is written, what it should be."""
    best: tuple[int, list[tuple[int, str, str]]] = (0, [])
    for part in range(width):
        for whole in range(width):
            if part == whole or column in (part, whole):
                continue
            fits, wrong = 0, []
            for at, numbers, rate, decimals in rows:
                a, b = _at(numbers, part), _at(numbers, whole)
                if a is None or not b:
                    continue
                right = percent(a, b, decimals)
                fits += right == rate
                if right != rate:
                    wrong.append((at, f"{plain(rate)}%", f"{right}%"))
            if (fits, -len(wrong)) > (best[0], -len(best[1])):
                best = fits, wrong
    return best


def _at(numbers: Sequence[Decimal | None], place: int) -> Decimal | None:
    return numbers[place] if place < len(numbers) else None


def _table(last: str) -> Subject:
    rows = (("年度", "隐患", "已整改", "整改率"), ("2023年", "240", "216", "90.0%"), ("2024年", "225", "207", "92.0%"),
            ("2025年", "205", "192", last))  # fmt: skip
    return notice(grids=(Grid(1, rows, 1),))
