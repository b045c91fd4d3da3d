"""Reading what a command answered, and spoiling a workbook as a tired clerk would."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl
from click.testing import Result


def data(result: Result) -> dict[str, Any]:
    """The one object on standard output."""
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def break_cell(workbook: Path, header: str, value: object) -> str:
    """Puts `value` under the first column with that header, in its second row of data; returns the cell."""
    book = openpyxl.load_workbook(workbook)
    sheet = book.worksheets[0]
    head = next(cell for row in sheet.iter_rows(max_row=6) for cell in row if cell.value == header)
    cell = sheet.cell(head.row + 2, head.column)
    cell.value = value
    book.save(workbook)
    return str(cell.coordinate)
