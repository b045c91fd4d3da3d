"""A finished .xlsx → the texts of its cells as they are shown."""

from __future__ import annotations

import io
import warnings
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from msgspec import Struct

from reporter.artefacts.source import Source, load
from reporter.errors import InputError
from reporter.ooxml.container import open_container, read_part


class XlsxSheet(Struct, frozen=True):
    """Rows of shown cell texts, empty cells included as empty strings."""

    name: str
    rows: tuple[tuple[str, ...], ...]


class XlsxFacts(Struct, frozen=True):
    sheets: tuple[XlsxSheet, ...]


def read_xlsx(source: Source) -> XlsxFacts:
    """Raises InputError (BadContainer) for what is no .xlsx, is encrypted, damaged or unpacks too large."""
    from openpyxl import load_workbook  # noqa: PLC0415 - slow to load: only what reads a workbook waits for it
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    data = load(source)
    with open_container(data) as container:
        for name in container.namelist():
            if name.endswith((".xml", ".rels")):
                read_part(container, name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # openpyxl warns of parts it does not keep; nothing is written back
            workbook = load_workbook(io.BytesIO(data), data_only=True)
    except (InvalidFileException, KeyError, ValueError, TypeError) as error:
        raise InputError(
            "这不是 Excel 工作簿（.xlsx），或已损坏", "用 Excel 或 WPS 打开后另存为 .xlsx"
        ) from error
    sheets = []
    for sheet in workbook.worksheets:
        rows = tuple(
            tuple(shown(cell.value, cell.number_format) for cell in row) for row in sheet.iter_rows()
        )
        sheets.append(XlsxSheet(sheet.title, rows))
    return XlsxFacts(tuple(sheets))


def shown(value: Any, number_format: str) -> str:
    """A value as Excel shows it, for text, whole numbers, fixed decimals, thousands and percentages."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime | date):
        return value.strftime("%Y-%m-%d")
    if not isinstance(value, int | float | Decimal):
        return str(value)
    shape = number_format.partition(";")[0]
    number = Decimal(str(value))
    if shape.endswith("%"):
        return format(number * 100, f"{_grouping(shape)}.{_decimals(shape[:-1])}f") + "%"
    if shape in {"General", "@"}:
        return format(number.normalize(), "f")
    return format(number, f"{_grouping(shape)}.{_decimals(shape)}f")


def _grouping(shape: str) -> str:
    return "," if "," in shape else ""


def _decimals(shape: str) -> int:
    return len(shape.partition(".")[2].rstrip("_) ")) if "." in shape else 0
