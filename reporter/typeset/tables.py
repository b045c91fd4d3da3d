"""Tables: column widths, type size and how many lines a row may have.

Columns are wished for in 字; what prints is mm that fill a given type area. The same numbers serve DOCX, PDF
and the page count. Clause 8 of GB/T 9704 leaves the inside of tables free: the values here are custom.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from reporter.typeset.standard import PAGES, WUHAO_PT, XIAOSIHAO_PT, Page, mm_to_pt, pt_to_mm

CELL_PADDING_MM = 1.0  # left and right, each
CELL_PADDING_V_MM = 0.6  # above and below, each
TABLE_RULE_MM = 0.18  # half a point
PITCH_FACTOR = 1.35  # line pitch of a table to its type size: a table is not on the body's grid
NARROWEST_CELLS = 2.0  # a column never gets narrower than two characters
FORM_ROW_MM = 7.5  # least inner height of a form's row: a hand must be able to write in it
SPLIT_SHARE = 0.5  # a row taller than half a page is parted before layout


class Grid(Struct, frozen=True):
    """A table's geometry: outer column widths (mm, padding included), type size and line pitch (pt)."""

    columns_mm: tuple[float, ...]
    size_pt: float
    pitch_pt: float

    @property
    def width_mm(self) -> float:
        """All columns together."""
        return sum(self.columns_mm)

    @property
    def text_widths_pt(self) -> tuple[float, ...]:
        """Width for text in each column: without padding and rule."""
        inset = 2 * CELL_PADDING_MM + TABLE_RULE_MM
        return tuple(mm_to_pt(max(column - inset, 0.5)) for column in self.columns_mm)


def page_for(paper: str, orientation: str) -> Page:
    """The sheet of a table: paper "A4"/"A3" (always landscape), "portrait"/"landscape"; else KeyError."""
    name = paper.lower() + ("-landscape" if orientation == "landscape" or paper.upper() == "A3" else "")
    return PAGES[name]


def pitch_pt(size_pt: float) -> float:
    """Line pitch of table text, pt; whole twips so that DOCX and PDF agree."""
    return round(size_pt * PITCH_FACTOR * 20) / 20


def choose_size(columns_cells: Sequence[float], width_mm: float) -> float:
    """小四 where the wished columns fit `width_mm`, else 五号; pt."""
    return XIAOSIHAO_PT if _wished_mm(columns_cells, XIAOSIHAO_PT) <= width_mm else WUHAO_PT


def _wished_mm(columns_cells: Sequence[float], size_pt: float) -> float:
    return sum(_outer_mm(cells, size_pt) for cells in columns_cells)


def _outer_mm(cells: float, size_pt: float) -> float:
    return pt_to_mm(cells * size_pt) + 2 * CELL_PADDING_MM + TABLE_RULE_MM


def layout_columns(columns_cells: Sequence[float], width_mm: float, size_pt: float | None = None) -> Grid:
    """Columns that fill `width_mm` exactly, in the proportion of their wished widths in 字.

    A column keeps room for two characters where all columns can; `size_pt` None chooses 小四 or 五号. Raises
    ValueError without columns or with a width that is not positive.
    """
    if not columns_cells or width_mm <= 0 or min(columns_cells) <= 0:
        raise ValueError("a table needs columns and every width must be positive")
    size = choose_size(columns_cells, width_mm) if size_pt is None else size_pt
    wished = [_outer_mm(cells, size) for cells in columns_cells]
    least = min(_outer_mm(NARROWEST_CELLS, size), width_mm / len(wished))
    return Grid(tuple(_scaled(wished, width_mm, least)), size, pitch_pt(size))


def _scaled(wished: Sequence[float], width_mm: float, least: float) -> list[float]:
    """Proportional widths summing to `width_mm`, none below `least`."""
    fixed: set[int] = set()
    while True:
        free = [index for index in range(len(wished)) if index not in fixed]
        left = width_mm - least * len(fixed)
        total = sum(wished[index] for index in free)
        factor = left / total if total else 0.0
        narrow = {index for index in free if wished[index] * factor < least - 1e-9}
        if not narrow:
            return [least if index in fixed else wished[index] * factor for index in range(len(wished))]
        fixed |= narrow


def most_lines(height_mm: float, grid: Grid) -> int:
    """Lines of a row that is at most `height_mm` tall, at least 1."""
    inner = height_mm - 2 * CELL_PADDING_V_MM - TABLE_RULE_MM
    return max(1, int(mm_to_pt(inner) / grid.pitch_pt + 1e-9))


def held_rows(roles: Sequence[str]) -> frozenset[int]:
    """Rows, from 0, that never begin a page: what follows a group's line, a total, and the last row.

    A total at the end takes two rows with it: alone with one it would still say nothing of what it sums up.
    """
    last = len(roles) - 1
    found = {index for index in range(1, last + 1) if roles[index] == "total" or roles[index - 1] == "group"}
    if last > 0:
        found.add(last)
    if last > 1 and roles[last] == "total":
        found.add(last - 1)
    return frozenset(found)
