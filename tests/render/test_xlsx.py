from __future__ import annotations

import io

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openxml_audit import OpenXmlValidator

from reporter.artefacts.xlsx import read_xlsx
from reporter.document.inline import Blank, Break, words
from reporter.document.model import Attachment, Column, Document, Paragraph, Row, Table
from reporter.errors import InputError
from reporter.render import xlsx

COLUMNS = (
    Column("ordinal", "序号", 4, type="number"),
    Column("code", "统一社会信用代码", 12, type="id"),
    Column("home", "机构", 12, "left"),
    Column("found", "发现日期", 8, type="date"),
    Column("count", "隐患", 5, type="number"),
)
ROWS = (
    Row("g", (words("河口镇（1家）"), (), (), (), ()), "group", span=5),
    Row(
        "R1",
        (words("1"), words("523410000000000017"), words("=福寿居"), words("2026年3月6日"), words("1,234")),
    ),
    Row("R2", (words("2"), words("0012"), (*words("上"), Break(), *words("下")), (Blank("发现日期"),), ())),
    Row("total", (words("合计"), (), (), (), words("1,234")), "total", span=2),
)
TABLE = Table(
    "ledger",
    "ledger",
    COLUMNS,
    ROWS,
    title=words("安和县养老院隐患台账"),
    above=((words("填报单位：安和县民政局"), words("截至2026年10月31日"), words("单位：条")),),
    below=((words("填报人："), words("审核人：")),),
    orientation="landscape",
    paper="A3",
    type_size=10.5,
)
DOCUMENT = Document("l@2026", "l", "plain", "up", words("四个清单"), (TABLE,), state="送审稿", sample=True)


def workbook(document: Document) -> Workbook:
    return load_workbook(io.BytesIO(xlsx.render(document).data))


def test_the_sheet_holds_what_the_paper_holds_in_the_same_order() -> None:
    (sheet,) = read_xlsx(xlsx.render(DOCUMENT).data).sheets
    assert sheet.name == "安和县养老院隐患台账"
    assert [tuple(text for text in row if text) for row in sheet.rows] == [
        ("安和县养老院隐患台账",),
        ("填报单位：安和县民政局", "截至2026年10月31日", "单位：条"),
        ("序号", "统一社会信用代码", "机构", "发现日期", "隐患"),
        ("河口镇（1家）",),
        ("1", "523410000000000017", "=福寿居", "2026年3月6日", "1,234"),
        ("2", "0012", "上\n下"),
        ("合计", "1,234"),
        ("填报人：", "审核人："),
    ]


def test_numbers_are_numbers_and_ids_dates_and_formula_signs_are_text() -> None:
    sheet = workbook(DOCUMENT).worksheets[0]
    assert [sheet.cell(5, column).data_type for column in range(1, 6)] == ["n", "s", "s", "s", "n"]
    assert sheet["E5"].value == 1234
    assert sheet["D6"].value is None


def test_it_prints_on_the_papers_of_the_document() -> None:
    sheet = workbook(DOCUMENT).worksheets[0]
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (8, "landscape")
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.print_area == "'安和县养老院隐患台账'!$A$1:$E$8"
    assert sheet.freeze_panes == "A4"
    assert sheet.oddHeader is not None
    assert sheet.oddHeader.right is not None
    assert sheet.oddHeader.right.text == "送审稿　样稿"
    assert {str(merged) for merged in sheet.merged_cells.ranges} >= {"A1:E1", "A4:E4", "A7:B7"}


def test_a_final_document_bears_no_mark() -> None:
    header = workbook(replace(DOCUMENT, state="定稿", sample=False)).worksheets[0].oddHeader
    assert header is not None
    assert header.right is not None
    assert not header.right.text


def test_columns_are_as_wide_as_on_paper() -> None:
    sheet = workbook(DOCUMENT).worksheets[0]
    assert [sheet.column_dimensions[letter].width for letter in "ABCDE"] == [8.71, 24.71, 24.71, 16.71, 10.71]


def test_each_table_of_body_and_attachments_has_its_sheet() -> None:
    small = replace(TABLE, title=(), orientation="portrait", paper="A4", above=(), below=())
    attached = Document("f@2026", "f", "plain", "up", words("表"), (small,))
    document = replace(
        DOCUMENT, attachments=(Attachment(words("整改/清单"), small), Attachment(words("通报要点"), attached))
    )
    assert workbook(document).sheetnames == ["安和县养老院隐患台账", "整改清单", "通报要点"]


def test_a_blank_among_words_is_a_visible_gap() -> None:
    row = Row("R", (words("1"), (), (*words("共"), Blank("数", 2), *words("家")), (), ()))
    (sheet,) = read_xlsx(xlsx.render(replace(DOCUMENT, body=(replace(TABLE, rows=(row,)),))).data).sheets
    assert sheet.rows[3][2] == "共____家"


def test_more_items_than_columns_share_one_line() -> None:
    narrow = replace(TABLE, columns=COLUMNS[:1], rows=(Row("R", (words("1"),)),))
    (sheet,) = read_xlsx(xlsx.render(replace(DOCUMENT, body=(narrow,))).data).sheets
    assert sheet.rows[1] == ("填报单位：安和县民政局　　截至2026年10月31日　　单位：条",)


def test_a_document_without_tables_has_no_workbook() -> None:
    plain = replace(DOCUMENT, body=(Paragraph("p", words("正文。")),))
    assert not xlsx.applies(plain)
    with pytest.raises(InputError, match="没有表格"):
        xlsx.render(plain)


def test_the_same_document_gives_the_same_bytes() -> None:
    assert xlsx.render(DOCUMENT).data == xlsx.render(DOCUMENT).data


def test_the_file_is_valid_open_xml(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("xlsx") / "a.xlsx"
    path.write_bytes(xlsx.render(DOCUMENT).data)
    assert OpenXmlValidator().validate(str(path)).is_valid
