"""Headers under title rows, notes below, merged names: what is read and what is said about the rest."""

from reporter.intake.header import find_header, match
from reporter.intake.problems import Code
from reporter.intake.sheet import Area, Raw, Sheet
from reporter.intake.tables import read_table
from reporter.records.hazard import Hazard
from reporter.records.institution import Institution
from reporter.records.rating import Rating
from reporter.records.workspace import TABLES

HEADER: tuple[Raw, ...] = ("序号", "编 号", "机构\n名称", "等级", "评定日期", "有效期至")


def sheet(
    *rows: tuple[Raw, ...], merged: tuple[Area, ...] = (), hidden: frozenset[int] = frozenset()
) -> Sheet:
    return Sheet("等级评定.xlsx", "等级评定", rows, merged=merged, hidden_rows=hidden)


def row(number: int, home: str | None = "甲院") -> tuple[Raw, ...]:
    return (float(number), f"P{number}", home, "三级", "2025-01-01", "2028-01-01")


def test_no_name_of_a_column_means_two_fields() -> None:
    for record in TABLES:
        for name, column in record.columns().items():
            for label in column.names:
                assert match(label, record)[0] == name, (record, label)


def test_the_header_is_found_below_merged_title_rows() -> None:
    title = ("等级评定结果", None, None, None, None, None)
    header, problems = find_header(sheet(title, ("2026年", *[None] * 5), HEADER, row(1)), Rating)
    assert header is not None
    assert (header.row, header.columns["code"], header.columns["institution"]) == (3, 2, 3)
    assert header.texts["institution"] == "机构名称"
    assert problems == []


def test_a_header_of_two_rows_is_joined() -> None:
    upper = ("机构编码", "机构名称", "所属乡镇", "机构性质", "备案状态", "运营状态", "床位", None)
    lower = (None, None, None, None, None, None, "床位数（张）", "其中护理型床位")
    merged = (*(Area(1, c, 2, c) for c in range(1, 7)), Area(1, 7, 1, 8))
    data = ("H1", "甲院", "河口镇", "民办", "已备案", "在营", 50.0, 20.0)
    table, problems = read_table(sheet(upper, lower, data, merged=merged), Institution)
    assert problems == []
    assert table is not None
    assert table.rows[0].values["nursing_beds"].raw == 20.0
    assert table.rows[0].values["beds"].cell.a1 == "G3"


def test_a_missing_required_column_is_an_error_and_an_unknown_one_is_named_with_its_nearest() -> None:
    texts = ("编号", "机构名称", "等级", "评定日期", "有效期止")
    _, problems = find_header(sheet(texts), Rating)
    assert [(problem.code, problem.severity) for problem in problems] == [
        (Code.COLUMN_UNKNOWN, "warning"),
        (Code.COLUMN_MISSING, "error"),
    ]
    assert "有效期至" in problems[0].hint
    assert "有效期止" in problems[1].hint


def test_the_same_column_twice_names_both() -> None:
    _, problems = find_header(sheet((*HEADER, "评定时间")), Rating)
    assert problems[0].code is Code.COLUMN_TWICE
    assert "E列“评定日期”" in problems[0].message
    assert problems[0].where.cell == "G1"


def test_a_header_in_another_unit_of_measure_is_an_error() -> None:
    texts = (
        "隐患编号",
        "机构名称",
        "发现日期",
        "发现方式",
        "类别",
        "隐患描述",
        "等级",
        "状态",
        "整改资金（元）",
    )
    _, problems = find_header(sheet(texts), Hazard)
    assert [problem.code for problem in problems] == [Code.COLUMN_MEASURE]
    assert "万元" in problems[0].message


def test_notes_totals_and_repeated_headers_are_skipped_and_named() -> None:
    rows = (HEADER, row(1), HEADER, row(2), ("合计", None, "2家", None, None, None))
    notes = (("说明：1.本表由民政局填。", *[None] * 5), ("2.等级按标准。", *[None] * 5))
    table, problems = read_table(sheet(*rows, (None,) * 6, *notes), Rating)
    assert table is not None
    assert [r.number for r in table.rows] == [2, 4]
    assert [(p.code, p.where.cell) for p in problems] == [
        (Code.ROW_SKIPPED, "A3"),
        (Code.ROW_SKIPPED, "A5"),
        (Code.ROW_SKIPPED, "A7"),
        (Code.ROW_SKIPPED, "A8"),
    ]
    assert {p.severity for p in problems} == {"info"}


def test_a_row_whose_note_column_says_remark_is_data() -> None:
    table, problems = read_table(sheet((*HEADER, "备注"), (*row(1), "说明：复评")), Rating)
    assert table is not None and len(table.rows) == 1
    assert problems == []


def test_a_merged_home_name_counts_for_all_its_rows() -> None:
    merged = (Area(2, 3, 4, 3),)
    table, _ = read_table(sheet(HEADER, row(1), row(2, None), row(3, None), merged=merged), Rating)
    assert table is not None
    names = [r.values["institution"] for r in table.rows]
    assert [name.raw for name in names] == ["甲院"] * 3
    assert {name.cell.a1 for name in names} == {"C2"}


def test_hidden_rows_count_and_are_named() -> None:
    table, problems = read_table(sheet(HEADER, row(1), row(2), hidden=frozenset({3})), Rating)
    assert table is not None and len(table.rows) == 2
    assert problems[0].code is Code.ROW_HIDDEN
    assert "第3行" in problems[0].message


def test_values_without_a_header_are_named() -> None:
    _, problems = read_table(sheet(HEADER, (*row(1), "多出来的")), Rating)
    assert [(p.code, p.where.cell) for p in problems] == [(Code.COLUMN_UNKNOWN, "G2")]


def test_running_numbers_alone_are_no_rows() -> None:
    table, problems = read_table(sheet(HEADER, row(1), (2.0, *[None] * 5)), Rating)
    assert table is not None and len(table.rows) == 1
    assert problems == []


def test_a_header_merged_over_data_is_not_read_as_data() -> None:
    table, _ = read_table(sheet(HEADER, row(1), row(2), merged=(Area(1, 3, 2, 3),)), Rating)
    assert table is not None
    assert [one.values["institution"].raw for one in table.rows] == [None, "甲院"]


def test_a_table_with_only_its_header_says_what_will_be_printed() -> None:
    _, problems = read_table(sheet(HEADER), Rating)
    assert [p.code for p in problems] == [Code.TABLE_EMPTY]
    assert "印为空白" in problems[0].hint and "印 0" not in problems[0].hint
