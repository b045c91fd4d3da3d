"""Workbooks as clerks keep them: merged titles, notes below, dates in every form, digits of every width."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

Cells = dict[str, object]
_THIN = Border(*(Side(style="thin"),) * 4)
_FULL = str.maketrans("0123456789", "０１２３４５６７８９")
DateStyle = Callable[[date], object]


def _excel_date(day: date) -> object:
    return datetime.combine(day, time())


DATE_STYLES: tuple[DateStyle, ...] = (
    _excel_date,
    lambda day: f"{day.year}年{day.month}月{day.day}日",
    lambda day: f"{day.year}.{day.month}.{day.day}",
    _excel_date,
    lambda day: (day - date(1899, 12, 30)).days,
    lambda day: f"{day:%Y/%m/%d}",
    lambda day: f"{day.year}年{day.month}月{day.day}日".translate(_FULL),
    lambda day: f"{day:%Y-%m-%d} ",
)
"""How the eight people who keep the lists write a date; the fifth one's Excel shows serial numbers."""


@dataclass
class Sheet:
    """One sheet to write; `merge` is the column that is merged over equal values."""

    name: str
    title: str
    subtitle: str
    rows: Sequence[Cells]
    notes: Sequence[str] = ()
    labels: dict[str, str] = field(default_factory=dict)
    """Label of the rows → header as it stands in the sheet."""
    merge: str | None = None
    helper: str | None = None
    """Header of a hidden column that somebody once needed."""
    widths: dict[str, float] = field(default_factory=dict)
    hands: Callable[[int, Cells], int] = lambda index, cells: index // 6
    """Which of the clerks' hands wrote the row."""


def write(book: Workbook, sheet: Sheet) -> None:
    """Adds the sheet to `book`."""
    page = book.create_sheet(sheet.name)
    labels = ["序号", *sheet.rows[0]]
    headers = [sheet.labels.get(label, label) for label in labels]
    if sheet.helper:
        headers.append(sheet.helper)
    last = get_column_letter(len(headers))
    _banner(page, f"A1:{last}1", sheet.title, Font(name="方正小标宋简体", size=18))
    _banner(page, f"A2:{last}2", sheet.subtitle, Font(name="仿宋_GB2312", size=11))
    for column, header in enumerate(headers, start=1):
        cell = page.cell(3, column, header)
        cell.font = Font(name="黑体", size=11)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.fill = PatternFill("solid", fgColor="DDEBF7")
        cell.border = _THIN
        page.column_dimensions[get_column_letter(column)].width = sheet.widths.get(header, 13)
    for index, cells in enumerate(sheet.rows):
        _row(page, 4 + index, index, cells, sheet.hands(index, cells))
        if sheet.helper:
            page.cell(4 + index, len(headers), index % 3)
    if sheet.helper:
        page.column_dimensions[last].hidden = True
    if sheet.merge:
        _merge(page, labels.index(sheet.merge) + 1, [cells[sheet.merge] for cells in sheet.rows])
    _notes(page, 4 + len(sheet.rows), last, sheet.notes)
    page.freeze_panes = "D4"


def _banner(page: Worksheet, area: str, text: str, font: Font) -> None:
    page.merge_cells(area)
    cell = page[area.partition(":")[0]]
    cell.value, cell.font = text, font
    cell.alignment = Alignment(horizontal="center" if font.size > 12 else "left", vertical="center")


def _row(page: Worksheet, number: int, index: int, cells: Cells, hand: int) -> None:
    page.cell(number, 1, index + 1).border = _THIN
    for column, (label, value) in enumerate(cells.items(), start=2):
        cell = page.cell(number, column, written(label, value, hand, 5 * number + column))
        cell.border = _THIN
        cell.font = Font(name="宋体", size=10)
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        if isinstance(cell.value, datetime):
            cell.number_format = "yyyy\\-mm\\-dd" if number % 2 else 'yyyy"年"m"月"d"日"'
        elif isinstance(value, str):
            cell.number_format = "@"


def written(label: str, value: object, hand: int, number: int) -> Any:
    """The value as the person with this hand types it; `number` varies it from cell to cell."""
    if isinstance(value, date):
        return DATE_STYLES[hand % len(DATE_STYLES)](value)
    if isinstance(value, int | Decimal) or (label == "数值" and isinstance(value, str)):
        return _number(Decimal(value), hand, number)
    if isinstance(value, str) and label in {"养老机构名称", "机构名称", "隐患来源", "状态", "检查单位"}:
        return value + (" ", "", "\u3000", "", "")[number % 5 if hand % 2 else 1]
    return value


def _number(value: Decimal, hand: int, number: int) -> object:
    plain: int | float = int(value) if value == value.to_integral() else float(value)
    if (hand + number) % 11 == 3:
        return str(value)
    if (hand + number) % 13 == 5:
        return f"{value}".translate(_FULL)
    return f" {value} " if (hand + number) % 17 == 7 else plain


def _merge(page: Worksheet, column: int, values: Sequence[object]) -> None:
    """Merges runs of equal values, as ledgers show the home once beside all its hazards."""
    start = 0
    letter = get_column_letter(column)
    for end in range(1, len(values) + 1):
        if end == len(values) or values[end] != values[start]:
            if end - start > 1:
                for row in range(start + 1, end):
                    page[f"{letter}{4 + row}"].value = None
                page.merge_cells(f"{letter}{4 + start}:{letter}{3 + end}")
            start = end


def _notes(page: Worksheet, row: int, last: str, notes: Iterable[str]) -> None:
    for offset, note in enumerate(notes, start=1):
        _banner(page, f"A{row + offset}:{last}{row + offset}", note, Font(name="仿宋_GB2312", size=10))
