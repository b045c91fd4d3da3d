"""数据核对表: every printed figure of a filing with its sentence and the cells behind it, to be ticked off by
hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from reporter.document.model import Document
from reporter.document.naming import name_of
from reporter.facts.fact import Fact
from reporter.ooxml.workbook import PrintSetup, set_print, to_bytes, write_number, write_text
from reporter.refs import Cell, column_letters, split_ref
from reporter.typeset.occurrences import Occurrence, occurrences

PageOf = Callable[[Occurrence], int]
"""The page of an occurrence from 1, 0 when unknown."""
MAX_RANGES = 12
"""Ranges of one sheet that are printed; `explain` gives the rest."""
_COLUMNS = (
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
_BOX = "□"
_THIN = Side(style="thin", color="000000")
_EDGE = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_KINDS = {"覆盖": 0, "填报": 1, "推导": 2}


@dataclass(frozen=True, slots=True)
class Line:
    """One printed figure. `sources` are (file, sheet, ranges), one for each sheet that it was made from."""

    text: str
    label: str
    page: int
    sentence: str
    place: str
    formula: str
    sources: tuple[tuple[str, str, str], ...]
    kind: str
    """覆盖 (overruled by hand), 填报 (typed) or 推导 (derived)."""


def lines(
    document: Document,
    facts: Mapping[str, Fact],
    answers: Mapping[str, Fact] | None = None,
    page_of: PageOf | None = None,
) -> tuple[Line, ...]:
    """All printed figures, overruled ones first, then typed, then derived, each in the order of the paper.

    `facts` is by address, `answers` by code (for answers that stand in the form as they were typed).
    """
    known = {"fact": facts, "answer": answers or {}}
    found = []
    for occurrence in occurrences(document):
        kind, name = split_ref(occurrence.ref)
        fact = known[kind].get(name) if kind in known else None
        if fact is None:
            continue
        page = page_of(occurrence) if page_of else 0
        sources = tuple(_sources(_cells(fact, facts)))
        found.append(
            Line(
                occurrence.text, fact.label, page, occurrence.sentence, occurrence.place, fact.formula,
                sources, "覆盖" if fact.overruled else "填报" if fact.typed else "推导",
            )
        )  # fmt: skip
    return in_order(found)


def in_order(found: Iterable[Line]) -> tuple[Line, ...]:
    """Overruled figures first, then typed, then derived; those of a sort stay in their order."""
    return tuple(sorted(found, key=lambda line: _KINDS[line.kind]))


def tally(document: Document, found: tuple[Line, ...]) -> bytes:
    """The workbook: A4 landscape, header repeated, lines for the checker's name and date below."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "数据核对表"
    title = name_of(document)
    _head(sheet, title)
    for number, line in enumerate(found, 1):
        _write_line(sheet, number, line)
    last = _foot(sheet, len(found))
    mark = "样稿" if document.sample else ""
    set_print(sheet, PrintSetup(_HEAD, last, len(_COLUMNS), landscape=True, mark=mark))
    return to_bytes(workbook, f"数据核对表：{title}")


def compact(cells: Iterable[Cell]) -> str:
    """Cells of one sheet as ranges down their columns: `D5:D20、D25`; lines of text files as `第3行`."""
    ranges = list(_ranges(sorted(set(cells), key=lambda cell: (cell.column, cell.row))))
    if len(ranges) <= MAX_RANGES:
        return "、".join(ranges)
    return "、".join(ranges[:MAX_RANGES]) + f" 等{len(ranges)}处"


def _ranges(cells: list[Cell]) -> Iterator[str]:
    for _, run in groupby(enumerate(cells), key=lambda pair: (pair[1].column, pair[1].row - pair[0])):
        block = [cell for _, cell in run]
        first, last = block[0], block[-1]
        if not first.column or first == last:
            yield from (cell.a1 for cell in block if cell.a1)
        else:
            letters = column_letters(first.column)
            yield f"{letters}{first.row}:{letters}{last.row}"


def _cells(fact: Fact, facts: Mapping[str, Fact]) -> set[Cell]:
    """The fact's own cells, or those of the facts that it was made of."""
    found: set[Cell] = set()
    waiting, seen = [fact], {fact.address}
    while waiting:
        current = waiting.pop()
        found.update(current.cells)
        if not current.cells:
            below = [address for address in current.inputs if address in facts and address not in seen]
            seen.update(below)
            waiting += [facts[address] for address in below]
    return found


def _sources(cells: set[Cell]) -> Iterator[tuple[str, str, str]]:
    ordered = sorted(cells, key=lambda cell: (cell.file, cell.sheet))
    for (file, sheet), group in groupby(ordered, key=lambda cell: (cell.file, cell.sheet)):
        yield file, sheet, compact(group)


def _head(sheet: Worksheet, title: str) -> None:
    width = len(_COLUMNS)
    for row, text, font in (
        (1, "数据核对表", Font(name="黑体", size=16)),
        (2, title, Font(name="宋体", size=10.5)),
    ):
        _put(sheet, row, 1, text, "center", font)
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=width)
    sheet.row_dimensions[1].height = 26
    for position, (label, digits, _) in enumerate(_COLUMNS, 1):
        _put(sheet, _HEAD, position, label, "center", Font(name="黑体", size=10.5)).border = _EDGE
        sheet.column_dimensions[get_column_letter(position)].width = digits


def _write_line(sheet: Worksheet, number: int, line: Line) -> None:
    sources = line.sources or (("", "", ""),)
    files, sheets, ranges = ("\n".join(source[part] for source in sources) for part in range(3))
    where = f"（{line.place}）{line.sentence}"
    page = str(line.page) if line.page else ""
    texts = (
        str(number),
        line.text,
        line.label,
        page,
        where,
        line.formula,
        files,
        sheets,
        ranges,
        line.kind,
        _BOX,
    )
    row = number + _HEAD
    for position, (text, (label, _, align)) in enumerate(zip(texts, _COLUMNS, strict=True), 1):
        font = Font(name="宋体", size=10.5, bold=line.kind != "推导" and label in {"数值", "类型"})
        _put(sheet, row, position, text, align, font).border = _EDGE


def _foot(sheet: Worksheet, count: int) -> int:
    row = count + _HEAD + 1
    width = len(_COLUMNS)
    spots = ((1, 4, "核对人："), (5, 6, "复核人："), (7, width, "日期：　　　　年　　月　　日"))
    for first, last, text in spots:
        _put(sheet, row, first, text, "left", Font(name="宋体", size=12))
        sheet.merge_cells(start_row=row, end_row=row, start_column=first, end_column=last)
    sheet.row_dimensions[row].height = 36
    return row


def _put(sheet: Worksheet, row: int, column: int, text: str, align: str, font: Font) -> SheetCell:
    cell = sheet.cell(row, column)
    assert isinstance(cell, SheetCell)
    as_number = row > _HEAD and _COLUMNS[column - 1][0] in {"序号", "页码"}
    (write_number if as_number else write_text)(cell, text)
    cell.font = font
    cell.alignment = Alignment(horizontal=align, vertical="center", wrap_text=True)
    return cell
