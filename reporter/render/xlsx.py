"""Document → XLSX: one sheet a table, the same figures in the same order as on paper, ready to print."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from typing import Any

from msgspec import Struct
from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from reporter.document.inline import Blank, Inlines, plain
from reporter.document.model import Column, Document, Row, Table
from reporter.errors import InputError
from reporter.ooxml.workbook import PrintSetup, set_print, sheet_name, to_bytes, write_number, write_text
from reporter.render.rendered import Rendered
from reporter.typeset.sheets import Sheet, sheets
from reporter.typeset.standard import A3_LANDSCAPE, A4, A4_LANDSCAPE, ERHAO_PT, Page

_PAGES = {
    ("A4", "portrait"): A4,
    ("A4", "landscape"): A4_LANDSCAPE,
    ("A3", "landscape"): A3_LANDSCAPE,
}
_HEI, _SONG, _FANG = "黑体", "方正小标宋简体", "仿宋_GB2312"
_PX_PER_PT = 96 / 72
_PX_PER_DIGIT = 7  # the default font's digit, in which Excel counts column widths
_CELL_PADDING_PX = 5
_THIN = Side(style="thin", color="000000")
_LINE_SPACING = 1.3


def applies(document: Document) -> bool:
    """Whether there is a table for a workbook."""
    return bool(sheets(document))


has_tables = applies


def render(document: Document) -> Rendered:
    """The workbook; raises InputError for a Document without a table or a text that no cell holds."""
    found = sheets(document)
    if not found:
        raise InputError(f"“{plain(document.title)}”里没有表格，不生成 XLSX")
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    taken: set[str] = set()
    mark = "　".join(
        part for part in (document.state if document.state != "定稿" else "", _sample(document)) if part
    )
    for sheet in found:
        worksheet = workbook.create_sheet(sheet_name(_one_line(sheet.title), taken))
        _Writer(worksheet, sheet, _styles(workbook, sheet.table.type_size)).write(mark)
    return Rendered(to_bytes(workbook, _one_line(document.title)))


def _sample(document: Document) -> str:
    return "样稿" if document.sample else ""


def _one_line(inlines: Inlines) -> str:
    return plain(inlines).replace("\n", "")


class _Styles(Struct, frozen=True):
    """Named styles of one type size (they show in Excel's style list, so a clerk can restyle at one
    place)."""

    title: NamedStyle
    line: NamedStyle
    head: NamedStyle
    total: NamedStyle
    body: dict[str, NamedStyle]


def _styles(workbook: Workbook, size: float) -> _Styles:
    border = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
    tag = f"{size:g}"

    def style(name: str, font: Font, horizontal: str, edge: Border | None = None) -> NamedStyle:
        alignment = Alignment(horizontal=horizontal, vertical="center", wrap_text=True)
        made = NamedStyle(name=name, font=font, alignment=alignment, border=edge or Border())
        if name not in workbook.named_styles:
            workbook.add_named_style(made)
        return made

    text = Font(name=_FANG, size=size)
    bold = Font(name=_HEI, size=size)
    return _Styles(
        title=style("公文表标题", Font(name=_SONG, size=ERHAO_PT), "center"),
        line=style(f"公文表上说明{tag}", text, "left"),
        head=style(f"公文表头{tag}", bold, "center", border),
        total=style(f"公文表格合计{tag}", bold, "center", border),
        body={
            align: style(f"公文表格文字{name}{tag}", text, align, border)
            for align, name in (("left", "左"), ("center", "中"), ("right", "右"), ("justify", "两端"))
        },
    )


class _Writer:
    """One sheet: title, lines above, header, rows, lines below, print set-up."""

    def __init__(self, worksheet: Worksheet, sheet: Sheet, styles: _Styles) -> None:
        self.worksheet, self.sheet, self.table, self.styles = worksheet, sheet, sheet.table, styles
        self.columns: Sequence[Column] = sheet.table.columns
        self.row = 0
        self.looks: dict[str, Any] = {}

    def write(self, mark: str) -> None:
        for position, column in enumerate(self.columns, 1):
            pixels = column.width * self.table.type_size * _PX_PER_PT + _CELL_PADDING_PX
            self.worksheet.column_dimensions[get_column_letter(position)].width = round(
                pixels / _PX_PER_DIGIT, 2
            )
        self._title()
        for line in self.table.above:
            self._line(line)
        head = self._head()
        for row in self.table.rows:
            self._table_row(row)
        for line in self.table.below:
            self._line(line)
        set_print(
            self.worksheet,
            PrintSetup(
                head=head,
                rows=self.row,
                columns=len(self.columns),
                landscape=self.table.orientation == "landscape",
                paper=self.table.paper,
                margins=_margins(_page(self.table)),
                mark=mark,
                foot="— &P —",
            ),
        )

    def _title(self) -> None:
        self.row += 1
        title = plain(self.sheet.title)
        cell = self._cell(1)
        write_text(cell, title)
        cell.style = self.styles.title.name
        self._merge(1, len(self.columns))
        width = sum(column.width for column in self.columns) * self.table.type_size
        lines = sum(1 + int(len(part) * ERHAO_PT // max(width, 1)) for part in title.split("\n"))
        self.worksheet.row_dimensions[self.row].height = lines * ERHAO_PT * _LINE_SPACING + ERHAO_PT / 2

    def _line(self, items: Sequence[Inlines]) -> None:
        """Items spread over the width: the first at the left, the last at the right, others centred."""
        self.row += 1
        texts = [_shown(item) for item in items]
        if len(texts) > len(self.columns):
            texts = ["　　".join(texts)]
        for number, (first, last) in enumerate(_spans(self.columns, len(texts))):
            cell = self._cell(first)
            write_text(cell, texts[number])
            cell.style = self.styles.line.name
            if number:
                edge = "right" if number == len(texts) - 1 else "center"
                cell.alignment = Alignment(horizontal=edge, vertical="center", wrap_text=True)
            self._merge(first, last)

    def _head(self) -> int:
        self.row += 1
        for position, column in enumerate(self.columns, 1):
            self._styled(position, self.styles.head, column.label)
        return self.row

    def _table_row(self, row: Row) -> None:
        self.row += 1
        for position, column in enumerate(self.columns, 1):
            inlines = row.cells[position - 1] if position <= len(row.cells) else ()
            covered = 1 < position <= row.span
            style = self.styles.body[column.align] if row.role == "body" else self.styles.total
            as_number = column.type == "number" and not (row.span and position == 1)
            self._styled(position, style, "" if covered else _shown(inlines), number=as_number)
        if row.span > 1:
            self._merge(1, row.span)

    def _styled(self, position: int, style: NamedStyle, text: str, *, number: bool = False) -> None:
        """Setting a style by name is slow, so each look is looked up once and copied."""
        cell: Any = self._cell(position)
        if style.name not in self.looks:
            cell.style = style.name
            self.looks[style.name] = copy(cell._style)
        cell._style = copy(self.looks[style.name])
        (write_number if number else write_text)(cell, text)

    def _cell(self, position: int) -> Cell:
        cell = self.worksheet.cell(self.row, position)
        assert isinstance(cell, Cell)
        return cell

    def _merge(self, first: int, last: int) -> None:
        if last > first:
            self.worksheet.merge_cells(
                start_row=self.row, end_row=self.row, start_column=first, end_column=last
            )


def _page(table: Table) -> Page:
    return _PAGES.get((table.paper, table.orientation), A4)


def _margins(page: Page) -> dict[str, float]:
    """mm; header and footer stand halfway between the edge of the sheet and the type area."""
    edges = {"top": page.top_mm, "right": page.right_mm, "bottom": page.bottom_mm, "left": page.left_mm}
    return edges | {"header": page.top_mm / 2, "footer": page.bottom_mm / 2}


def _shown(inlines: Inlines) -> str:
    """A cell's text; a blank among words is a visible gap, a blank alone an empty cell."""
    if all(isinstance(inline, Blank) for inline in inlines):
        return ""
    return "".join(
        "_" * 2 * inline.width if isinstance(inline, Blank) else plain((inline,)) for inline in inlines
    )


def _spans(columns: Sequence[Column], count: int) -> list[tuple[int, int]]:
    """`count` neighbouring groups of columns (first and last, from 1), each of about the same width."""
    total = sum(column.width for column in columns)
    groups: list[tuple[int, int]] = []
    first, passed = 1, 0.0
    for position, column in enumerate(columns, 1):
        passed += column.width
        left, open_groups = len(columns) - position, count - len(groups)
        if open_groups > 1 and (passed >= total * (len(groups) + 1) / count or left < open_groups):
            groups.append((first, position))
            first = position + 1
    groups.append((first, len(columns)))
    return groups
