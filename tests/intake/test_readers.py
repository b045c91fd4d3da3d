"""Files as clerks have them, and files that only look like workbooks."""

import io
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from reporter.intake.problems import Code, Rejected
from reporter.intake.readers import read, reads, yaml
from reporter.intake.sheet import Area


def saved(path: Path, book: openpyxl.Workbook) -> Path:
    book.save(path)
    return path


def rejected(path: Path) -> Rejected:
    with pytest.raises(Rejected) as caught:
        read(path, path.name)
    return caught.value


def test_addresses_do_not_shift_when_the_first_rows_and_columns_are_empty(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["C4"] = "值"
    sheet = read(saved(tmp_path / "a.xlsx", book), "a.xlsx")[0]
    assert sheet.value(4, 3) == "值"
    assert sheet.cell(4, 3).a1 == "C4"


def test_the_xml_pass_finds_what_values_do_not_tell(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["A2"], sheet["A3"], sheet["A4"] = "=1+1", "#N/A", 12, 0.5
    sheet["A3"].number_format, sheet["A4"].number_format = "0000", "0.00%"
    sheet["B1"] = "合"
    sheet.merge_cells("B1:C2")
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = True
    book.create_sheet("藏").sheet_state = "hidden"
    first, second = read(saved(tmp_path / "a.xlsx", book), "a.xlsx")
    assert first.unsaved == {(1, 1)}
    assert first.errors == {(2, 1): "#N/A"}
    assert first.padded == {(3, 1): 4}
    assert first.percents == {(4, 1)}
    assert first.merged == (Area(1, 2, 2, 3),)
    assert first.hidden_rows == {3}
    assert first.hidden_columns == {3}
    assert (first.hidden, second.hidden) == (False, True)
    assert first.at(2, 3).raw == "合"
    assert first.at(2, 3).cell.a1 == "B1"


def test_dates_of_the_1904_system_are_the_days_that_were_typed(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.worksheets[0]["A1"] = date(2026, 3, 5)
    sheet = read(saved(tmp_path / "a.xlsx", book), "a.xlsx")[0]
    assert sheet.value(1, 1) == date(2026, 3, 5)
    assert sheet.epoch_1904


@pytest.mark.parametrize(
    ("content", "code", "word"),
    [
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            Code.FILE_ENCRYPTED,
            "密码",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1Workbook", Code.FILE_OLD_FORMAT, "97-2003"),
        (b"<html><table></table></html>", Code.FILE_NOT_A_WORKBOOK, "HTML"),
        (b"%PDF-1.7", Code.FILE_NOT_A_WORKBOOK, "PDF"),
        (b"", Code.FILE_NOT_A_WORKBOOK, "空的"),
        (b"PK\x03\x04broken", Code.FILE_NOT_A_WORKBOOK, "损坏"),
    ],
)
def test_a_file_that_is_no_workbook_is_named_for_what_it_is(
    tmp_path: Path, content: bytes, code: Code, word: str
) -> None:
    path = tmp_path / "隐患台账.xlsx"
    path.write_bytes(content)
    fault = rejected(path)
    assert fault.problem.code is code
    assert word in fault.message
    assert fault.hint


def rezipped(path: Path, name: str, change: dict[str, bytes]) -> Path:
    target = path.with_name(name)
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for info in source.infolist():
            if info.filename not in change:
                out.writestr(info.filename, source.read(info))
        for member, data in change.items():
            out.writestr(member, data)
    return target


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    small = saved(tmp_path / "a.xlsx", openpyxl.Workbook())
    bomb = rezipped(small, "b.xlsx", {"xl/media/x.bin": bytes(64 * 1024 * 1024)})
    assert rejected(bomb).problem.code is Code.FILE_TOO_LARGE


def test_a_doctype_inside_a_workbook_is_refused(tmp_path: Path) -> None:
    small = saved(tmp_path / "a.xlsx", openpyxl.Workbook())
    with zipfile.ZipFile(small) as source:
        sheet = source.read("xl/worksheets/sheet1.xml")
    evil = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + sheet
    assert rejected(rezipped(small, "b.xlsx", {"xl/worksheets/sheet1.xml": evil})).problem.code is (
        Code.FILE_NOT_A_WORKBOOK
    )


def test_a_cell_far_outside_is_named_and_not_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = book.worksheets[0]["XFD1048576"] = "值"
    fault = rejected(saved(tmp_path / "a.xlsx", book))
    assert fault.problem.code is Code.STRAY_CELL
    assert fault.problem.where.cell == "XFD1048576"


def test_old_binary_suffixes_say_how_to_convert(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(b"x")
    assert "另存为" in rejected(path).hint
    assert reads(path)
    assert not reads(tmp_path / "~$a.xlsx")
    assert not reads(tmp_path / "a.docx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_csv_is_read_in_every_encoding_that_spreadsheets_save(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "机构名册.csv"
    path.write_bytes('机构,地址\r\n"甲\n院",𠮷镇\r\n'.encode(encoding))
    sheet = read(path, path.name)[0]
    assert sheet.rows == (("机构", "地址"), ("甲\n院", "𠮷镇"))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\xff\xff\xff\xff", Code.FILE_ENCODING),
        (b"a,b\n1,\x00\n", Code.FILE_UNREADABLE),
        (b'a,b\n1,"x\n' + b"y,z\n" * 2000, Code.FILE_BROKEN_QUOTE),
    ],
)
def test_a_broken_csv_is_refused(tmp_path: Path, content: bytes, code: Code) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    problem = rejected(path).problem
    assert problem.code is code
    assert code is Code.FILE_ENCODING or problem.where.line == 2


def test_yaml_scalars_stay_what_was_typed_and_know_their_line() -> None:
    tree = yaml.parse("code: 010\ntime: 12:30\nno: NO\nempty:\nlist:\n  - {a: '1'}\n", "x.yaml")
    assert tree.data == {"code": "010", "time": "12:30", "no": "NO", "empty": None, "list": [{"a": "1"}]}
    assert tree.where(("list", 0, "a")).line == 6
    assert tree.problems == []


def test_a_key_written_twice_names_both_lines() -> None:
    problem = yaml.parse("a: 1\nb: 2\na: 3\n", "x.yaml").problems[0]
    assert problem.code is Code.YAML_KEY_TWICE
    assert "第1行和第3行" in problem.message


@pytest.mark.parametrize("text", ["a: &x [1]\nb: *x\n", "a: *x\n"])
def test_yaml_aliases_are_refused(text: str) -> None:
    try:
        codes = [problem.code for problem in yaml.parse(text, "x.yaml").problems]
    except Rejected as fault:
        codes = [fault.problem.code]
    assert Code.YAML_ALIAS in codes


def test_broken_yaml_names_its_line() -> None:
    with pytest.raises(Rejected) as caught:
        yaml.parse("a: 1\nb: [1\nc: 2\n", "x.yaml")
    assert caught.value.problem.code is Code.YAML_SYNTAX
    assert caught.value.problem.where.line >= 2


def test_reading_does_not_hold_the_file(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.xlsx", openpyxl.Workbook())
    before = path.read_bytes()
    read(path, path.name)
    path.write_bytes(b"")
    assert zipfile.is_zipfile(io.BytesIO(before))


def test_a_cell_address_that_no_sheet_has_is_a_damaged_file(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["A4"] = "值"
    small = saved(tmp_path / "a.xlsx", book)
    with zipfile.ZipFile(small) as source:
        part = source.read("xl/worksheets/sheet1.xml").replace(b'r="A4"', b'r="ZZZZZZ99999999999"')
    damaged = rezipped(small, "b.xlsx", {"xl/worksheets/sheet1.xml": part})
    assert rejected(damaged).problem.code is Code.FILE_NOT_A_WORKBOOK


def test_yaml_nested_without_end_is_a_problem_of_the_file() -> None:
    with pytest.raises(Rejected) as caught:
        yaml.parse("a: 1\nb: " + "[" * 5000 + "]" * 5000, "x.yaml")
    assert (caught.value.problem.code, caught.value.problem.where.line) == (Code.YAML_SYNTAX, 2)


def test_marks_that_turn_the_line_are_taken_out_of_yaml_with_a_word() -> None:
    tree = yaml.parse('a: "甲\\u202e乙"\n', "x.yaml")
    assert tree.data == {"a": "甲乙"}
    assert [problem.code for problem in tree.problems] == [Code.CELL_INVISIBLE]


@pytest.mark.parametrize(
    "cells",
    [
        b'<row r="1048576"><c r="XFD1048576" t="str"><f>""</f><v></v></c></row></sheetData>',
        b'</sheetData><mergeCells><mergeCell ref="A4:XFD1048576"/></mergeCells>',
    ],
)
def test_empty_results_and_merges_far_outside_are_named_and_not_read(tmp_path: Path, cells: bytes) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["A4"] = "值"
    small = saved(tmp_path / "a.xlsx", book)
    with zipfile.ZipFile(small) as source:
        part = source.read("xl/worksheets/sheet1.xml").replace(b"</sheetData>", cells)
    far = rezipped(small, "b.xlsx", {"xl/worksheets/sheet1.xml": part})
    assert rejected(far).problem.code is Code.STRAY_CELL
