"""Tables of a filled template: column widths, spans, alignment, sizes, row heights, bookmarks of rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from lxml import etree
from msgspec import Struct

from reporter.ooxml.names import qn
from reporter.ooxml.ordered import properties, put
from reporter.render.word.placed import Placed
from reporter.typeset.headers import Mark
from reporter.typeset.signatures import SealGrid
from reporter.typeset.standard import A4, IMPRINT, XIAOSIHAO_PT, mm_to_twips, pt_to_mm, pt_to_twips
from reporter.typeset.tables import (
    CELL_PADDING_MM,
    CELL_PADDING_V_MM,
    FORM_ROW_MM,
    TABLE_RULE_MM,
    held_rows,
    layout_columns,
)

Element = etree._Element
Bookmark = Callable[[Element], None]
"""Puts a bookmark round the content of a paragraph."""
_TR, _TC, _P, _R = qn("w:tr"), qn("w:tc"), qn("w:p"), qn("w:r")
_FORM_ROW_MM = (
    FORM_ROW_MM + 2 * CELL_PADDING_V_MM + TABLE_RULE_MM
)  # of a row as a whole, as the file counts it
_SLACK_MM = 1.0  # a column exactly as wide as its text wraps in some programs
_DATE_ROOM_CELLS = 4.0  # one 字 on either side, and room for programs that part digits from hanzi
_JUSTIFICATION = {"left": "left", "center": "center", "right": "right", "justify": "both"}


def set_widths(table: Element, widths: Sequence[int], indent: int = 0) -> None:
    """The grid, every cell's width (spans counted) and the table's own; twips."""
    _set_grid(table, widths, indent)
    for row in table.iterchildren(_TR):
        _set_cells(row, widths)


def _set_grid(table: Element, widths: Sequence[int], indent: int = 0) -> None:
    grid = table.find(qn("w:tblGrid"))
    assert grid is not None
    grid[:] = []
    for width in widths:
        etree.SubElement(grid, qn("w:gridCol")).set(qn("w:w"), str(width))
    own = table.find(qn("w:tblPr"))
    assert own is not None
    put(own, "w:tblW", w=sum(widths), type="dxa")
    if indent:
        put(own, "w:tblInd", w=indent, type="dxa")


def _set_cells(row: Element, widths: Sequence[int]) -> None:
    position = 0
    for cell in row.iterchildren(_TC):
        span = _span(cell)
        put(properties(cell), "w:tcW", w=sum(widths[position : position + span]), type="dxa")
        position += span


def _span(cell: Element) -> int:
    found = properties(cell).find(qn("w:gridSpan"))
    return int(found.get(qn("w:val"), "1")) if found is not None else 1


def column_twips(columns_mm: tuple[float, ...]) -> list[int]:
    """Whole twips whose sum is the whole width's."""
    edges = [0.0]
    for width in columns_mm:
        edges.append(edges[-1] + width)
    return [mm_to_twips(b) - mm_to_twips(a) for a, b in pairwise(edges)]


class Sheet(Struct, frozen=True):
    """What the rows of a data table share: widths (twips) and alignment of its columns, its type where it is not the
    style's, whether a hand writes in it."""

    widths: tuple[int, ...]
    aligns: tuple[str, ...]
    size_pt: float | None
    pitch_pt: float
    form: bool


class RowShape(NamedTuple):
    """What sets a row apart: its role, the columns under its first cell, whether the next one stays with it, whether a
    page begins with it, and how many bookmarks begin in it."""

    role: Literal["head", "body", "group", "total"]
    span: int = 1
    held: bool = False
    breaks: bool = False
    bookmarks: int = 1


def sheet_of(placed: Placed) -> Sheet:
    """The geometry of a data table on its page."""
    data = placed.table
    assert data is not None
    wished = [column.width for column in data.columns]
    grid = layout_columns(wished, placed.page.area_width_mm, data.type_size)
    return Sheet(
        tuple(column_twips(grid.columns_mm)),
        tuple(_JUSTIFICATION[column.align] for column in data.columns),
        None if data.type_size == XIAOSIHAO_PT else data.type_size,
        grid.pitch_pt,
        data.role == "form",
    )


