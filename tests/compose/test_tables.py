"""Tables are data in the front matter: rows from lists or records, totals, groups, columns that repeat."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from reporter.document.inline import Text, plain
from reporter.document.model import Table
from reporter.errors import InputError

FRONT = "name: 便笺\ntitle: 便笺\nheader: false\nclosing: false\nimprint: false\ntables:\n"
LISTED = """  t:
    title: "{{ 全域称谓 }}{{ 名 or '汇总' if 名 is defined else '汇总' }}"
    rows: "下级单位"
    total: 合计
    above:
      - ["截至{{ 截至日期 }}", "共{{ 隐患.发现() }}条"]
    columns:
      - {id: n, label: 序号, width: 3, cell: "{{ ordinal }}"}
      - {id: town, label: 单位, width: 8, cell: "{{ item.name }}"}
      - {id: found, label: 条数, type: number, cell: "{{ 隐患.发现(单位=item) }}", total: "{{ 隐患.发现() }}"}
"""
LEDGER = """  all: &all
    records: hazards
    group: township
    orientation: landscape
    columns:
      - {id: n, label: 序号, field: ordinal}
      - {id: code, label: 编号, field: code, type: id}
      - {id: found, label: 发现日期, field: found_on, type: date}
      - {id: closed, label: 销号, cell: "{{ item.closed_on if item.closed_on is not none else '未销号' }}", type: date}
  closed:
    <<: *all
    filter: {状态: 已整改}
  none:
    <<: *all
    group: null
    filter: {状态: 逾期}
  words:
    records: hazards
    columns:
      - {id: found, label: 发现日期, field: found_on}
"""


def table(writer: Any, front: str, line: str, **settings: Any) -> Table:
    (found,) = writer.document(line, front=FRONT + front, **settings).body
    assert isinstance(found, Table)
    return found


def texts(drawn: Table) -> list[list[str]]:
    return [[plain(cell, "＿") for cell in row.cells] for row in drawn.rows]


def test_rows_come_from_a_list_and_end_in_a_total(writer: Any) -> None:
    drawn = table(writer, LISTED, "@table t")
    assert texts(drawn) == [["1", "河口镇", "2"], ["2", "云岭乡", "1"], ["合计", "", "3"]]
    assert (drawn.rows[-1].role, drawn.rows[-1].span) == ("total", 2)
    assert [plain(item) for item in drawn.above[0]] == ["截至2026年10月31日", "共3条"]


def test_every_figure_in_a_cell_keeps_its_reference(writer: Any) -> None:
    drawn = table(writer, LISTED, "@table t")
    assert drawn.rows[0].cells[2] == (Text("2", ref="fact:hazards.found(unit=河口镇)"),)


def test_options_on_the_line_are_names_in_the_templates(writer: Any) -> None:
    assert plain(table(writer, LISTED, "@table t 名=情况").title) == "全县情况"
    assert plain(table(writer, LISTED, "@table t").title) == "全县汇总"


def test_columns_repeat_for_each_item(writer: Any) -> None:
    front = """  t:
    rows: "各年度"
    columns:
      - {id: year, label: 年度, cell: "{{ item }}"}
      - {id: town, label: "{{ each.name }}", each: 下级单位, cell: "{{ 隐患.发现(单位=each, 期间=item) }}"}
