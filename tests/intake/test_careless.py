"""What careless typing does to cells and settings: nothing is guessed, and every message points at the right place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document
from docx.oxml.ns import qn

from reporter.intake.cellmarks import Formats, _shrinks, marks_of
from reporter.intake.problems import Code, Fault, Problem
from reporter.intake.values import parse_number
from reporter.intake.workspace import load

Make = Any
HOMES, LEDGER = "机构名册.xlsx", "隐患台账.xlsx"


def changed(root: Path, name: str, change: Callable[[Any], None]) -> tuple[Problem, ...]:
    """The problems once `change` has done something to the first sheet of a workbook."""
    book = openpyxl.load_workbook(root / name)
    change(book.worksheets[0])
    book.save(root / name)
    return load(root).problems


def settings(root: Path, text: str, name: str = "filings.yaml") -> list[tuple[str, int, str]]:
    (root / name).write_text(text, encoding="utf-8")
    found = load(root).problems
    return [(str(one.code), one.where.line, one.message) for one in found if one.where.file == name]


@pytest.mark.parametrize("raw", ["12 13", "100\n20", "1 200", "１２　３"])
def test_two_numbers_in_a_cell_do_not_become_one(raw: str) -> None:
    with pytest.raises(Fault, match="像是写了两个数"):
        parse_number(raw)


@pytest.mark.parametrize(
    "code", ['0!.0,"万元"', '0\\.0,"万元"', '0"."0,', "0,", '#,##0,"千元"', "[Red]0.0,,"]
)
def test_a_format_that_shows_a_smaller_number_is_seen(code: str) -> None:
    assert _shrinks(code)


@pytest.mark.parametrize(
    "code", ["General", "#,##0.00", "#,##0_);(#,##0)", '0"张"', '0"万,元"', 'yyyy"年"m"月"', "[>99]0", "0.0"]
)
def test_an_ordinary_format_shows_what_is_stored(code: str) -> None:
    assert not _shrinks(code)


def test_money_shown_in_ten_thousands_but_stored_in_yuan_is_refused(workspace: Make) -> None:
    def in_yuan(sheet: Any) -> None:
        cell = sheet.cell(2, 14)
        cell.value, cell.number_format = 15000, '0!.0,"万元"'

    problems = changed(workspace(), LEDGER, in_yuan)
    assert [(str(one.where.cell), one.code) for one in problems if one.severity == "error"] == [
        ("N2", Code.CELL_NUMBER)
    ]


def test_one_merged_key_for_two_rows_names_both_rows(workspace: Make) -> None:
    root = workspace(homes=[workspace_home("H1", "甲院"), workspace_home("H2", "乙院")], hazards=())
    problems = changed(root, HOMES, lambda sheet: sheet.merge_cells("A2:A3"))
    [one] = [problem for problem in problems if problem.code is Code.KEY_TWICE]
    assert "第2行和第3行成了同一个：H1" in one.message
    assert one.hint == "取消合并，每一行分别填写"


def workspace_home(code: str, name: str) -> tuple[object, ...]:
    return (code, name, "河口", "敬老院", "已备案", "在营", 50, 20, 30)


def test_an_invisible_sign_in_a_header_hides_no_column(workspace: Make) -> None:
    problems = changed(workspace(), HOMES, lambda sheet: sheet.cell(1, 6, "运营\u200b状态"))
    assert [one.message for one in problems if one.severity == "error"] == []


def test_rows_and_columns_dragged_to_nothing_are_hidden() -> None:
    inside = '<cols><col min="2" max="3" width="0"/></cols><sheetData><row r="4" ht="0"/></sheetData>'
    marks = marks_of(f"<worksheet>{inside}</worksheet>".encode(), Formats({}, frozenset()))
    assert (marks.hidden_rows, marks.hidden_columns) == ({4}, {2, 3})


def test_a_faulty_filing_does_not_move_the_lines_of_the_next_ones(workspace: Make) -> None:
    text = "- {kind: work-brief, period: 2026, as_off: x}\n- kind: work-brief\n  period: 2025\n  contact: nobody\n"
    assert ("IN606", 4, "没有“nobody”") in settings(workspace(), text)


def test_a_faulty_filing_is_still_there_for_those_that_carry_it(workspace: Make) -> None:
    text = (
        "- {kind: work-brief, period: 2026, as_off: x}\n"
        "- {kind: filing-letter, period: 2026, attachments: [work-brief@2026]}\n"
    )
    assert [code for code, _, _ in settings(workspace(), text)] == ["IN603"]


def test_a_faulty_form_is_still_there_for_those_that_use_it(workspace: Make) -> None:
    root = workspace()
    form = "- {id: f1, title: 表, indicators: [{code: X1, label: 甲, type: 是否}]}\n"
    (root / "indicators.yaml").write_text(form, encoding="utf-8")
    (root / "指标填报.csv").write_text("编码,单位,期间,答复\nX1,小县,2026,是\n", encoding="utf-8")
    assert settings(root, "- {kind: work-brief, period: 2026, indicator_set: f1}\n") == []
    assert [one.code for one in load(root).problems if one.severity == "error"] == [Code.YAML_VALUE]


@pytest.mark.parametrize(
    ("kind", "hint"),
    [("work-breif", "是不是“work-brief”？"), ("总结报告", "“总结报告”写成 year-end-summary")],
)
def test_a_kind_that_does_not_exist_is_told_while_checking(workspace: Make, kind: str, hint: str) -> None:
    root = workspace()
    text = f"filings:\n  - kind: {kind}\n    period: 2026\n"
    assert settings(root, text) == [("IN606", 2, f"没有“{kind}”这种文稿")]
    assert hint in [one.hint for one in load(root).problems]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("\tlead: mz", "这一行的开头有制表符（Tab）"),
        ("lead：mz", "这一行的冒号是中文冒号"),
        ("lead:mz", "冒号后面没有空格"),
    ],
)
def test_a_broken_line_of_settings_is_told_for_what_it_is(workspace: Make, line: str, message: str) -> None:
    root = workspace()
    text = (root / "campaign.yaml").read_text(encoding="utf-8").replace("lead: mz", line)
    assert ("IN601", 4, message) in settings(root, text, "campaign.yaml")


def test_an_indent_of_full_width_blanks_is_told_for_what_it_is(workspace: Make) -> None:
    text = "filings:\n  - kind: work-brief\n    state: 草稿\n　　period: 2026\n"
    assert ("IN601", 4, "这一行的开头有全角空格") in settings(workspace(), text)


def test_a_control_character_in_settings_has_a_line(workspace: Make) -> None:
    root = workspace()
    text = (root / "campaign.yaml").read_text(encoding="utf-8").replace("lead: mz", "lead: m\x07z")
    assert ("IN601", 4) in [(code, line) for code, line, _ in settings(root, text, "campaign.yaml")]


@pytest.mark.parametrize("separator", [";", "\t"])
def test_a_csv_is_split_where_its_rows_are_set_apart(workspace: Make, separator: str) -> None:
    root = workspace()
    rows = ["培训等数据，共1项", "数据名称,数值,计量单位,期间", "培训人次,5,人次,2026"]
    text = "\n".join(rows[:1] + [row.replace(",", separator) for row in rows[1:]])
    (root / "其他数据.csv").write_text(text, encoding="utf-8")
    loaded = load(root)
    assert loaded.workspace is not None
    assert [str(one.value) for one in loaded.workspace.figures] == ["5"]


@pytest.mark.parametrize(
    "row",
    [["甲", "乙", "丙", "丁", "戊", "己", 1, 2, 3], list(range(1, 10)), [f"（{n}）" for n in range(1, 10)]],
)
def test_the_row_that_numbers_the_columns_is_no_home(workspace: Make, row: list[object]) -> None:
    root = workspace()
    problems = changed(root, HOMES, lambda sheet: (sheet.insert_rows(2), write_row(sheet, row)))
    assert [one.message for one in problems if one.severity == "error"] == []
    assert "第2行按栏次行跳过" in "".join(one.message for one in problems)


def write_row(sheet: Any, row: list[object]) -> None:
    for column, value in enumerate(row, 1):
        sheet.cell(2, column, value)


def test_an_absent_table_says_where_it_belongs(workspace: Make) -> None:
    [one] = [problem for problem in load(workspace()).problems if "等级评定" in problem.message]
    assert one.hint.startswith("有的，放进工作文件夹，文件名写“等级评定.xlsx”")


@pytest.mark.parametrize("name", ["做法.txt", "做法.doc", "做法.MD", "做法.md.txt"])
def test_a_text_in_another_format_is_not_missed_in_silence(workspace: Make, name: str) -> None:
    root = workspace()
    (root / "texts" / "work-brief").mkdir(parents=True)
    (root / "texts" / "work-brief" / name).write_text("一是。", encoding="utf-8")
    [one] = [problem for problem in load(root).problems if problem.code is Code.FILE_UNUSED]
    assert (one.severity, one.where.file) == ("warning", f"texts/work-brief/{name}")
    assert "改成“做法.md”" in one.hint


def test_unaccepted_changes_in_a_word_text_are_told(workspace: Make) -> None:
    root = workspace()
    (root / "texts" / "work-brief").mkdir(parents=True)
    document = Document()
    paragraph = document.add_paragraph("一是。")._p
    paragraph.insert(0, paragraph.makeelement(qn("w:ins"), {}))
    document.save(str(root / "texts" / "work-brief" / "进展.docx"))
    assert [one.severity for one in load(root).problems if one.code is Code.TEXT_REVISED] == ["warning"]
