from __future__ import annotations

import io
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell

from reporter.artefacts.xlsx import shown
from reporter.errors import InputError
from reporter.ooxml.celltext import MAX_CELL
from reporter.ooxml.workbook import (
    PrintSetup,
    set_print,
    sheet_name,
    to_bytes,
    write_number,
    write_text,
)


def cell() -> Cell:
    found = Workbook().worksheets[0].cell(1, 1)
    assert isinstance(found, Cell)
    return found


@pytest.mark.parametrize(
    "text", ["=1+1", "+86", "-5", "@x", "341000000000000001", "#N/A", "TRUE", "2026-03-06"]
)
def test_text_stays_text(text: str) -> None:
    workbook = Workbook()
    found = workbook.worksheets[0].cell(1, 1)
    assert isinstance(found, Cell)
    write_text(found, text)
    again = load_workbook(io.BytesIO(to_bytes(workbook, "题"))).worksheets[0].cell(1, 1)
    assert (again.value, again.data_type, again.number_format) == (text, "s", "@")


@pytest.mark.parametrize("text", ["190", "0", "-3", "12,300", "89.50%", "0.05", "81.8%", "1,234,567.80"])
def test_a_figure_is_a_number_that_shows_the_same_digits(text: str) -> None:
    found = cell()
    write_number(found, text)
    assert isinstance(found.value, Decimal)
    assert shown(found.value, found.number_format) == text


@pytest.mark.parametrize("text", ["007", "1234567890123456", "12条", "—", "1,23", "1.", "二"])
def test_what_is_no_plain_figure_stays_text(text: str) -> None:
    found = cell()
    write_number(found, text)
    assert found.value == text


@settings(max_examples=100, deadline=None)
@given(
    st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9).filter(
        bool
    )
)
def test_any_decimal_is_shown_as_printed(value: Decimal) -> None:
    found = cell()
    text = format(value, ",.2f")
    write_number(found, text)
    assert shown(found.value, found.number_format) == text


def test_an_empty_text_leaves_the_cell_empty() -> None:
    found = cell()
    write_text(found, "")
    assert found.value is None


@pytest.mark.parametrize("text", ["a\x07b", "字" * (MAX_CELL + 1)])
def test_what_a_cell_cannot_hold_is_a_clear_error(text: str) -> None:
    with pytest.raises(InputError, match="A1"):
        write_text(cell(), text)


def test_sheet_names_are_lawful_short_and_unique() -> None:
    taken: set[str] = set()
    long = "安和县2026年养老院服务质量建设专项行动隐患排查整改问题清单汇总表"
    names = [sheet_name(title, taken) for title in (long, long, "a/b:c[d]*?'", "", "A", "a")]
    assert names[0].startswith("…")
    assert names[0].endswith("问题清单汇总表")
    assert names[1].endswith("（2）")
    assert names[2:] == ["abcd", "表", "A", "a（2）"]
    assert all(len(name) <= 31 for name in names)


def test_the_same_workbook_gives_the_same_bytes() -> None:
    def made() -> bytes:
        workbook = Workbook()
        workbook.worksheets[0]["A1"] = "字"
        set_print(workbook.worksheets[0], PrintSetup(1, 1, 1, mark="征求意见稿 & 样稿"))
        return to_bytes(workbook, "题")

    assert made() == made()
    again = load_workbook(io.BytesIO(made()))
    assert again.properties.title == "题"
    assert again.worksheets[0].print_title_rows == "$1:$1"
    header = again.worksheets[0].oddHeader
    assert header is not None
    assert header.right is not None
    assert header.right.text == "征求意见稿 && 样稿"
