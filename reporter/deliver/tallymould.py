"""Makes the empty 数据核对表 that ships: `python -m reporter.deliver.tallymould templates/xlsx`.

openpyxl makes it, once for us all, with every look that a cell may have; `tallysheet` puts the rows in as text and
needs no openpyxl, which is slower to load than a document to make.
"""

from __future__ import annotations

import sys
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.worksheet import Worksheet

from reporter.deliver.tallysheet import (
    COLUMNS,
    FIRST_FOOT,
    HEAD,
    LETTERS,
    LOOKS,
    NUMBERS,
    SPOTS,
    TITLE,
    mould_name,
)
from reporter.ooxml.workbook import PrintSetup, set_print, to_bytes, write_number, write_text

_STRONG = frozenset({"数值", "类型"})
_THIN = Side(style="thin", color="000000")
_EDGE = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)


def build(*, sample: bool) -> bytes:
    """Head, a row for each look, foot; the same bytes every time."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "数据核对表"
    _head(sheet)
    for number, (bold, form) in enumerate(LOOKS, HEAD + 1):
        _sample(sheet, number, form, bold=bold)
    _foot(sheet)
    mark = "样稿" if sample else ""
    set_print(sheet, PrintSetup(HEAD, FIRST_FOOT, len(COLUMNS), landscape=True, mark=mark))
    return to_bytes(workbook, f"数据核对表：{TITLE}")


def _head(sheet: Worksheet) -> None:
    for row, text, font in (
        (1, "数据核对表", Font(name="黑体", size=16)),
        (2, TITLE, Font(name="宋体", size=10.5)),
    ):
        _put(sheet, row, 1, text, "center", font)
    sheet.row_dimensions[1].height = 26
    for position, (label, digits, _) in enumerate(COLUMNS, 1):
        _put(sheet, HEAD, position, label, "center", Font(name="黑体", size=10.5)).border = _EDGE
        sheet.column_dimensions[LETTERS[position - 1]].width = digits


def _sample(sheet: Worksheet, row: int, form: str, *, bold: bool) -> None:
    for position, (label, _, align) in enumerate(COLUMNS, 1):
        font = Font(name="宋体", size=10.5, bold=bold and label in _STRONG)
        _put(sheet, row, position, form, align, font).border = _EDGE


def _foot(sheet: Worksheet) -> None:
    for first, _, text in SPOTS:
        _put(sheet, FIRST_FOOT, first, text, "left", Font(name="宋体", size=12))
    sheet.row_dimensions[FIRST_FOOT].height = 36
    sheet.merge_cells("A1:B1")  # so that there is a list of them


def _put(sheet: Worksheet, row: int, column: int, text: str, align: str, font: Font) -> SheetCell:
    cell = sheet.cell(row, column)
    assert isinstance(cell, SheetCell)
    as_number = row > HEAD and COLUMNS[column - 1][0] in NUMBERS
    (write_number if as_number else write_text)(cell, text)
    cell.font = font
    cell.alignment = Alignment(horizontal=align, vertical="center", wrap_text=True)
    return cell


def main() -> None:
    """Writes both into the folder given."""
    folder = Path(sys.argv[1])
    for sample in (False, True):
        (folder / mould_name(sample=sample)).write_bytes(build(sample=sample))


if __name__ == "__main__":
    main()
