"""Columns are found by their heads, cells read as figures; columns that come out of two others are held to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

import pytest

from reporter.artefacts.seen.model import Grid
from reporter.check.columnpairs import Line, best
from reporter.check.columns import figures, is_total, named, number_at, repeated_ids, solid_cells
from reporter.check.judging import judge
from reporter.check.samples import notice

LIST = Grid(1, (("编 号", "检查 情况"), ("XF-01", "1,200"), ("XF-02", "通道堵塞"), ("XF-02", "3")), 1)


def test_a_column_is_found_by_its_whole_head_without_blanks() -> None:
    assert named(LIST, re.compile("编号|检查情况")) == [0, 1]
    assert named(LIST, re.compile("检查")) == []


def test_the_body_counts_rows_as_the_table_does() -> None:
    assert [row for row, _ in LIST.body] == [2, 3, 4]
    assert [row for row, _ in Grid(1, LIST.rows, 2).body] == [3, 4]
    assert [row for row, _ in Grid(1, LIST.rows, 0).body] == [2, 3, 4]


def test_a_row_that_is_too_short_has_empty_cells() -> None:
    assert Grid(1, (("名称", "数"), ("甲",))).columns == (("名称", "甲"), ("数", ""))


@pytest.mark.parametrize("cells", [("甲 乙", "丙"), ("甲", "", "乙 丙"), ("甲", "乙")])
def test_cells_without_blanks_stay_one_for_each_row(cells: tuple[str, ...]) -> None:
    grid = Grid(1, (("名称",), *((cell,) for cell in cells)), 1)
    assert list(solid_cells(grid, 0)) == [cell.replace(" ", "") for cell in cells]


@pytest.mark.parametrize("names", [("社区颐养服务中心", "社区颐养中心"), ("河口镇镇中敬老院", "河口镇中敬老院")])
def test_an_institution_is_told_by_the_word_left_out_where_it_first_stands(names: tuple[str, ...]) -> None:
    found = judge(notice(grids=(Grid(1, (("机构名称",), *((name,) for name in names)), 1),))).findings
    assert [one.where.quote for one in found if one.code == "GW550"] == [names[1]]


def test_a_cell_is_a_figure_when_nothing_else_stands_in_it() -> None:
    assert number_at(LIST.rows[1], 1) == 1200
    assert number_at(LIST.rows[2], 1) is None
    assert number_at(LIST.rows[1], 2) is None
    assert figures((LIST,)) == {1200, 3}


@pytest.mark.parametrize(
    ("cells", "others", "total"),
    [
        (("合 计", "3"), (), True), (("9", "共计", "3"), (), True), (("1", "河口镇", "合计"), (), False),
        (("小计", "3"), (), False), (("小计", "3"), ("小计",), True), (("审计局", "3"), (), False),
    ],
)  # fmt: skip
def test_a_total_is_told_by_its_first_two_cells(cells: tuple[str, ...], others: tuple[str, ...], total: bool) -> None:
    assert is_total(cells, *others) is total


def test_an_id_is_repeated_below_the_row_that_has_it_first() -> None:
    assert list(repeated_ids(LIST)) == [(4, 0, 3)]


def test_a_home_may_stand_in_several_rows_of_a_ledger_of_hazards() -> None:
    rows = (("统一社会信用代码", "隐患"), ("52440000X", "甲"), ("52440000X", "乙"))
    assert not list(repeated_ids(Grid(1, rows, 1)))
    assert list(repeated_ids(Grid(1, (("统一社会信用代码", "名称"), *rows[1:]), 1))) == [(3, 0, 2)]


@pytest.mark.parametrize(("third", "code"), [("XF-03", ""), ("XF-02", "GW576"), ("XF-13", "GW664")])
def test_an_id_out_of_order_or_there_twice_is_told_once(third: str, code: str) -> None:
    rows = (("编号", "问题"), ("XF-01", "甲"), ("XF-02", "乙"), (third, "丙"), ("XF-04", "丁"))
    told = [one.code for one in judge(notice(grids=(Grid(1, rows, 1),))).findings if one.code in ("GW576", "GW664")]
    assert told == ([code] if code else [])


def _sum(numbers: Sequence[Decimal | None], first: int, second: int, decimals: int) -> Decimal | None:
    a, b = numbers[first], numbers[second]
    return a + b if a is not None and b is not None and first != second else None


def _lines(*sums: int, telling: bool = True) -> list[Line[Decimal]]:
    return [Line(row, (Decimal(row), Decimal(2), None, Decimal(one)), Decimal(one), 0, telling)
            for row, one in enumerate(sums, 1)]  # fmt: skip


def test_the_few_rows_that_do_not_come_out_are_told() -> None:
    assert [(line.row, right) for line, right in best(_lines(3, 4, 9), 4, 3, _sum)] == [(3, Decimal(5))]


@pytest.mark.parametrize("lines", [_lines(3, 9), _lines(3, 4, 9, 8), _lines(3, 4, 9, telling=False), []])
def test_nothing_is_told_unless_two_rows_agree_and_twice_as_many_as_do_not(lines: list[Line[Decimal]]) -> None:
    assert not list(best(lines, 4, 3, _sum))
