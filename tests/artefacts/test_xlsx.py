from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import Workbook

from reporter.artefacts.xlsx import read_xlsx, shown
from reporter.errors import InputError
from reporter.ooxml.zipping import pack


@pytest.mark.parametrize(
    ("value", "shape", "text"),
    [
        (None, "General", ""),
        (190, "0", "190"),
        (12300, "#,##0", "12,300"),
        (0.895, "0.0%", "89.5%"),
        (Decimal("0.1"), "0.00", "0.10"),
        (1.5, "General", "1.5"),
        (100, "General", "100"),
        (-3, "0;[Red]-0", "-3"),
        ("字", "@", "字"),
        (True, "General", "TRUE"),
        (date(2026, 3, 6), "yyyy-mm-dd", "2026-03-06"),
    ],
)
def test_values_are_shown_as_excel_shows_them(value: Any, shape: str, text: str) -> None:
    assert shown(value, shape) == text


def test_sheets_come_with_names_and_rows() -> None:
    workbook = Workbook()
    workbook.worksheets[0].title = "台账"
    workbook.worksheets[0].append(["序号", None, 3])
    buffer = io.BytesIO()
    workbook.save(buffer)
    (sheet,) = read_xlsx(buffer.getvalue()).sheets
    assert (sheet.name, sheet.rows) == ("台账", (("序号", "", "3"),))


@pytest.mark.parametrize(
    "data", [b"", b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<html>", pack({"a": b"b"})]
)
def test_what_is_no_workbook_is_a_clear_error(data: bytes) -> None:
    with pytest.raises(InputError):
        read_xlsx(data)