"""
    drawn = table(writer, front, "@table t")
    assert [(column.id, column.label) for column in drawn.columns] == [
        ("year", "年度"), ("town-1", "河口镇"), ("town-2", "云岭乡"),
    ]  # fmt: skip
    assert texts(drawn) == [["2026", "2", "1"]]


def test_records_are_grouped_in_the_order_of_the_unit_tree(writer: Any) -> None:
    drawn = table(writer, LEDGER, "@ledger all")
    assert [(row.key, row.role) for row in drawn.rows] == [
        ("group-河口镇", "group"), ("H-2", "body"), ("H-3", "body"), ("group-云岭乡", "group"), ("H-1", "body"),
    ]  # fmt: skip
    assert texts(drawn)[0][0] == "河口镇（2条）"
    assert drawn.role == "ledger"


def test_ordinals_count_the_rows_of_each_list_from_one(writer: Any) -> None:
    every = {
        row.key: plain(row.cells[0])
        for row in table(writer, LEDGER, "@ledger all").rows
        if row.role == "body"
    }
    closed = {
        row.key: plain(row.cells[0])
        for row in table(writer, LEDGER, "@ledger closed").rows
        if row.role == "body"
    }
    assert every == {"H-2": "1", "H-3": "2", "H-1": "3"}
    assert closed == {"H-3": "1", "H-1": "2"}


def test_date_columns_print_short_dates_in_fields_and_templates(writer: Any) -> None:
    rows = {row.key: row.cells for row in table(writer, LEDGER, "@ledger all").rows}
    assert rows["H-3"][2] == (Text("2026-02-25", ref="cell:H-3.found_on"),)
    assert rows["H-3"][3] == (Text("2026-05-01", ref="cell:H-3.closed_on"),)
    assert rows["H-2"][3] == (Text("未销号"),)
    assert texts(table(writer, LEDGER, "@ledger words"))[0] == ["2026年2月25日"]


def test_a_table_without_rows_says_so(writer: Any) -> None:
    drawn = table(writer, LEDGER, "@ledger none")
    assert texts(drawn) == [["无", "", "", ""]]
    assert drawn.rows[0].span == 4


def test_line_ends_and_marks_in_cells_come_out_as_themselves(county: Any, writing_in: Any) -> None:
    hazard = county.hazards[0].changed(description="1.甲 **乙**\n2.<丙> {{ 丁 }}|#")
    front = "  t:\n    records: hazards\n    columns:\n      - {id: d, label: 问题, field: description}\n"
    drawn = table(writing_in(replace(county, hazards=(hazard,))), front, "@ledger t")
    assert texts(drawn) == [["1.甲 **乙**\n2.<丙> {{ 丁 }}|#"]]


def test_rows_with_the_same_first_cell_have_keys_of_their_own(writer: Any) -> None:
    front = '  t:\n    rows: "下级单位"\n    columns:\n      - {id: a, label: 甲, cell: 同}\n'
    assert [row.key for row in table(writer, front, "@table t").rows] == ["同", "同~2"]


@pytest.mark.parametrize(
    ("front", "message"),
    [
        ("  t:\n    columns:\n      - {id: a, label: 甲}\n", "没有写 rows、records 或 data"),
        (
            "  t:\n    rows: 下级单位\n    columns:\n      - {id: a, label: 甲}\n      - {id: a, label: 乙}\n",
            "写了两次",
        ),
        (
            "  t:\n    records: 隐患\n    columns:\n      - {id: a, label: 甲, field: farbe}\n",
            "没有列“farbe”",
        ),
    ],
)
def test_faulty_tables_are_explained(writer: Any, front: str, message: str) -> None:
    assert message in writer.fault("@table t", front=FRONT + front).message


def test_an_empty_field_in_a_cells_template_is_a_blank_with_its_labels(writer: Any) -> None:
    front = "  t:\n    records: hazards\n    columns:\n      - {id: m, label: 措施, cell: '{{ item.measures }}'}\n"
    assert table(writer, front, "@ledger t").rows[0].cells[0][0].name == "H-1的整改措施"


def test_a_filing_may_ask_for_its_lists_on_a3(writer: Any) -> None:
    assert table(writer, LEDGER, "@ledger all", options={"paper": "A3"}).paper == "A3"
    assert table(writer, LISTED, "@table t", options={"paper": "A3"}).paper == "A4"
    with pytest.raises(InputError, match="没有“B4”这种纸"):
        table(writer, LEDGER, "@ledger all", options={"paper": "B4"})
