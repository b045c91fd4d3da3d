"""Tables: rows by their key, columns by their label; a long ledger shows exactly what was done to it."""

from __future__ import annotations

from collections import Counter

import pytest
from msgspec.structs import replace

from reporter.diff.align import compare
from reporter.diff.model import Comparison, TableSteps
from tests.diff.sides import grid, material

LABELS = ("序号", "隐患编号", "机构名称", "问题描述", "整改时限", "状态")
PROBLEMS = (
    "灭火器压力不足",
    "消防通道堆放杂物",
    "食品留样不全",
    "应急照明损坏",
    "护理记录缺项",
    "燃气报警器未接入",
)


def ledger(count: int) -> list[list[str]]:
    return [
        [
            str(n),
            f"YH2026-{n:04d}",
            f"安和县第{n % 40 + 1}养老院",
            PROBLEMS[n % 6],
            f"2026年{n % 9 + 1}月{n % 27 + 1}日",
            "整改中",
        ]
        for n in range(1, count + 1)
    ]


def numbered(rows: list[list[str]]) -> list[list[str]]:
    return [[str(n), *row[1:]] for n, row in enumerate(rows, 1)]


def edited(rows: list[list[str]]) -> list[list[str]]:
    """5 rows inserted, 3 deleted, 7 edited, 2 moved."""
    rows = [list(row) for row in rows]
    for at in (12, 40, 77, 120, 200, 250, 299):
        rows[at][5] = "已销号"
    one, other = rows[30], rows[180]
    rows = [row for at, row in enumerate(rows) if at not in (30, 180, 5, 90, 260)]
    rows.insert(150, one)
    rows.insert(20, other)
    for at, n in zip((3, 60, 61, 170, 280), range(301, 306), strict=True):
        rows.insert(
            at, ["", f"YH2026-{n:04d}", "安和县新桥敬老院", PROBLEMS[n % 6], "2026年12月31日", "整改中"]
        )
    return numbered(rows)


def table_of(found: Comparison) -> TableSteps:
    (step,) = (step for step in found.steps if step.table)
    assert step.table is not None
    return step.table


@pytest.mark.parametrize("keyed", [True, False], ids=["record keys", "as typed"])
def test_a_ledger_of_300_rows_shows_exactly_what_was_done_to_it(keyed: bool) -> None:
    old = ledger(300)
    new = edited(old)
    sides = [material(grid(LABELS, rows, [row[1] for row in rows] if keyed else ())) for rows in (old, new)]
    found = compare(*sides)
    counts = Counter(row.kind for row in table_of(found).rows if row.kind not in ("same", "moved_away"))
    assert counts == {"inserted": 5, "deleted": 3, "edited": 7, "moved": 2}
    assert found.counts["cells"] == 7
    assert sorted(row.key for row in table_of(found).rows if row.kind == "moved") == [
        "YH2026-0031",
        "YH2026-0181",
    ]


def test_a_table_without_any_key_is_aligned_by_what_its_rows_say() -> None:
    rows = [["1", "消防", "12"], ["2", "消防", "15"], ["3", "食品", "8"]]
    labels = ("序号", "类别", "数量")
    found = compare(material(grid(labels, rows)), material(grid(labels, numbered([rows[0], rows[2]]))))
    steps = table_of(found)
    assert [row.kind for row in steps.rows] == ["same", "deleted", "same"]
    assert steps.renumbered == 1


def test_a_new_column_leaves_the_rows_as_they_are() -> None:
    rows = ledger(6)
    wider = [[*row[:3], "张某", *row[3:]] for row in rows]
    found = compare(material(grid(LABELS, rows)), material(grid((*LABELS[:3], "责任人", *LABELS[3:]), wider)))
    assert found.counts == {"tables_edited": 1, "columns_inserted": 1}


def test_a_column_with_another_name_is_found_by_its_cells() -> None:
    rows = ledger(6)
    labels = (*LABELS[:3], "存在问题和不足", *LABELS[4:])
    found = compare(material(grid(LABELS, rows)), material(grid(labels, rows)))
    assert found.counts == {"tables_edited": 1, "columns_edited": 1}


def test_a_moved_column_is_a_move() -> None:
    rows = ledger(6)
    turned = [[row[5], *row[:5]] for row in rows]
    found = compare(material(grid(LABELS, rows)), material(grid((LABELS[5], *LABELS[:5]), turned)))
    assert found.counts == {"tables_edited": 1, "columns_moved": 1}


def test_rows_are_not_called_by_a_figure_even_where_its_label_speaks_of_homes() -> None:
    labels = ("年度", "养老机构（家）", "整改（条）")
    old, new = (
        [["2025年", "41", "150"], ["2026年", "44", "168"]],
        [["2025年", "41", "150"], ["2026年", "45", "168"]],
    )
    steps = table_of(compare(material(grid(labels, old)), material(grid(labels, new))))
    assert [(row.kind, row.key) for row in steps.rows] == [("same", "2025年"), ("edited", "2026年")]


def test_record_keys_of_one_side_only_do_not_part_the_rows() -> None:
    labels, rows = ("单位", "已整改"), [["河口镇", "12"], ["合计", "12"]]
    assert compare(material(grid(labels, rows, ["990121101", "total"])), material(grid(labels, rows))).same


def test_other_columns_are_no_change_of_their_widths() -> None:
    rows = ledger(4)
    old = replace(grid(LABELS, rows), look=(("列宽", "3、8、8、8、8、8字"),))
    wider = [[*row, ""] for row in rows]
    new = replace(grid((*LABELS, "备注"), wider), look=(("列宽", "3、7、7、7、7、7、5字"),))
    assert compare(material(old), material(new)).counts == {"tables_edited": 1, "columns_inserted": 1}
    same = compare(material(old), material(replace(old, look=new.look)))
    assert same.counts == {"formats": 1}