def row_shapes(placed: Placed, heads: int) -> list[RowShape]:
    """The shapes of a data table's rows, of which the first `heads` are its head."""
    data = placed.table
    assert data is not None
    held = {index - 1 for index in held_rows([row.role for row in data.rows])}
    held.update(range(-heads, 0 if data.rows else -1))  # a header never stands alone at the foot of a page
    if data.below:  # nor does the line of those who filled it in
        held.update(range(len(data.rows) - 2, len(data.rows)))
    most = len(data.columns)
    shapes = [RowShape("head", held=index in held, bookmarks=0) for index in range(-heads, 0)]
    shapes += [RowShape(row.role, min(row.span, most), index in held) for index, row in enumerate(data.rows)]
    for first in shapes[:1]:
        shapes[0] = first._replace(breaks=placed.new_page, bookmarks=first.bookmarks + bool(placed.id))
    return shapes


def finish_data_frame(table: Element, sheet: Sheet) -> None:
    """A data table but for its rows: margins of cells, grid, width."""
    _cell_margins(table)
    _set_grid(table, sheet.widths)


def finish_data_row(row: Element, sheet: Sheet, shape: RowShape, bookmark: Bookmark) -> None:
    """A row of a data table: spans, alignment, widths, type, keep rules, bookmarks."""
    if sheet.form and shape.role != "head":
        put(properties(row), "w:trHeight", val=mm_to_twips(_FORM_ROW_MM), hRule="atLeast")
    if shape.span > 1:
        _cover(row, shape.span)
    if shape.role == "body":
        _align(row, sheet.aligns)
    elif shape.role == "group":
        _align_group(row)
    _set_cells(row, sheet.widths)
    paragraphs = list(row.iter(_P))
    if sheet.size_pt is not None:
        _resize(paragraphs, sheet.size_pt, sheet.pitch_pt)
    if shape.breaks:
        put(properties(paragraphs[0]), "w:pageBreakBefore")
    if shape.held:
        for paragraph in paragraphs:
            put(properties(paragraph), "w:keepNext")
    for _ in range(shape.bookmarks):
        bookmark(paragraphs[0])


def _cell_margins(table: Element) -> None:
    own = table.find(qn("w:tblPr"))
    assert own is not None
    margins = put(own, "w:tblCellMar")
    for side in ("top", "left", "bottom", "right"):
        margin = etree.SubElement(margins, qn(f"w:{side}"))
        margin.set(
            qn("w:w"), str(mm_to_twips(CELL_PADDING_MM if side in ("left", "right") else CELL_PADDING_V_MM))
        )
        margin.set(qn("w:type"), "dxa")


def _cover(row: Element, span: int) -> None:
    """The first cell covers the next ones; the template looped one cell for every column that remains."""
    first = next(row.iterchildren(_TC))
    put(properties(first), "w:gridSpan", val=span)


def _align(row: Element, aligns: Sequence[str]) -> None:
    position = 0
    for cell in row.iterchildren(_TC):
        if position < len(aligns):
            for paragraph in cell.iterchildren(_P):
                put(properties(paragraph), "w:jc", val=aligns[position])
        position += _span(cell)


def _align_group(row: Element) -> None:
    for paragraph in row.iter(_P):
        put(properties(paragraph), "w:jc", val="left")


def _resize(paragraphs: Iterable[Element], size_pt: float, pitch_pt: float) -> None:
    for paragraph in paragraphs:
        _exact(paragraph, pt_to_twips(pitch_pt))
        for run in paragraph.iterchildren(_R):
            size_run(run, size_pt)


def size_run(run: Element, size_pt: float) -> None:
    """Type size of one run, pt (half points in the file)."""
    for name in ("w:sz", "w:szCs"):
        put(properties(run), name, val=round(size_pt * 2))


