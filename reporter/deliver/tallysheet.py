"""The sheet of a 数据核对表. openpyxl makes it once with every look that a cell may have; each table is that mould with
its own rows, written as text: a county has a form of ten figures, and a province has 3,200 counties."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from reporter.errors import InputError
from reporter.ooxml.workbook import MAX_CELL, PrintSetup, set_print, to_bytes, write_number, write_text
from reporter.ooxml.zipping import pack
from reporter.text import control_characters

COLUMNS = (
    ("序号", 5, "center"),
    ("数值", 10, "center"),
    ("指标名称", 20, "left"),
    ("页码", 5, "center"),
    ("所在句子", 42, "left"),
    ("计算式", 24, "left"),
    ("来源文件", 16, "left"),
    ("工作表", 12, "left"),
    ("单元格", 20, "left"),
    ("类型", 6, "center"),
    ("核对", 5, "center"),
)  # widths in Excel's digits
_HEAD = 3
"""Row of the column labels."""
_NUMBERS = frozenset({"序号", "页码"})
_STRONG = frozenset({"数值", "类型"})
_TITLE = "TITLE-OF-THE-TABLE"
_FORMS = ("", "1", "=")
"""Samples of a cell: empty, a text (or a number where the column counts), a text that looks like a formula."""
_SHEET, _BOOK, _CORE = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "docProps/core.xml"
_ROW = re.compile(r'<row r="(\d+)".*?</row>', re.DOTALL)
_STYLE = re.compile(r'<c r="([A-Z]+)\d+" s="(\d+)"')
_MERGED = re.compile(r"<mergeCells.*?</mergeCells>", re.DOTALL)
_THIN = Side(style="thin", color="000000")
_EDGE = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: a text for each of `COLUMNS`; `bold` makes value and sort stand out."""

    texts: tuple[str, ...]
    bold: bool = False


@dataclass(frozen=True, slots=True)
class _Mould:
    """Parts of the package, the sheet in three pieces, and the number of each look's style."""

    members: dict[str, bytes]
    before: str
    foot: str
    after: str
    styles: dict[tuple[bool, str, int], str]
    """Bold, form of the cell, column from 0 → attribute s."""


def written(title: str, rows: Sequence[Row], *, sample: bool) -> bytes:
    """The workbook. Raises InputError for a text that no cell holds."""
    mould = _mould(sample)
    last = _HEAD + len(rows) + 1
    lines = [_line(mould, number, row) for number, row in enumerate(rows, _HEAD + 1)]
    name = escape(title, quote=False)
    sheet = "".join((mould.before.replace(_TITLE, name), *lines, mould.foot, mould.after)).replace(
        _LAST, str(last)
    )
    members = dict(mould.members)
    members[_SHEET] = sheet.encode("ascii", "xmlcharrefreplace")
    members[_BOOK] = members[_BOOK].replace(_LAST.encode(), str(last).encode())
    members[_CORE] = members[_CORE].replace(_TITLE.encode(), name.encode())
    return pack(members)


def _line(mould: _Mould, number: int, row: Row) -> str:
    return f'<row r="{number}">{"".join(_cells(mould, number, row))}</row>'


def _cells(mould: _Mould, number: int, row: Row) -> Iterator[str]:
    for column, text in enumerate(row.texts):
        place = f"{_LETTERS[column]}{number}"
        form = _form(text)
        style = mould.styles[row.bold, form, column]
        if not text:
            yield f'<c r="{place}" s="{style}"/>'
        elif COLUMNS[column][0] in _NUMBERS and text.isdecimal():
            yield f'<c r="{place}" s="{style}" t="n"><v>{text}</v></c>'
        else:
            yield f'<c r="{place}" s="{style}" t="inlineStr"><is><t{_kept(text)}>{_safe(text, place)}</t></is></c>'


def _form(text: str) -> str:
    return "" if not text else "=" if text[0] in "=+-@" else "1"


def _kept(text: str) -> str:
    return ' xml:space="preserve"' if text != text.strip() or "\n" in text else ""


def _safe(text: str, place: str) -> str:
    if control_characters(text):
        message = f"单元格 {place} 的文字含有不可见的控制字符：{text[:20]!r}"
        raise InputError(message, "请在原表里删去这些字符")
    if len(text) > MAX_CELL:
        message = f"单元格 {place} 的文字有 {len(text)} 个字符，超过 Excel 的上限 {MAX_CELL}"
        raise InputError(message, "请拆成几行")
    return escape(text, quote=False)


