"""The DOCX as its XML says it: lists, forms and their rows."""

from __future__ import annotations

from msgspec.structs import replace

from reporter.document.inline import Break, Text, words
from reporter.document.model import Row
from reporter.ooxml.names import qn
from reporter.typeset.setter import Setter
from reporter.typeset.standard import A4
from reporter.typeset.tablelines import TableLines
from tests.render import documents
from tests.render.docx_page import Page, text, value


def test_list_headers_repeat_and_rows_are_never_split() -> None:
    rows = Page(documents.ledger(3)).table_with("隐患编号").findall(qn("w:tr"))
    assert [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows] == [True] + [
        False
    ] * 5
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)


def test_columns_fill_the_type_area_and_group_lines_cover_them() -> None:
    table = Page(documents.ledger(3)).table_with("隐患编号")
    widths = [int(column.get(qn("w:w"))) for column in table.iter(qn("w:gridCol"))]
    group = table.findall(qn("w:tr"))[1]
    assert sum(widths) == 12756
    assert [value(cell, "w:tcPr/w:gridSpan") for cell in group.findall(qn("w:tc"))] == ["7"]


def test_a_column_is_aligned_as_its_data_says(report: Page) -> None:
    row = report.table_with("指　标").findall(qn("w:tr"))[1]
    assert [value(p, "w:pPr/w:jc") for p in row.iter(qn("w:p"))] == ["left"] + ["right"] * 4


def test_rows_of_a_form_are_as_high_as_in_the_pdf() -> None:
    head, *rows = Page(documents.plain_form()).table_with("序号").findall(qn("w:tr"))
    least = round(TableLines(documents.form_table(), A4, Setter()).row_height_pt(()) * 20)
    assert {value(row, "w:trPr/w:trHeight") for row in rows} == {str(least)}
    assert {value(row, "w:trPr/w:trHeight", "hRule") for row in rows} == {"atLeast"}
    assert value(head, "w:trPr/w:trHeight") is None


def test_an_empty_answer_is_an_empty_cell() -> None:
    row = Page(documents.plain_form()).table_with("序号").findall(qn("w:tr"))[1]
    assert text(row.findall(qn("w:tc"))[2]) == ""


def test_a_break_asked_for_in_a_cell_is_kept() -> None:
    document = documents.plain_form()
    table = replace(documents.form_table(), rows=(Row("1", ((), (Text("甲"), Break(), Text("乙")), ())),))
    page = Page(replace(document, body=(table,)))
    assert text(page.table_with("序号").findall(qn("w:tr"))[1]) == "甲\n乙"


def test_every_one_of_two_thousand_rows_is_printed() -> None:
    page = Page(documents.ledger(2000))
    assert len(page.table_with("隐患编号").findall(qn("w:tr"))) == 2003


def test_a_long_line_above_a_list_leaves_room_for_programs_that_part_digits_from_hanzi() -> None:
    line = (words("填报单位（盖章）：安和县民政局"), words("截至2026年10月31日"),
            words("共184条，已整改168条，整改率91.30%"))  # fmt: skip
    document = documents.ledger(1)
    table = replace(document.body[0], above=(line,))  # type: ignore[type-var]
    (paragraph, *_) = Page(replace(document, body=(table,))).of_style("公文表上说明")
    second, end = (
        int(str(tab.get(qn("w:pos")))) for tab in paragraph.iter(qn("w:tab")) if tab.get(qn("w:pos"))
    )
    quarter, third = 0.25 * 14 * 20, 17 * 14 * 20
    assert end == 12756
    assert second + 9 * 14 * 20 + 6 * quarter + third + 5 * quarter < end


def test_a_group_line_is_kept_with_its_rows_and_the_line_below_with_the_last_ones() -> None:
    rows = Page(documents.ledger(5)).table_with("隐患编号").findall(qn("w:tr"))
    kept = [
        all(p.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None for p in row.iter(qn("w:p")))
        for row in rows
    ]
    assert kept == [True, True] + [False] * 3 + [True, True, True]
