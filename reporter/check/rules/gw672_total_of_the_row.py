"""A row comes to its 合计 (R2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reporter.artefacts.seen.model import Grid
from reporter.check.columns import named, number_at
from reporter.check.finding import Finding
from reporter.check.quantities import plain
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW672",
    title="表格每行的合计等于该行各项之和",
    implements=("R2",),
    clause="公文一致性要求",
    strength="shall",
    tests="有一列“合计”“总分”而其余各行都等于各项之和的表：哪一行不等",
    why="一行的合计不对，全表的合计、名次也就不对。",
    hint="重新相加，改正合计或其中一项",
    good=lambda: notice(grids=(_grid("92"),)),
    bad=lambda: notice(grids=(_grid("96"),)),
    signs=("合计", "总计", "总分"),
    tables=True,
    severity="warning",
)
_TOTAL = re.compile(r"(?:合计|总计|总分|得分合计)(?:[（(][^（）()]*[）)])?")
_NO_PART = re.compile(r"序|名次|排名|编号|率|比|均|标准|年|月|日|电话|备注|其中|同期|上年|去年|增|减")
_PROOF, _LEAST = 2, 2


def check(subject: Subject) -> Iterator[Finding]:
    """Tables with one such column, at least two parts before it, and two rows that prove how it is made."""
    for grid in subject.seen.grids:
        totals = named(grid, _TOTAL)
        parts = [n for n, name in enumerate(grid.names) if totals and n < totals[0] and not _NO_PART.search(name)]
        rows = list(_rows(grid, totals[0], parts)) if len(totals) == 1 and len(parts) >= _LEAST else []
        wrong = [(row, total, whole) for row, total, whole in rows if total != whole]
        if not wrong or len(rows) - len(wrong) < max(_PROOF, len(wrong)):
            continue
        for row, total, whole in wrong:
            message = f"这一行各项之和是{plain(whole)}，合计写{plain(total)}"
            yield RULE.in_cell(subject, grid, row, totals[0], message, plain(total))


def _rows(grid: Grid, total: int, parts: list[int]) -> Iterator[tuple[int, Decimal, Decimal]]:
    """Row from 1, its 合计 and the sum of its parts; rows without two numbers are left out."""
    for row, cells in grid.body:
        whole = number_at(cells, total)
        values = [value for part in parts if (value := number_at(cells, part)) is not None]
        if whole is not None and len(values) >= _LEAST:
            yield row, whole, sum(values, Decimal(0))


def _grid(last: str) -> Grid:
    rows = (("1", "河口镇", "48", "46", "94"), ("2", "云溪镇", "47", "45", last), ("3", "青石镇", "45", "46", "91"))
    return Grid(1, (("名次", "单位", "服务", "安全", "合计"), *rows), 1)
