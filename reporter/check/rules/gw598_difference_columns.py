"""Columns of changes and shares come out of the figures beside them (R2, R4)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal, InvalidOperation

from msgspec import Struct

from reporter.artefacts.seen.model import Grid
from reporter.check.bare import solid
from reporter.check.finding import Finding
from reporter.check.quantities import percent, plain
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.spots import cell_spot
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
_TOTAL = ("合计", "总计", "共计")
_LEAST, _MOST_WRONG = 2, 2


class _Cell(Struct, frozen=True):
    value: Decimal
    decimals: int
    percent: bool


_Numbers = Sequence[_Cell | None]
_Formula = Callable[[_Numbers, int, int, int], Decimal | None]
"""What a cell should be, of the row's numbers and two places; the last is how many decimals it has."""


def check(subject: Subject) -> Iterator[Finding]:
    """For each such column what most rows agree with: a difference, a growth, a share of the last row."""
    for grid in subject.seen.grids:
        heads = grid.heads if _QUICK.search("".join(grid.rows[0]) if grid.rows else "") else ()
        body = grid.rows[grid.top :] if heads else ()
        rows = [(at, [_cell(cell) for cell in cells]) for at, cells in enumerate(body, grid.top)]
        for column, name in enumerate(heads):
            for formula in _formulas(name, grid, rows):
                yield from _wrong(subject, grid, rows, column, formula)


def _wrong(
    subject: Subject, grid: Grid, rows: Sequence[tuple[int, _Numbers]], column: int, formula: _Formula
) -> Iterator[Finding]:
    told = [(at, numbers, one) for at, numbers in rows if column < len(numbers) and (one := numbers[column])]
    best: tuple[int, list[tuple[int, Decimal, _Cell]]] = (0, [])
    width = len(grid.heads)
    for first in range(width):
        for second in range(width):
            if column in (first, second):
                continue
            fits, wrong = 0, []
            for at, numbers, one in told:
                right = formula(numbers, first, second, one.decimals) if max(first, second) < len(numbers) else None
                fits += right == one.value != 0
                if right is not None and right != one.value:
                    wrong.append((at, right, one))
            if (fits, -len(wrong)) > (best[0], -len(best[1])):
                best = fits, wrong
    if best[0] >= _LEAST and len(best[1]) * _MOST_WRONG <= best[0]:
        for at, right, one in best[1]:
            sign = "%" if one.percent else ""
            message = f"{solid(grid.heads[column])}按同一行的数应为{plain(right)}{sign}"
            spot = cell_spot(grid.number, at + 1, column + 1)
            yield RULE.on(subject, message, page=grid.page, spot=spot, quote=f"{plain(one.value)}{sign}")


def _formulas(name: str, grid: Grid, rows: Sequence[tuple[int, _Numbers]]) -> Iterator[_Formula]:
    if _CHANGE.search(name):
        yield _difference
        yield _growth
    if _SHARE.search(name) and rows and solid(grid.rows[rows[-1][0]][0]) in _TOTAL:
        whole = rows[-1][1]
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
    return _Cell(-value if down else value, len(found[2].partition(".")[2]), bool(found[3]))


def _table(change: str) -> Subject:
    rows = (("季度", "2025年", "2026年", "增减"), ("第一季度", "455.3", "478.2", "22.9"),
            ("第二季度", "480.6", "500.7", "20.1"), ("第三季度", "497.2", "490.1", change))  # fmt: skip
    return notice(grids=(Grid(1, rows, 1),))
