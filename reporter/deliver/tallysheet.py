"""The sheet of a 数据核对表: the mould that `tallymould` made, with every look that a cell may have, and rows of its
own, written as text: a county has a form of ten figures, and a province has 3,200 counties."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import escape
from importlib import resources
from typing import Final, NoReturn

from msgspec import Struct

from reporter.errors import InputError
from reporter.ooxml.celltext import MAX_CELL
from reporter.ooxml.zipping import pack
from reporter.patterns import regex
from reporter.refs import column_letters
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
LETTERS: Final = tuple(column_letters(number) for number in range(1, len(COLUMNS) + 1))
HEAD: Final = 3
"""Row of the column labels."""
LOOKS: Final = tuple((bold, form) for bold in (False, True) for form in ("", "1", "="))
"""The rows of the mould: bold or not, and samples of a cell: empty, a text (or a number where the column counts), a
text that looks like a formula."""
FIRST_FOOT: Final = HEAD + len(LOOKS) + 1
"""Row of the foot in the mould."""
SPOTS: Final = (
    (1, 4, "核对人："),
    (5, 6, "复核人："),
    (7, len(COLUMNS), "日期：　　　　年　　月　　日"),
)
"""The joined cells of the foot: first and last column, text."""
NUMBERS: Final = frozenset({"序号", "页码"})
TITLE: Final = "TITLE-OF-THE-TABLE"
"""Stands in the mould for the title of the document."""
_LAST: Final = "987654"
"""Stands for the row of the foot; no table is so long."""
_TEXTS, _LINES = 1024, 512
"""Texts of cells and whole lines that are remembered: counties print the same sentences and answer with few words."""
_SHEET, _BOOK, _CORE = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "docProps/core.xml"
_ROW = regex(r'<row r="(\d+)".*?</row>', re.DOTALL)
_STYLE = regex(r'<c r="([A-Z]+)\d+" s="(\d+)"')
_MERGED = regex(r"<mergeCells.*?</mergeCells>", re.DOTALL)


class Row(Struct, frozen=True):
    """One line of the table: a text for each of `COLUMNS`; `bold` makes value and sort stand out."""

    texts: tuple[str, ...]
    bold: bool = False


class _Mould(Struct, frozen=True):
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
    last = HEAD + len(rows) + 1
    lines = [_line(sample, number, row) for number, row in enumerate(rows, HEAD + 1)]
    name = escape(title, quote=False)
    sheet = "".join((mould.before.replace(TITLE, name), *lines, mould.foot, mould.after)).replace(
        _LAST, str(last)
    )
    members = dict(mould.members)
    members[_SHEET] = sheet.encode("ascii", "xmlcharrefreplace")
    members[_BOOK] = members[_BOOK].replace(_LAST.encode(), str(last).encode())
    members[_CORE] = members[_CORE].replace(TITLE.encode(), name.encode())
    return pack(members)


@lru_cache(maxsize=_LINES)
def _line(sample: bool, number: int, row: Row) -> str:
    return f'<row r="{number}">{"".join(_cells(_mould(sample), number, row))}</row>'


def _cells(mould: _Mould, number: int, row: Row) -> Iterator[str]:
    for column, text in enumerate(row.texts):
        place = f"{LETTERS[column]}{number}"
        form = _form(text)
        style = mould.styles[row.bold, form, column]
        if not text:
            yield f'<c r="{place}" s="{style}"/>'
        elif COLUMNS[column][0] in NUMBERS and text.isdecimal():
            yield f'<c r="{place}" s="{style}" t="n"><v>{text}</v></c>'
        else:
            shown = _shown(text) or _refuse(text, place)
            yield f'<c r="{place}" s="{style}" t="inlineStr"><is>{shown}</is></c>'


def _form(text: str) -> str:
    return "" if not text else "=" if text[0] in "=+-@" else "1"


@lru_cache(maxsize=_TEXTS)
def _shown(text: str) -> str:
    """The text as the sheet holds it; empty for one that no cell holds."""
    if control_characters(text) or len(text) > MAX_CELL:
        return ""
    kept = ' xml:space="preserve"' if text != text.strip() or "\n" in text else ""
    return f"<t{kept}>{escape(text, quote=False)}</t>"


def _refuse(text: str, place: str) -> NoReturn:
    if control_characters(text):
        message = f"单元格 {place} 的文字含有不可见的控制字符：{text[:20]!r}"
        raise InputError(message, "请在原表里删去这些字符")
    message = f"单元格 {place} 的文字有 {len(text)} 个字符，超过 Excel 的上限 {MAX_CELL}"
    raise InputError(message, "请拆成几行")


def mould_name(*, sample: bool) -> str:
    """The file of the mould, in `templates/xlsx`."""
    return "tally-sample.xlsx" if sample else "tally.xlsx"


@lru_cache(maxsize=2)
def _mould(sample: bool) -> _Mould:
    """The shipped workbook, cut into its pieces."""
    file = resources.files("reporter.templates.xlsx") / mould_name(sample=sample)
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    text = members.pop(_SHEET).decode()
    members[_BOOK] = members[_BOOK].replace(f"${FIRST_FOOT}<".encode(), f"${_LAST}<".encode())
    found = {int(row[1]): row for row in _ROW.finditer(text)}
    styles = {
        (*look, LETTERS.index(letters)): style
        for number, look in enumerate(LOOKS, HEAD + 1)
        for letters, style in _STYLE.findall(found[number][0])
    }
    before = text[: found[HEAD + 1].start()].replace(f":{LETTERS[-1]}{FIRST_FOOT}", f":{LETTERS[-1]}{_LAST}")
    below = re.sub(rf'(?<=")([A-Z]*){FIRST_FOOT}(?=")', rf"\g<1>{_LAST}", found[FIRST_FOOT][0])
    after = _MERGED.sub(_merged(), text[found[FIRST_FOOT].end() :])
    return _Mould(members, before, below, after, styles)


def _merged() -> str:
    """The joined cells of the whole sheet in order (openpyxl has them in that of a set)."""
    joined = [f"A{number}:{LETTERS[-1]}{number}" for number in (1, 2)]
    joined += (f"{LETTERS[first - 1]}{_LAST}:{LETTERS[last - 1]}{_LAST}" for first, last, _ in SPOTS)
    cells = "".join(f'<mergeCell ref="{one}"/>' for one in joined)
    return f'<mergeCells count="{len(joined)}">{cells}</mergeCells>'
