"""What clerks really hand in, one test a sort, each with a real file and through the command: files and values.

The right verdict, the cell or line named, nothing changed without a word. The inputs are never written into.
"""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.cli.handed_in import (
    LEDGER,
    OLE,
    OWN,
    REGISTER,
    Office,
    ascii_xml,
    changed_part,
    column,
    place,
    word_text,
)
from tests.intake.conftest import CAMPAIGN, HAZARD_HEADER, HOME, HOME_HEADER, hazard, home, write_book


# 1
@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "utf-8-sig", "utf-16", "utf-8"])
def test_01_csv_in_any_encoding_is_read_whole_and_an_impossible_one_is_refused(
    office: Office, encoding: str
) -> None:
    rare = "" if encoding == "gbk" else "𠮷"
    (office.folder / LEDGER).unlink()
    buffer = io.StringIO()
    csv.writer(buffer).writerows([HAZARD_HEADER, hazard(隐患描述=f"通道堵塞{rare}")])
    ledger = office.folder / "隐患台账.csv"
    ledger.write_bytes(buffer.getvalue().encode(encoding))
    office.problems(code=0)
    assert f"通道堵塞{rare}" in word_text(office.made())
    ledger.write_bytes(buffer.getvalue().encode("utf-8") + b"\xff\xfe\xff\n")
    told = office.worst()
    assert place(told)[0] == "隐患台账.csv" and "编码" in told["message"]


# 2
def test_02_merged_cells_count_for_every_row_and_a_header_of_two_rows_is_joined(office: Office) -> None:
    top = [*HAZARD_HEADER[:-1], "整改"]
    below = [*([None] * (len(HAZARD_HEADER) - 1)), "资金（万元）"]

    def merge(sheet: Worksheet) -> None:
        for number in range(1, len(HAZARD_HEADER)):
            sheet.merge_cells(start_row=1, end_row=2, start_column=number, end_column=number)
        name = HAZARD_HEADER.index("机构名称") + 1
        sheet.merge_cells(start_row=3, end_row=4, start_column=name, end_column=name)

    write_book(office.folder / LEDGER, [top, below, hazard(), hazard(隐患编号="Y2", 机构名称=None)], merge)
    office.problems(code=0)
    text = word_text(office.made())
    assert "共2条，涉及1家" in text
    office.ledger(hazard(), change=lambda sheet: sheet.merge_cells("A2:A3"))
    assert office.problems(code=0) is not None


# 3
def test_03_a_formula_that_was_never_computed_is_no_blank_and_no_zero(office: Office) -> None:
    cell = column(HOME_HEADER, "入住老人数")
    office.register(home(入住老人数="=10+20"))
    told = office.worst()
    assert place(told) == (REGISTER, cell)
    assert "公式" in told["message"] and "保存" in told["hint"]


# 4
def test_04_dates_as_text_and_serials_are_days_and_an_impossible_day_names_its_cell(office: Office) -> None:
    days = ("2026年3月5日", "2026.3.5", "2026/03/05", 46086, date(2026, 3, 5), "２０２６－０３－０５")
    office.ledger(*(hazard(隐患编号=f"Y{n}", 发现日期=day) for n, day in enumerate(days)))
    office.problems(code=0)
    assert word_text(office.made()).count("2026-03-05") >= len(days)
    office.ledger(hazard(发现日期="2026年2月30日"))
    told = office.worst()
    assert place(told) == (LEDGER, column(HAZARD_HEADER, "发现日期")) and told["value"] == "2026年2月30日"


# 5
def test_05_full_width_digits_and_thousands_are_numbers_and_what_is_none_keeps_its_text(
    office: Office,
) -> None:
    office.register(
        home(床位数="１２０", 入住老人数="30"),
    )
    office.problems(code=0)
    office.ledger(hazard(**{"整改资金（万元）": "１，２３４．５"}))
    office.problems(code=0)
    (office.folder / "templates" / "text").mkdir(parents=True)
    (office.folder / "templates" / "text" / "rectification-lists.md").write_text(OWN, encoding="utf-8")
    assert "整改资金1234.5万元" in word_text(office.made()).replace(",", "")
    for value in ("12%", "1.5万", "约3"):
        office.ledger(hazard(**{"整改资金（万元）": value}))
        told = office.worst()
        assert place(told) == (LEDGER, column(HAZARD_HEADER, "整改资金（万元）")) and told["value"] == value
    office.ledger(hazard(**{"整改资金（万元）": "—"}))
    office.problems(code=0)