def finish_joint_mark(table: Element, placed: Placed, bookmark: Bookmark) -> None:
    """Stacked names with 文件 beside them; the first row is the white above the mark."""
    mark = placed.mark
    assert mark is not None and placed.before_mm is not None
    slack = min(_SLACK_MM, mark.gap_mm / 2)
    columns = (mark.name_column_mm + slack, mark.gap_mm - 2 * slack, mark.suffix_column_mm + slack)
    set_widths(table, column_twips(columns), mm_to_twips(mark.left_mm))
    rows = list(table.iterchildren(_TR))
    _height(rows[0], mm_to_twips(placed.before_mm))
    for row in rows:
        for paragraph in row.iter(_P):
            _exact(paragraph, 20 if row is rows[0] else mm_to_twips(mark.row_pitch_mm))
            put(properties(paragraph), "w:keepNext")
    for position, row in enumerate(rows[1:]):
        _height(row, mm_to_twips(mark.row_pitch_mm))
        cells = list(row.iterchildren(_TC))
        put(properties(cells[2]), "w:vMerge", val="restart" if position == 0 else "continue")
        _size_cells(cells, mark)
    if placed.id:
        bookmark(next(rows[1].iter(_P)))


def _size_cells(cells: list[Element], mark: Mark) -> None:
    for run in cells[0].iter(_R):
        size_run(run, mark.size_pt)
    for paragraph in cells[2].iter(_P):
        _exact(paragraph, pt_to_twips(mark.suffix_size_pt * 1.2))
        for run in paragraph.iter(_R):
            size_run(run, mark.suffix_size_pt)


def _height(row: Element, twips: int) -> None:
    put(properties(row), "w:cantSplit")
    put(properties(row), "w:trHeight", val=twips, hRule="exact")


def _exact(paragraph: Element, line: int, before: int = 0) -> None:
    put(properties(paragraph), "w:spacing", before=before, after=0, line=line, lineRule="exact")


def finish_seals(table: Element, placed: Placed, bookmark: Bookmark) -> None:
    """The grid of joint signatures: rows of exact height with room for one seal a cell."""
    grid: SealGrid | None = placed.grid
    assert grid is not None
    set_widths(table, column_twips(grid.columns_mm))
    last = len(grid.rows) - 1
    for position, row in enumerate(table.iterchildren(_TR)):
        _height(row, mm_to_twips(grid.row_mm(position)))
        for cell in row.iterchildren(_TC):
            for number, paragraph in enumerate(cell.iterchildren(_P)):
                holder = properties(paragraph)
                if number == 0:
                    put(holder, "w:spacing", before=mm_to_twips(grid.drop_mm(position)))
                if position < last or placed.keep_next:
                    put(holder, "w:keepNext")
    if placed.id:
        bookmark(next(table.iter(_P)))


def finish_imprint(table: Element, placed: Placed, bookmark: Bookmark) -> None:
    """版记: the date's column holds the date; the template says where the table stands and how it looks."""
    unit, full = pt_to_mm(IMPRINT.size_pt), A4.area_width_mm
    date = min(((placed.label_cells or 0.0) + _DATE_ROOM_CELLS) * unit, full * 2 / 3)
    if len(table.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")) == 2:
        set_widths(table, column_twips((full - date, date)))
    if placed.id:
        bookmark(next(table.iter(_P)))
    before = table.getprevious()
    if placed.takes_last and before is not None and before.tag == _P:
        _take_above(table, before)


def _take_above(table: Element, paragraph: Element) -> None:
    """The paragraph becomes a first row without rules but the one below it, which is the table's first."""
    first = next(table.iterchildren(_TR))
    columns = table.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")
    rule = table.find(f"{qn('w:tblPr')}/{qn('w:tblBorders')}/{qn('w:top')}")
    row = etree.Element(qn("w:tr"))
    put(properties(row), "w:cantSplit")
    cell = etree.SubElement(row, qn("w:tc"))
    put(properties(cell), "w:tcW", w=sum(int(one.get(qn("w:w"), "0")) for one in columns), type="dxa")
    if len(columns) > 1:
        put(properties(cell), "w:gridSpan", val=len(columns))
    borders = put(properties(cell), "w:tcBorders")
    for side in ("top", "bottom"):
        line = etree.SubElement(borders, qn(f"w:{side}"))
        if side == "bottom" and rule is not None:
            line.attrib.update(rule.attrib)
        else:
            line.set(qn("w:val"), "nil")
    put(properties(paragraph), "w:ind", left=pt_to_twips(IMPRINT.size_pt))
    cell.append(paragraph)
    first.addprevious(row)
    for below in first.iterchildren(_TC):  # else the thin rule between rows would win
        if rule is not None:
            etree.SubElement(put(properties(below), "w:tcBorders"), qn("w:top")).attrib.update(rule.attrib)
