"""Blank workbooks: headers from the records, drop-down lists, formats, and a sheet that says what to fill in."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from reporter.intake.drafts import kinds
from reporter.ooxml.workbook import to_bytes
from reporter.records.base import Column, Record
from reporter.records.figure import Answer, Override
from reporter.records.workspace import TABLES

HELP = "填写说明"
LAST_ROW = 3000
"""Down to this row the drop-down lists reach."""
_TOGETHER: dict[type[Record], type[Record]] = {Override: Answer}
"""Tables that live as a further sheet in another table's workbook."""
_FORMATS: dict[type, str] = {str: "@", date: "yyyy-mm-dd", int: "0", Decimal: "General"}
_KINDS: dict[type, str] = {str: "文字", date: "日期，如 2026-03-05", int: "整数", Decimal: "数字"}
_THIN = Side(style="thin", color="FF7F7F7F")
BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
REQUIRED = PatternFill("solid", fgColor="FFFCE4D6")
OPTIONAL = PatternFill("solid", fgColor="FFEDEDED")
_HELP_COLUMNS = (
    ("列", 24),
    ("必填", 8),
    ("填什么", 24),
    ("可选的值", 44),
    ("说明", 40),
    ("也认得的列名", 44),
)


def blank_books() -> dict[str, bytes]:
    """File name → workbook for every table; the same bytes every time."""
    books: dict[str, list[type[Record]]] = {}
    for record in TABLES:
        books.setdefault(_TOGETHER.get(record, record).table, []).append(record)
    return {f"{name}.xlsx": _book(name, records) for name, records in books.items()}


def _book(name: str, records: list[type[Record]]) -> bytes:
    workbook = Workbook()
    for sheet in workbook.worksheets:
        workbook.remove(sheet)
    for record in records:
        _table(workbook.create_sheet(record.table), record)
    _help(workbook.create_sheet(HELP), records)
    return to_bytes(workbook, name)


def header_of(column: Column) -> str:
    """The header as the blank form prints it: the label with its unit of measure."""
    return f"{column.label}（{column.measure}）" if column.measure else column.label


def _table(sheet: Worksheet, record: type[Record]) -> None:
    columns = record.columns()
    title = sheet.cell(1, 1, record.table)
    title.font = Font(size=16, bold=True)
    title.alignment = Alignment(horizontal="center", vertical="center")
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(columns))
    sheet.row_dimensions[1].height = 30
    sheet.row_dimensions[2].height = 36
    for number, (name, column) in enumerate(columns.items(), 1):
        needed = name in record.needed()
        cell = sheet.cell(2, number, header_of(column))
        cell.font = Font(bold=True, color="FFC00000" if needed else "FF000000")
        cell.fill = REQUIRED if needed else OPTIONAL
        cell.border = BORDER
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = max(column.width * 1.2, 9)
        sheet.column_dimensions[letter].number_format = _FORMATS[kinds(record)[name]]
        if column.note:
            cell.comment = Comment(column.note, "填写说明")
        if column.choices:
            _drop_down(sheet, letter, column)
    sheet.freeze_panes = "A3"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:2"


def _drop_down(sheet: Worksheet, letter: str, column: Column) -> None:
    rule = DataValidation(type="list", formula1=f'"{",".join(column.choices)}"', allow_blank=True)
    rule.errorTitle = column.label
    rule.error = f"只能填：{'、'.join(column.choices)}"
    sheet.add_data_validation(rule)
    rule.add(f"{letter}3:{letter}{LAST_ROW}")


def _help(sheet: Worksheet, records: list[type[Record]]) -> None:
    lines = (
        "从第3行起一行填一条；橙色表头必填，灰色表头有就填，没有就留空（不要写“无”或“/”）。",
        "日期写成 2026-03-05；编号、电话按文字填；数字只填数，不写单位。表格下面可以写“说明：……”，不会当成数据。",
        "可以加自己的列，程序不读但也不改动。表头可以改成右边列出的别名，不要改成别的名字。",
    )
    for number, line in enumerate(lines, 1):
        sheet.cell(number, 1, line)
    row = len(lines) + 2
    for record in records:
        sheet.cell(row, 1, f"工作表“{record.table}”").font = Font(bold=True, size=12)
        row += 1
        for number, (label, width) in enumerate(_HELP_COLUMNS, 1):
            cell = sheet.cell(row, number, label)
            cell.font, cell.fill, cell.border = Font(bold=True), OPTIONAL, BORDER
            sheet.column_dimensions[get_column_letter(number)].width = width
        for name, column in record.columns().items():
            row += 1
            needed = "必填" if name in record.needed() else ""
            values = (header_of(column), needed, _KINDS[kinds(record)[name]], "、".join(column.choices),
                      column.note, "、".join(column.aliases))  # fmt: skip
            for number, text in enumerate(values, 1):
                cell = sheet.cell(row, number, text or None)
                cell.border = BORDER
                cell.alignment = Alignment(wrap_text=True, vertical="top")
        row += 2