# 6
@pytest.mark.parametrize("sign", [" ", "\u00a0", "\u200b", "\ufeff", "\u3000"])
def test_06_signs_that_nobody_sees_do_not_part_a_key_from_itself(office: Office, sign: str) -> None:
    office.ledger(hazard(机构名称=f"河口镇敬老院{sign}", 隐患编号=f"{sign}Y1"))
    told = office.problems(code=0)
    assert not [one for one in told if one["severity"] == "error"]
    if sign in "\u200b\ufeff":
        assert (
            place(told[0]) == (LEDGER, column(HAZARD_HEADER, "机构名称")) or told[0]["severity"] == "warning"
        )
    assert "共1条，涉及1家" in word_text(office.made())


# 7
def test_07_an_institution_that_stands_twice_is_refused_with_both_cells(office: Office) -> None:
    office.register(HOME, home(机构名称="另一家"), home(机构编码="H2"))
    problems = [one for one in office.problems() if one["severity"] == "error" and place(one)[0] == REGISTER]
    texts = " ".join(one["message"] + place(one)[1] for one in problems)
    assert "A2" in texts and "A3" in texts and "B4" in texts


# 8
def test_08_long_numbers_stored_as_numbers_have_lost_digits_and_are_refused(office: Office) -> None:
    header = (*HOME_HEADER, "统一社会信用代码")
    write_book(office.folder / REGISTER, [header, (*HOME, 110101199001011234)])
    told = office.worst()
    assert place(told) == (REGISTER, "J2") and "文本" in told["hint"]


# 9
def test_09_hidden_rows_count_and_are_named_and_so_are_hidden_sheets(office: Office) -> None:
    def hide(sheet: Worksheet) -> None:
        sheet.row_dimensions[3].hidden = True

    office.ledger(hazard(), hazard(隐患编号="Y2"), change=hide)
    hidden = [one for one in office.problems(code=0) if one["code"] == "IN207"]
    assert place(hidden[0])[0] == LEDGER and "3" in hidden[0]["message"] + place(hidden[0])[1]
    assert "共2条" in word_text(office.made())
    book = openpyxl.load_workbook(office.folder / LEDGER)
    book.create_sheet("草稿").append(["随手记"])
    book["草稿"].sheet_state = "hidden"
    book.save(office.folder / LEDGER)
    told = [one for one in office.problems(code=0) if "隐藏的工作表“草稿”没有读取" in one["message"]]
    assert place(told[0])[0] == LEDGER


# 10
def test_10_a_workbook_with_a_password_says_so(office: Office) -> None:
    (office.folder / LEDGER).write_bytes(
        OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600
    )
    told = office.worst()
    assert place(told)[0] == LEDGER and "密码" in told["message"] and "取消密码" in told["hint"]


# 11
@pytest.mark.parametrize(
    ("data", "said"),
    [(OLE + b"\0" * 2000, "97-2003"), (b"<html><table><tr><td>1</td></tr></table></html>", "网页")],
)
def test_11_an_old_or_foreign_file_named_xlsx_is_called_what_it_is(
    office: Office, data: bytes, said: str
) -> None:
    (office.folder / LEDGER).write_bytes(data)
    told = office.worst()
    assert place(told)[0] == LEDGER and said in told["message"] and told["hint"]


# 12
def test_12_values_of_a_workbook_with_macros_are_read_and_the_macros_neither_run_nor_copied(
    office: Office,
) -> None:
    (office.folder / LEDGER).rename(office.folder / "隐患台账.xlsm")
    path = office.folder / "隐患台账.xlsm"
    main, macro = b"spreadsheetml.sheet.main+xml", b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    old = b"application/vnd.openxmlformats-officedocument." + main
    changed_part(path, "[Content_Types].xml", lambda data: data.replace(old, macro))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"macro")
    told = office.problems(code=0)
    assert any("宏" in one["message"] and place(one)[0] == "隐患台账.xlsm" for one in told)
    folder = office.made()
    assert "通道堵塞" in word_text(folder)
    for made in (*folder.glob("*.docx"), *folder.glob("*.xlsx")):
        assert not [name for name in zipfile.ZipFile(made).namelist() if "vba" in name.lower()]


# 13
def test_13_a_zip_bomb_is_refused_before_it_is_unpacked(office: Office) -> None:
    with zipfile.ZipFile(office.folder / LEDGER, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"<row/>" * 8_000_000)
    told = office.worst()
    assert place(told)[0] == LEDGER and "压缩比异常" in told["message"]


# 14
def test_14_a_doctype_inside_a_workbook_is_refused(office: Office) -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    changed_part(
        office.folder / LEDGER,
        "xl/worksheets/sheet1.xml",
        lambda data: bomb + data[data.index(b"<worksheet") :],
    )
    told = office.worst()
    assert place(told)[0] == LEDGER and "不允许的声明" in told["message"]


