"""Plain lists for people as workbooks: a title, lines above, one table, lines below; A4, the same bytes each time."""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec import Struct
from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from reporter.ooxml.workbook import PrintSetup, set_print, sheet_name, to_bytes, write_text

_THIN = Side(style="thin", color="000000")
_EDGE = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_PITCH = 20
"""Height of a line above or below the table, in pt."""
_TITLE, _HEAD, _BODY = Font(name="黑体", size=16), Font(name="黑体", size=10.5), Font(name="宋体", size=10.5)


class Listed(Struct, frozen=True):
    """A list. `columns` are (label, width in digits, left or center); every row has as many texts."""

    title: str
    columns: Sequence[tuple[str, float, str]]
    rows: Sequence[Sequence[str]]
    above: Sequence[str] = ()
    below: Sequence[str] = ()
    landscape: bool = False
    mark: str = ""
    """At the right of the page header, e.g. 样稿."""


def workbook_of(listed: Listed) -> bytes:
    """The workbook; raises InputError for texts that a cell cannot hold."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = sheet_name(listed.title, set())
    width = len(listed.columns)
    for number, (_, digits, _) in enumerate(listed.columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = digits
    _line(sheet, 1, width, listed.title, _TITLE, "center")
    sheet.row_dimensions[1].height = 30
    for number, text in enumerate(listed.above, 2):
        _line(sheet, number, width, text, _BODY, "left")
    head = 2 + len(listed.above)
    _row(sheet, head, [label for label, _, _ in listed.columns], ["center"] * width, _HEAD)
    for number, texts in enumerate(listed.rows, head + 1):
        _row(sheet, number, texts, [align for _, _, align in listed.columns], _BODY)
    last = head + len(listed.rows)
    for number, text in enumerate(listed.below, last + 1):
        _line(sheet, number, width, text, _BODY, "left")
    rows = last + len(listed.below)
    set_print(sheet, PrintSetup(head, rows, width, landscape=listed.landscape, mark=listed.mark))
    return to_bytes(workbook, listed.title)


def _cell(sheet: Worksheet, row: int, column: int) -> Cell:
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)  # nothing is merged before it is written
    return cell


def _line(sheet: Worksheet, row: int, width: int, text: str, font: Font, align: str) -> None:
    cell = _cell(sheet, row, 1)
    write_text(cell, text)
    cell.font, cell.alignment = font, Alignment(horizontal=align, vertical="center", wrap_text=True)
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=width)
    room = sum(sheet.column_dimensions[get_column_letter(number)].width for number in range(1, width + 1))
    sheet.row_dimensions[row].height = _PITCH * max(
        1, math.ceil(2 * len(text) / room)
    )  # merged cells do not grow


def _row(sheet: Worksheet, row: int, texts: Sequence[str], aligns: Sequence[str], font: Font) -> None:
    for column, (text, align) in enumerate(zip(texts, aligns, strict=True), 1):
        cell = _cell(sheet, row, column)
        write_text(cell, text)
        cell.font, cell.border = font, _EDGE
        cell.alignment = Alignment(horizontal=align, vertical="center", wrap_text=True)
