"""Columns of changes and shares come out of the figures beside them (R2, R4)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation

from msgspec import Struct

from reporter.artefacts.seen.model import Grid
from reporter.check.columnpairs import Formula, Line, best
from reporter.check.columns import is_total
from reporter.check.finding import Finding
from reporter.check.quantities import decimals_of, percent, plain
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW598",
    title="表格里的增减、增长、占比逐行算得出来",
    implements=("R4", "R2"),
    clause="公文一致性要求",
    strength="shall",
    tests="增减、增长、占比等列，与多数行都能算得出来的两列；少数算不出来的行（包括漏了负号的）",
    why="一格算错，表后的分析也跟着错。",
    hint="按同一行的数重算；减少、下降的写负号",
    good=lambda: _table("-7.1"),
    bad=lambda: _table("7.1"),
    tables=True,
)
_CHANGE = re.compile("增减|增长|增幅|变化|同比|环比|比上年|较上年|净增")
_SHARE = re.compile("占比|比重|比例|百分比")
_QUICK = re.compile(f"{_CHANGE.pattern}|{_SHARE.pattern}")
_NUMBER = re.compile(r"\s*([+＋\-－−–]?)\s*(\d[\d,]*(?:\.\d+)?)\s*([%％]?)\s*", re.ASCII)


class _Cell(Struct, frozen=True):
    value: Decimal
    decimals: int
    percent: bool


_Numbers = Sequence[_Cell | None]


def check(subject: Subject) -> Iterator[Finding]:
    """For each such column what most rows agree with: a difference, a growth, a share of the last row."""
    for grid in subject.seen.grids:
        heads = grid.heads if _QUICK.search("".join(grid.rows[0]) if grid.rows else "") else ()
        rows = {row: [_cell(cell) for cell in cells] for row, cells in grid.body} if heads else {}
        for column, name in enumerate(heads):
            for formula in _formulas(name, grid, rows):
                yield from _wrong(subject, grid, rows, column, formula)


def _wrong(
    subject: Subject, grid: Grid, rows: Mapping[int, _Numbers], column: int, formula: Formula[_Cell]
) -> Iterator[Finding]:
    lines = [Line(row, numbers, one.value, one.decimals, telling=one.value != 0) for row, numbers in rows.items()
             if column < len(numbers) and (one := numbers[column])]  # fmt: skip
    for line, right in best(lines, len(grid.heads), column, formula):
        one = line.numbers[column]
        sign = "%" if one and one.percent else ""
        message = f"{grid.names[column]}按同一行的数应为{plain(right)}{sign}"
        yield RULE.in_cell(subject, grid, line.row, column, message, f"{plain(line.value)}{sign}")


def _formulas(name: str, grid: Grid, rows: Mapping[int, _Numbers]) -> Iterator[Formula[_Cell]]:
    if _CHANGE.search(name):
        yield _difference
        yield _growth
    if _SHARE.search(name) and rows and is_total(grid.rows[-1]):
        whole = rows[len(grid.rows)]
        yield lambda numbers, a, b, decimals: _share(numbers, whole, a, decimals) if a == b else None


def _difference(numbers: _Numbers, later: int, earlier: int, decimals: int) -> Decimal | None:
    a, b = numbers[later], numbers[earlier]
    return a.value - b.value if a and b and a.percent == b.percent and later != earlier else None


def _growth(numbers: _Numbers, later: int, earlier: int, decimals: int) -> Decimal | None:
    a, b = numbers[later], numbers[earlier]
    if a is None or b is None or later == earlier or b.value <= 0 or a.percent or b.percent:
        return None
    return percent(a.value - b.value, b.value, decimals)


def _share(numbers: _Numbers, whole: _Numbers, place: int, decimals: int) -> Decimal | None:
    a, b = numbers[place], whole[place] if place < len(whole) else None
    return percent(a.value, b.value, decimals) if a and b and b.value > 0 and not a.percent else None


def _cell(text: str) -> _Cell | None:
    found = _NUMBER.fullmatch(text)
    if found is None:
        return None
    try:
        value = Decimal(found[2].replace(",", ""))
    except InvalidOperation:
        return None
    down = found[1] and found[1] not in "+＋"
    return _Cell(-value if down else value, decimals_of(found[2]), bool(found[3]))


def _table(change: str) -> Subject:
    rows = (("季度", "2025年", "2026年", "增减"), ("第一季度", "455.3", "478.2", "22.9"),
            ("第二季度", "480.6", "500.7", "20.1"), ("第三季度", "497.2", "490.1", change))  # fmt: skip
    return notice(grids=(Grid(1, rows, 1),))