# 15
def test_15_a_stray_cell_far_below_is_named_and_a_million_rows_are_not_read(office: Office) -> None:
    office.ledger(change=lambda sheet: sheet.cell(1_048_576, 3, "误"))
    told = office.worst()
    assert place(told) == (LEDGER, "C1048576") and "Ctrl+End" in told["hint"]
    office.ledger(change=lambda sheet: sheet.cell(1_000, 3, "误"))
    told = office.worst()
    assert place(told)[0] == LEDGER and place(told)[1].endswith("1000")


# 16
def test_16_an_empty_sheet_is_named_and_no_document_is_success(office: Office) -> None:
    openpyxl.Workbook().save(office.folder / LEDGER)
    told = [one for one in office.problems(code=1) if place(one)[0] == LEDGER]
    assert told and told[0]["severity"] == "error"
    (office.folder / "filings.yaml").write_text("filings: []\n", encoding="utf-8")
    office.ledger()
    assert "没有要生成的文件" in office.refused()


# 17
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: &a [x, x]\nb: &b [*a, *a]\n", "不支持用 & 和 *"),
        ("name: 行动\nname: 行动二\n", "写了两次（第1行和第2行）"),
        ("name: !!python/object/apply:os.system [true]\n", "第1行"),
        ("name: [1\nb: 2\n", "格式不对"),
    ],
)
def test_17_traps_of_yaml_are_refused_with_their_line(office: Office, text: str, said: str) -> None:
    path = office.folder / "campaign.yaml"
    path.write_text(text, encoding="utf-8")
    problems = [one for one in office.problems() if place(one)[0] == "campaign.yaml"]
    assert all(one["where"].get("line") for one in problems)
    if said != "第1行":
        assert any(said in one["message"] for one in problems)


def test_17_plain_scalars_of_yaml_mean_what_was_typed(office: Office) -> None:
    text = CAMPAIGN.replace('code: "0101", name: 河口镇', "code: 0101, name: 1e3").replace(
        "[河口]", "[河口, NO, 12:30]"
    )
    (office.folder / "campaign.yaml").write_text(text, encoding="utf-8")
    office.ledger(hazard())
    office.register(home(所属乡镇="NO"), home(机构编码="H2", 机构名称="乙院", 所属乡镇="12:30"))
    office.problems(code=0)
    assert "1e3" in word_text(office.made())


# 18
@pytest.mark.parametrize(
    ("rows", "line"), [('Y1,"河口镇敬老院\nY2,河口镇敬老院\n' * 3, 2), ("Y1,河口\0镇敬老院\n", 2)]
)
def test_18_a_nul_or_a_quote_that_never_ends_is_refused_with_its_line(
    office: Office, rows: str, line: int
) -> None:
    (office.folder / LEDGER).unlink()
    (office.folder / "隐患台账.csv").write_text("隐患编号,机构名称\n" + rows, encoding="utf-8")
    told = office.worst()
    assert place(told) == ("隐患台账.csv", str(line))


# 19, 22
def test_19_signs_of_markup_print_as_they_are_typed(office: Office) -> None:
    typed = "甲&乙 <丙> 增幅 < 5% 且 a & b ]]> <w:p/>"
    office.ledger(hazard(隐患描述=typed))
    folder = office.made()
    assert typed in word_text(folder)
    (sheet,) = (path for path in folder.glob("*.xlsx") if "数据核对表" not in path.name)
    values = {
        str(cell.value) for one in openpyxl.load_workbook(sheet) for row in one.iter_rows() for cell in row
    }
    assert typed in values


# 20
@pytest.mark.parametrize("sign", ["\x07", "\ue000"])
def test_20_what_cannot_be_printed_is_refused_with_its_cell(office: Office, sign: str) -> None:
    stored = ascii_xml(f"通道{sign}堵塞").replace(b"\x07", b"_x0007_")  # as Excel stores a control character
    changed_part(
        office.folder / LEDGER,
        "xl/worksheets/sheet1.xml",
        lambda data: data.replace(ascii_xml("通道堵塞"), stored),
    )
    told = office.worst()
    assert place(told) == (LEDGER, column(HAZARD_HEADER, "隐患描述"))
    assert f"U+{ord(sign):04X}" in told["message"]


def test_20_a_non_character_in_a_csv_is_refused_with_its_cell(office: Office) -> None:
    (office.folder / LEDGER).unlink()
    with (office.folder / "隐患台账.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HAZARD_HEADER, hazard(隐患描述="通道\ufffe堵塞")])
    told = office.worst()
    assert place(told) == ("隐患台账.csv", column(HAZARD_HEADER, "隐患描述")) and "U+FFFE" in told["message"]
