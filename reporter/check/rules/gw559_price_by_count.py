"""Amount = price × count in a row (R4, R2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reporter.artefacts.seen.model import Grid
from reporter.check.columns import TERMS, number_at, plain_cell
from reporter.check.finding import Finding
from reporter.check.quantities import plain
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW559",
    title="金额等于单价乘数量",
    implements=("R4", "R2"),
    clause="公文一致性要求",
    strength="shall",
    tests="有单价、数量、金额三列的表格",
    why="审核的人会随手一乘，对不上就要退回。",
    hint="重算后改正错的一个数",
    good=lambda: _budget("42"),
    bad=lambda: _budget("48"),
    signs=("价",),
    tables=True,
)
_HEADS = (re.compile(r"单价"), re.compile(r"数量"), re.compile(r"金额|小计|合价|总价"))
_TERMS = re.compile(TERMS)
_COUNT = re.compile(r"(\d+(?:\.\d+)?)\s*[\u4e00-\u9fff]{0,3}", re.ASCII)


def check(subject: Subject) -> Iterator[Finding]:
    """Rows with all three numbers."""
    for grid in subject.seen.grids:
        yield from _rows(subject, grid)


def _rows(subject: Subject, grid: Grid) -> Iterator[Finding]:
    columns = _columns(grid)
    for row, cells in grid.body if columns else ():
        price, amount = number_at(cells, columns[0]), number_at(cells, columns[2])
        counted = _COUNT.fullmatch(cells[columns[1]].strip()) if columns[1] < len(cells) else None
        if price is None or amount is None or counted is None:
            continue
        if abs(price * Decimal(counted[1]) - amount) <= _rounding(price) * Decimal(counted[1]) + _rounding(
            amount
        ):
            continue
        message = f"单价{plain(price)}乘数量{counted[1]}是{plain(price * Decimal(counted[1]))}，金额写{plain(amount)}"
        yield RULE.in_cell(subject, grid, row, columns[2], message, plain(amount))


def _rounding(value: Decimal) -> Decimal:
    """Half of the last decimal that is written; a whole number is exact."""
    decimals = -int(value.as_tuple().exponent)
    return Decimal(5).scaleb(-decimals - 1) if decimals > 0 else Decimal(0)


def _columns(grid: Grid) -> Sequence[int]:
    """Those of price, count and amount; empty unless there is one of each, all money in one unit. Where the amount has
    a third factor, GW625 reckons."""
    heads = grid.heads
    if any(_TERMS.fullmatch(plain_cell(head)) for head in heads):
        return ()
    found = [
        [n for n, head in enumerate(heads) if pattern.search(plain_cell(head))] for pattern in _HEADS
    ]
    if not all(len(those) == 1 for those in found):
        return ()
    price, _, amount = (those[0] for those in found)
    return [those[0] for those in found] if ("万" in heads[price]) == ("万" in heads[amount]) else ()


def _budget(amount: str) -> Subject:
    rows = (("项目", "数量", "单价（万元）", "金额（万元）"), ("电气线路更换", "6处", "7", amount))
    return notice(grids=(Grid(1, rows, 1),))
