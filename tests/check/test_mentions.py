"""Figures of forms: a label with its unit and a number, in pairs of cells or in columns."""

from __future__ import annotations

from reporter.artefacts.seen.model import Grid
from reporter.check.ledgers import ledgers_of
from reporter.check.mentions import mentions
from reporter.check.samples import notice
from reporter.check.tallies import tallies

_LEDGER = (
    ("序号", "隐患内容", "发现日期", "整改时限", "完成日期"),
    ("1", "通道堆物", "2026-04-17", "2026-05-02", "2026-04-28"),
    ("2", "指示灯损坏", "2026.4.17", "2026年5月2日", ""),
    ("合计", "2", "", "", "1"),
)


def test_a_label_with_its_unit_and_the_number_beside_it_are_a_mention() -> None:
    grid = Grid(1, (("检查的养老机构总数（家）", "42"), ("备注", "7")), 0)
    found = [one for para, one in mentions(notice(grids=(grid,))) if para.cell]
    assert [(one.what, int(one.value), one.unit) for one in found] == [("检查的养老机构", 42, "家")]


def test_rows_of_item_unit_and_number_are_tallies() -> None:
    rows = (
        ("序号", "统计项目", "单位", "数量"),
        ("1", "组织培训的护理员", "人次", "215"),
        ("2", "备注", "", "无"),
    )
    (one,) = tallies((Grid(3, rows, 1),))
    assert (one.noun, one.unit, one.value, one.spot) == ("护理员", "人次", 215, "表3第2行第4列")


def test_a_table_of_counts_is_no_ledger() -> None:
    rows = (("乡镇", "隐患数（条）", "已整改（条）"), ("河口镇", "20", "19"))
    assert not list(ledgers_of(notice(grids=(Grid(1, rows, 1),))))


def test_a_ledger_knows_its_columns_and_leaves_totals_out() -> None:
    (ledger,) = ledgers_of(notice(grids=(Grid(1, _LEDGER, 1),)))
    assert [ledger.cell(row, "hazard") for _, row in ledger.rows] == ["通道堆物", "指示灯损坏"]
    days = [ledger.day(row, "due") for _, row in ledger.rows]
    assert [day.isoformat() for day in days if day] == ["2026-05-02", "2026-05-02"]
    assert [ledger.spot(row, "done") for row, _ in ledger.rows] == ["表1第2行第5列", "表1第3行第5列"]
