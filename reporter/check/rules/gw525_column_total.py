"""A total equals the sum of its rows (R2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from reporter.artefacts.seen.model import Grid
from reporter.check.bare import solid
from reporter.check.columns import is_total, number_at
from reporter.check.finding import Finding
from reporter.check.quantities import half_a_place, number_in
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW525",
    title="合计等于各行之和",
    implements=("R2",),
    clause="公文一致性要求",
    strength="shall",
    tests="表格合计行的每一列；四个季度、上下半年、十二个月之后的“全年”行；合计的一列里写了约数、合计行下面又有一行的",
    why="合计不等于各行之和，就不知道哪一个数是对的。",
    hint="核对各行和合计，改正错的一个",
    good=lambda: notice(
        grids=(Grid(1, (("乡镇", "机构数"), ("河口镇", "3"), ("青石镇", "5"), ("合计", "8")), 1),)
    ),
    bad=lambda: notice(
        grids=(Grid(1, (("乡镇", "机构数"), ("河口镇", "3"), ("青石镇", "5"), ("合计", "9")), 1),)
    ),
    tables=True,
)
_NOT_ADDED = re.compile(r"率|比|涉及|覆盖|平均|均|编码|序号|代码|日期|时间|电话|%|％|其中")
_SUBTOTAL = re.compile(r"小\s*计|其中")
_LEAST, _NONE = 2, "—－-–/"
"""What says that a row has none of it."""
_ALL = 100
"""To which shares add up; other percentages are rates."""
_ROUGH = re.compile(r"(?:大?约|近)\d[\d.,]*|\d[\d.,]*(?:左右|余|多)")
_ASIDE = re.compile(
    "计|上年|去年|同期|增|减|比|率|均|备注|说明|注|其中|另|计划|目标|最[高低大小]|[年月季]度?$|全[县市年]"
)
_PERIODS = (
    (4, re.compile("第?[一二三四1-4]季度")), (2, re.compile("[上下]半年")),
    (12, re.compile(r"[\d一二三四五六七八九十]{1,2}月份?")),
)
"""How many periods make a year, and what they are called."""


def check(subject: Subject) -> Iterator[Finding]:
    """Columns of numbers above a row 合计; rates, codes, 涉及 (one home may count in several rows), columns with other
    text and tables with subtotals are left out."""
    for grid in subject.seen.grids:
        at = _only_total(grid)
        if at is None:
            continue
        yield from _around(subject, grid, at)
        for row, column, total, found in _wrong(grid, at):
            named = grid.head_rows and column < len(grid.rows[0])
            head = grid.rows[0][column] if named else f"第{column + 1}列"
            message = f"“{head}”合计写{total}，各行相加是{found}"
            yield RULE.in_cell(subject, grid, row + 1, column, message, str(total))


def _around(subject: Subject, grid: Grid, at: int) -> Iterator[Finding]:
    """A rough number in a column that is summed exactly; a row behind a total that closes those above it."""
    above, below = grid.rows[grid.head_rows : at], grid.rows[at + 1 :]
    for column, total in enumerate(grid.rows[at]):
        for row, cells in enumerate(above, grid.head_rows):
            if column < len(cells) and number_in(total) is not None and _ROUGH.fullmatch(cells[column].strip()):
                message = f"“{cells[column].strip()}”是约数，合计却是确数"
                told = RULE.in_cell(subject, grid, row + 1, column, message, cells[column].strip())
                yield replace(told, severity="warning")
    if len(above) > 1 and below and all(_like(cells, grid.rows[at - 1]) for cells in below):
        told = RULE.in_cell(subject, grid, at + 1, 0, "合计行下面还有一行，没有计入", "合计")
        yield replace(told, severity="warning")


def _like(cells: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two rows list things of one kind: a name each, and numbers in the same columns."""
    kinds = [[number_in(cell) is not None for cell in row[1:]] for row in (cells, other)]
    name = solid(cells[0])
    return kinds[0] == kinds[1] and any(kinds[0]) and bool(name) and not _ASIDE.search(name)


def _wrong(grid: Grid, at: int) -> Iterator[tuple[int, int, Decimal, Decimal]]:
    above = grid.rows[grid.head_rows : at] or grid.rows[at + 1 :]
    if solid(grid.rows[at][0]) == "全年" and not _a_year([solid(cells[0]) for cells in above]):
        return
    for column in range(1, len(grid.rows[at])):
        head = "".join(row[column] for row in grid.rows[: grid.head_rows] if column < len(row))
        total = number_at(grid.rows[at], column)
        values = [number_at(row, column) for row in above]
        cells = [row[column].strip().strip(_NONE) if column < len(row) else "" for row in above]
        if (
            total is None
            or _NOT_ADDED.search(head)
            or (total != _ALL and "%" in grid.rows[at][column])
            or any(v is None and c for v, c in zip(values, cells, strict=True))
        ):
            continue
        numbers = [value for value in values if value is not None]
        if len(numbers) < _LEAST or sum(numbers) == total or _is_rate(head, numbers, total):
            continue
        if total == _ALL and abs(sum(numbers) - total) <= sum(map(half_a_place, numbers)):
            continue  # shares, each of which was rounded
        groups = [value for value, row in zip(values, above, strict=True) if value is not None and _GROUP.match(row[0])]
        if not groups or sum(groups) != total:
            yield at, column, total, Decimal(sum(numbers))


_GROUP = re.compile("[一二三四五六七八九十]+、")
"""一、税收收入 has the rows below it in it."""


_AMOUNT = re.compile("数|额|金|费|元|亩|吨|量|面积|[（(]")


def _is_rate(head: str, numbers: Sequence[Decimal], total: Decimal) -> bool:
    """Whether a column of figures with decimals, which its head does not call an amount, has one in its last row that
    lies among them: a rate or a mean."""
    exact = all(int(value.as_tuple().exponent) >= 0 for value in numbers)
    return not (exact or _AMOUNT.search(head)) and min(numbers) < total < max(numbers)


def _a_year(names: Sequence[str]) -> bool:
    """Whether these rows are the quarters, halves or months that make a year."""
    return any(len(set(names)) == len(names) == many and all(map(period.fullmatch, names)) for many, period in _PERIODS)


def _only_total(grid: Grid) -> int | None:
    """The only row, from 0, that sums up others, 全年 among them; None with several, or with subtotals."""
    if not any("计" in names or "全" in names for names in grid.texts[:2]):
        return None
    totals = [at for at, cells in enumerate(grid.rows)
              if at >= grid.head_rows and cells and (is_total(cells) or solid(cells[0]) == "全年")]  # fmt: skip
    whole = len(totals) == 1 and not any(_SUBTOTAL.search("".join(cells[:2])) for cells in grid.rows)
    return totals[0] if whole else None
