"""Columns of amounts and of means come out of the other figures of their row (R2, R4)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reporter.artefacts.seen.model import Grid
from reporter.check.columnpairs import Formula, Line, best
from reporter.check.columns import TERMS, named, number_at
from reporter.check.finding import Finding
from reporter.check.quantities import half_a_place, half_up, number_in, plain
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW625",
    title="表格里人数乘标准乘月数等于金额，人均等于金额除以人数",
    implements=("R2", "R4"),
    clause="公文一致性要求",
    strength="shall",
    tests="有人数、月标准、月数、金额四列的表格；“人均（元）”一类的列与多数行都能除得出来的两列，合计行也是",
    why="审核的人会随手一乘一除，对不上就要退回；各行平均数的平均不是总的平均。",
    hint="重算后改正错的一个数",
    good=lambda: _table("12"),
    bad=lambda: _table("10"),
    signs=("均", "数"),
    tables=True,
    severity="warning",
)
_UNIT = r"(?:[（(][^（）()]*[）)])?"
_FACTORS = (
    re.compile(rf"(?:[\u4e00-\u9fff]{{0,4}}人数|户数|数量|[\u4e00-\u9fff]{{0,4}}对象){_UNIT}"),
    re.compile(rf"(?:[\u4e00-\u9fff]{{0,4}}标准|单价){_UNIT}"),
    re.compile(rf"(?:{TERMS}){_UNIT}"),
)
_AMOUNT = re.compile(rf"[\u4e00-\u9fff]{{0,4}}(?:金额|资金|合计|小计){_UNIT}")
_MEAN = re.compile(r"[人户次件场]均|平均")


def check(subject: Subject) -> Iterator[Finding]:
    """Tables with one column of each; rows that hold all the numbers."""
    for grid in subject.seen.grids:
        names = "".join(grid.names)
        if "金额" in names or "资金" in names or "计" in names:
            yield from _products(subject, grid)
        if "均" in names:
            yield from _means(subject, grid)


def _products(subject: Subject, grid: Grid) -> Iterator[Finding]:
    """Told where most rows come out."""
    found = [named(grid, one) for one in (*_FACTORS, _AMOUNT)]
    if any(len(those) != 1 for those in found):
        return
    *factors, amount = (those[0] for those in found)
    scale = 10**4 if "万" in grid.names[amount] and "万" not in grid.names[factors[1]] else 1
    wrong, fits = [], 0
    for row, cells in grid.body:
        numbers = [number_at(cells, column) for column in (*factors, amount)]
        if any(one is None for one in numbers):
            continue
        a, b, c, whole = (one for one in numbers if one is not None)
        right = a * b * c / scale
        if abs(right - whole) <= half_a_place(whole):
            fits += 1
        else:
            wrong.append((row, right, whole))
    for row, right, whole in wrong if fits >= len(wrong) else ():
        message = f"这一行乘出来是{plain(right)}，金额写{plain(whole)}"
        yield RULE.in_cell(subject, grid, row, amount, message, plain(whole))


def _means(subject: Subject, grid: Grid) -> Iterator[Finding]:
    for column, name in enumerate(grid.names):
        lines = list(_lines(grid, column)) if _MEAN.search(name) else []
        for line, right in best(lines, len(grid.heads), column, _quotient(grid, column)):
            message = f"{name}按同一行的数应为{plain(right)}"
            yield RULE.in_cell(subject, grid, line.row, column, message, plain(line.value))


def _lines(grid: Grid, column: int) -> Iterator[Line[Decimal]]:
    for row, cells in grid.body:
        value = number_at(cells, column)
        if value is not None:
            decimals = max(-int(value.as_tuple().exponent), 0)
            yield Line(row, [number_in(cell) for cell in cells], value, decimals)


def _quotient(grid: Grid, column: int) -> Formula[Decimal]:
    """万元 above, 元 here."""

    def formula(numbers: Sequence[Decimal | None], part: int, whole: int, decimals: int) -> Decimal | None:
        a, b = numbers[part], numbers[whole]
        if a is None or not b or part == whole:
            return None
        scale = 10**4 if "万" in grid.names[part] and "万" not in grid.names[column] else 1
        return half_up(a * scale / b, decimals)

    return formula


def _table(months: str) -> Subject:
    rows = (("补贴项目", "人数（人）", "月标准（元）", "月数", "金额（万元）"),
            ("生活补贴", "2150", "110", "12", "283.80"),
            ("护理补贴", "1640", "100", months, "196.80"))  # fmt: skip
    return notice(grids=(Grid(1, rows, 1),))
