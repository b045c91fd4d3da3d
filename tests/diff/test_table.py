"""The 修改对照表 as Word and Excel files."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook
from openpyxl.cell.rich_text import TextBlock
from openxml_audit import OpenXmlValidator

from reporter.diff import table
from tests.diff.comparisons import sample, unchanged


def word_rows(data: bytes) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in Document(io.BytesIO(data)).tables[0].rows]


def sheet_of(data: bytes) -> Any:
    return load_workbook(io.BytesIO(data), rich_text=True).worksheets[0]


def test_each_change_is_a_row_with_old_new_and_remark() -> None:
    rows = word_rows(table.docx(sample()))
    assert rows[0] == ["序号", "原文", "修改后", "说明"]
    assert rows[8] == ["8", "状态：整改中", "状态：已整改", "三、下一步打算 › 表1，第2行（AH-001）\n表格修改"]
    assert rows[5][1:3] == ["（无）", "消防设施<老化>&失修。"]
    assert [row[0] for row in rows[1:]] == [str(n) for n in range(1, 12)]


def test_the_word_table_is_landscape_and_repeats_its_head() -> None:
    document = Document(io.BytesIO(table.docx(sample())))
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    head = document.tables[0].rows[0]._tr.xml
    assert "<w:tblHeader" in head


def test_changed_words_are_struck_or_underlined_in_word() -> None:
    cells = Document(io.BytesIO(table.docx(sample()))).tables[0].rows[3].cells
    struck = [run.text for run in cells[1].paragraphs[0].runs if run.font.strike]
    lined = [run.text for run in cells[2].paragraphs[0].runs if run.font.underline]
    assert (struck, lined) == (["36处", "30处"], ["38处", "33处"])


def test_the_sheet_holds_the_same_rows() -> None:
    sheet = sheet_of(table.xlsx(sample()))
    rows = [[str(cell.value) for cell in row] for row in sheet.iter_rows(min_row=5, max_row=16)]
    assert [[text.replace("\r", "") for text in row] for row in rows] == word_rows(table.docx(sample()))


def test_changed_words_are_struck_or_underlined_in_excel() -> None:
    row = sheet_of(table.xlsx(sample()))[8]
    marked = [
        (part.text, bool(part.font.strike), part.font.u)
        for cell in row[1:3]
        for part in cell.value
        if isinstance(part, TextBlock) and (part.font.strike or part.font.u)
    ]
    assert marked == [
        ("36处", True, None),
        ("30处", True, None),
        ("38处", False, "single"),
        ("33处", False, "single"),
    ]


def test_the_sheet_prints_landscape_with_its_head_on_every_page() -> None:
    sheet = sheet_of(table.xlsx(sample()))
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_title_rows == "$5:$5"
    assert sheet.print_area.endswith("$A$1:$D$18")


def test_every_derivation_stands_once_under_the_table() -> None:
    source = (
        "来源1　发现隐患：36→38。算法：隐患台账中的行数；新计入的行：AH-037、AH-038；"
        "改动的单元格：隐患台账.xlsx 台账!C5"
    )
    document = Document(io.BytesIO(table.docx(sample())))
    assert [one.text for one in document.paragraphs if one.text][-2:] == ["数字来源", source]
    sheet = sheet_of(table.xlsx(sample()))
    assert [sheet.cell(row, 1).value for row in (17, 18)] == ["数字来源", source]
    rows = word_rows(table.docx(sample()))
    assert "新计入AH-037等2项（来源1）" in rows[3][3]
    assert "算法" not in "".join(text for row in rows for text in row)


def test_equal_drafts_say_so() -> None:
    document = Document(io.BytesIO(table.docx(unchanged(2))))
    assert document.paragraphs[3].text == "两稿没有差别。"
    assert sheet_of(table.xlsx(unchanged(2)))["A4"].value == "两稿没有差别。"


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_files_are_valid_and_the_same_every_time(kind: str, tmp_path: Path) -> None:
    write = getattr(table, kind)
    file = tmp_path / f"表.{kind}"
    file.write_bytes(write(sample()))
    assert file.read_bytes() == write(sample())
    found = OpenXmlValidator().validate(str(file)).errors
    assert [error.description for error in found if error.severity.name == "ERROR"] == []
