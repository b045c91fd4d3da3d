"""The three-column 修改对照表 (原文、修改后、说明) as DOCX and XLSX: one row a change, in document order."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.styles.colors import Color
from openpyxl.worksheet.worksheet import Worksheet

from reporter.diff.entries import Entry, entries
from reporter.diff.model import Comparison, Edit, Material
from reporter.diff.said import counted, visible
from reporter.diff.sourced import origins
from reporter.diff.tabledocx import Line, Piece, write
from reporter.ooxml.celltext import MAX_CELL
from reporter.ooxml.workbook import PrintSetup, set_print, to_bytes, write_text
from reporter.text import within
from reporter.typeset.standard import ERHAO_PT, XIAOSIHAO_PT

HEAD = ("序号", "原文", "修改后", "说明")
TITLE = "修改对照表"
SOURCES = "数字来源"
SAME = "两稿没有差别。"
_WIDTHS = (6.0, 50.0, 50.0, 44.0)
"""Columns of the sheet in digits of the default font."""
_CUT, _ADD = "FF9B0000", "FF0A3D8F"
_HEI, _SONG, _FANG = "黑体", "方正小标宋简体", "仿宋_GB2312"
_SIZE = XIAOSIHAO_PT
_LINE = 80
"""Characters of a line over all columns."""
_THIN = Side(style="thin", color="000000")
_FRAME = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_MARGINS = {"left": 18.0, "right": 18.0, "top": 18.0, "bottom": 18.0, "header": 8.0, "footer": 8.0}


class Part(Struct, frozen=True):
    """A stretch of a cell's text and how it is marked."""

    text: str
    op: str = "equal"


def docx(comparison: Comparison) -> bytes:
    """The table as a Word file on A4 landscape, the header row repeated on every page."""
    rows = [
        (
            (Line((Piece(str(number)),)),),
            _lines(_side(entry.old)),
            _lines(_side(entry.new)),
            tuple(Line((Piece(line, "head" if not at else ""),)) for at, line in enumerate(_notes(entry))),
        )
        for number, entry in enumerate(entries(comparison), 1)
    ]
    return write(TITLE, _about(comparison), HEAD, rows, _sources(comparison))


def xlsx(comparison: Comparison) -> bytes:
    """The table as a sheet: deleted text struck, inserted text underlined, both in colour."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = TITLE
    for letter, width in zip("ABCD", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    above = (TITLE, *_about(comparison))
    for row, line in enumerate(above, 1):
        _above(sheet, row, line)
    head = len(above) + 1
    for column, label in enumerate(HEAD, 1):
        _put(sheet, (head, column), (Part(label),), Font(name=_HEI, size=_SIZE), "center")
    found = entries(comparison)
    for number, entry in enumerate(found, 1):
        notes = Part("\n".join(_notes(entry)))
        texts = (Part(str(number)),), _side(entry.old), _side(entry.new), (notes,)
        for column, parts in enumerate(texts, 1):
            align = "center" if column == 1 else "left"
            _put(sheet, (head + number, column), parts, Font(name=_FANG, size=_SIZE), align)
    for row, line in enumerate(_sources(comparison), head + len(found) + 1):
        _above(sheet, row, line)
    set_print(
        sheet,
        PrintSetup(
            head, head + len(found) + len(_sources(comparison)), len(HEAD), landscape=True, margins=_MARGINS
        ),
    )
    return to_bytes(workbook, TITLE)


def _above(sheet: Worksheet, row: int, line: str) -> None:
    """The title, the lines below it and those below the table, each over all columns."""
    title = row == 1
    font = Font(name=_SONG, size=ERHAO_PT) if title else Font(name=_FANG, size=_SIZE)
    _put(sheet, (row, 1), (Part(line),), font, "center" if title else "left")
    sheet.cell(row, 1).border = Border()
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(HEAD))
    sheet.row_dimensions[row].height = (36 if title else 18) * (1 + len(line) // _LINE)


def _put(sheet: Worksheet, at: tuple[int, int], parts: Sequence[Part], font: Font, align: str) -> None:
    """One cell: text that is marked as rich text, other text as text."""
    cell = sheet.cell(*at)
    assert isinstance(cell, Cell)
    cell.font, cell.border = font, _FRAME
    cell.alignment = Alignment(horizontal=align, vertical="top", wrap_text=True)
    if any(part.op != "equal" for part in parts):
        cell.value = _rich(parts)
    else:
        write_text(cell, within("".join(part.text for part in parts), MAX_CELL))


def _sources(comparison: Comparison) -> tuple[str, ...]:
    """The derivations of the changed figures, each once, under the table."""
    found = [f"来源{one.number}　{one.said}" for one in origins(comparison).values()]
    return (SOURCES, *found) if found else ()


def _about(comparison: Comparison) -> tuple[str, ...]:
    """What is compared, and how much is different."""
    told = "，".join(counted(comparison)) + "。" if not comparison.same else SAME
    return f"原稿：{_named(comparison.old)}", f"新稿：{_named(comparison.new)}", told


def _named(side: Material) -> str:
    return visible("　".join(part for part in (side.name, side.title) if part))


def _notes(entry: Entry) -> list[str]:
    """Where, then what sort."""
    path = f"{entry.path} › " if entry.path else ""
    return [visible(path + entry.place), *(visible(note) for note in entry.notes)]


def _side(edits: Sequence[Edit]) -> tuple[Part, ...]:
    """The pieces of one side; （无） when there is nothing."""
    return tuple(Part(visible(edit.text), edit.op) for edit in edits) or (Part("（无）"),)


def _lines(parts: Sequence[Part]) -> tuple[Line, ...]:
    """The pieces parted at line ends."""
    found: list[list[Piece]] = [[]]
    for part in parts:
        for at, text in enumerate(part.text.split("\n")):
            if at:
                found.append([])
            if text:
                found[-1].append(Piece(text, part.op if part.op != "equal" else ""))
    return tuple(Line(tuple(line)) for line in found)


def _rich(parts: Sequence[Part]) -> CellRichText:
    blocks: list[TextBlock] = []
    room = MAX_CELL
    for part in parts:
        text = part.text[:room]
        room -= len(text)
        if text:
            blocks.append(TextBlock(_font(part.op), text))
    return CellRichText(*blocks)


def _font(op: str) -> InlineFont:
    if op == "delete":
        return InlineFont(rFont=_FANG, sz=_SIZE, strike=True, color=Color(_CUT))
    if op == "insert":
        return InlineFont(rFont=_FANG, sz=_SIZE, u="single", color=Color(_ADD))
    return InlineFont(rFont=_FANG, sz=_SIZE)