_LETTERS = tuple(get_column_letter(number) for number in range(1, len(COLUMNS) + 1))
_LAST = "987654"
"""Stands for the row of the foot while the mould is made; no table is so long."""


@lru_cache(maxsize=2)
def _mould(sample: bool) -> _Mould:
    """Made by openpyxl: head, a row for each look, foot; its pieces are then cut out."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "数据核对表"
    _head(sheet)
    looks = [(bold, form) for bold in (False, True) for form in _FORMS]
    for number, (bold, form) in enumerate(looks, _HEAD + 1):
        _sample(sheet, number, form, bold=bold)
    foot = _HEAD + len(looks) + 1
    merged = _foot(sheet, foot)
    set_print(sheet, PrintSetup(_HEAD, foot, len(COLUMNS), landscape=True, mark="样稿" if sample else ""))
    with zipfile.ZipFile(io.BytesIO(to_bytes(workbook, f"数据核对表：{_TITLE}"))) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    text = members.pop(_SHEET).decode()
    members[_BOOK] = members[_BOOK].replace(f"${foot}<".encode(), f"${_LAST}<".encode())
    found = {int(row[1]): row for row in _ROW.finditer(text)}
    styles = {
        (*look, _LETTERS.index(letters)): style
        for number, look in enumerate(looks, _HEAD + 1)
        for letters, style in _STYLE.findall(found[number][0])
    }
    before = text[: found[_HEAD + 1].start()].replace(f":{_LETTERS[-1]}{foot}", f":{_LETTERS[-1]}{_LAST}")
    below = re.sub(rf'(?<=")([A-Z]*){foot}(?=")', rf"\g<1>{_LAST}", found[foot][0])
    return _Mould(members, before, below, _MERGED.sub(merged, text[found[foot].end() :]), styles)


def _head(sheet: Worksheet) -> None:
    for row, text, font in (
        (1, "数据核对表", Font(name="黑体", size=16)),
        (2, _TITLE, Font(name="宋体", size=10.5)),
    ):
        _put(sheet, row, 1, text, "center", font)
    sheet.row_dimensions[1].height = 26
    for position, (label, digits, _) in enumerate(COLUMNS, 1):
        _put(sheet, _HEAD, position, label, "center", Font(name="黑体", size=10.5)).border = _EDGE
        sheet.column_dimensions[get_column_letter(position)].width = digits


def _sample(sheet: Worksheet, row: int, form: str, *, bold: bool) -> None:
    for position, (label, _, align) in enumerate(COLUMNS, 1):
        font = Font(name="宋体", size=10.5, bold=bold and label in _STRONG)
        _put(sheet, row, position, form, align, font).border = _EDGE


def _foot(sheet: Worksheet, row: int) -> str:
    """Writes it; the joined cells of the whole sheet, in order (openpyxl has them in that of a set)."""
    width = len(COLUMNS)
    spots = ((1, 4, "核对人："), (5, 6, "复核人："), (7, width, "日期：　　　　年　　月　　日"))
    joined = [f"A{number}:{_LETTERS[-1]}{number}" for number in (1, 2)]
    for first, last, text in spots:
        _put(sheet, row, first, text, "left", Font(name="宋体", size=12))
        joined.append(f"{_LETTERS[first - 1]}{_LAST}:{_LETTERS[last - 1]}{_LAST}")
    sheet.row_dimensions[row].height = 36
    sheet.merge_cells("A1:B1")  # so that there is a list of them
    cells = "".join(f'<mergeCell ref="{one}"/>' for one in joined)
    return f'<mergeCells count="{len(joined)}">{cells}</mergeCells>'


def _put(sheet: Worksheet, row: int, column: int, text: str, align: str, font: Font) -> SheetCell:
    cell = sheet.cell(row, column)
    assert isinstance(cell, SheetCell)
    as_number = row > _HEAD and COLUMNS[column - 1][0] in _NUMBERS
    (write_number if as_number else write_text)(cell, text)
    cell.font = font
    cell.alignment = Alignment(horizontal=align, vertical="center", wrap_text=True)
    return cell
