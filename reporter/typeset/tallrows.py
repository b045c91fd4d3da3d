"""Rows taller than half a page, parted before anybody lays them out: one cut for every file.

The cut is made in the content, where the row's own lines end, so that a row goes on at the same character in DOCX and
PDF. Each part repeats the cells that name the row; later parts say （续） below the first of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from msgspec.structs import replace

from reporter.document.inline import Break, Inline, Inlines, Text, plain
from reporter.document.model import Row, Table
from reporter.typeset.linebreak import Measure, Run, break_paragraph
from reporter.typeset.setter import Setter
from reporter.typeset.standard import Page
from reporter.typeset.tables import SPLIT_SHARE, layout_columns, most_lines, page_for

CONTINUED, CONTINUED_NARROW = "（续）", "续"
"""The mark of a later part, and the one for a column that has no room for brackets."""
_ORDINALS = frozenset({"序号", "编号"})
_KEY_LINES = 4
"""A first cell of more lines is text like the others, not a key."""
_NEWLINE = "\n"
_WIDEST_BLANK = "\u3000" * 20  # the setter sets none wider


def key_columns(table: Table) -> frozenset[int]:
    """The columns that name a row: the first, and the one behind it where the first only counts."""
    return frozenset({0, 1} if table.columns[0].label in _ORDINALS and len(table.columns) > 1 else {0})


def parted(table: Table, setter: Setter, page: Page | None = None) -> Table:
    """`table` with each row taller than half its page as several rows; the same object when none is.

    Keys of later parts end with ~2, ~3 …; all cells of a row together lose nothing but the line breaks cut at.
    Raises EnvironmentFault as the setter does.
    """
    cutter = _Cutter(table, setter, page or page_for(table.paper, table.orientation))
    if not any(map(cutter.may_be_tall, table.rows)):
        return table
    return replace(table, rows=tuple(part for row in table.rows for part in cutter.parts(row)))


class _Cutter:
    def __init__(self, table: Table, setter: Setter, page: Page) -> None:
        self.setter = setter
        self.grid = layout_columns(
            [float(column.width) for column in table.columns], page.area_width_mm, float(table.type_size)
        )
        self.cells_wide = [width / self.grid.size_pt for width in self.grid.text_widths_pt]
        self.most = most_lines(SPLIT_SHARE * page.area_height_mm, self.grid)
        self.keys = key_columns(table)

    def may_be_tall(self, row: Row) -> bool:
        """Quickly, and yes in doubt: two lines together always hold more than one line's width."""
        for cell, width in zip(row.cells, self.cells_wide, strict=False):
            one = cell[0] if len(cell) == 1 else None
            text = one.text if isinstance(one, Text) else plain(cell, _WIDEST_BLANK)
            lines = 2 * len(text) / width + 1
            if lines > self.most or (_NEWLINE in text and lines + text.count(_NEWLINE) > self.most):
                return True
        return False

    def parts(self, row: Row) -> Iterator[Row]:
        """The row, or its parts."""
        if row.span or not self.may_be_tall(row):
            yield row
            return
        role = "fang" if row.role == "body" else "hei"
        runs = [self._runs(cell, role) for cell in row.cells]
        ends = [self._line_ends(cell, index) for index, cell in enumerate(runs)]
        keys = {key for key in self.keys if key < len(ends) and len(ends[key]) <= _KEY_LINES}
        lines = max((len(found) for index, found in enumerate(ends) if index not in keys), default=0)
        if lines <= self.most:
            yield row
            return
        for number in range(-(-lines // self.most)):
            cells = (
                self._key(cell, index, marked=number > 0 and index == min(keys))
                if index in keys
                else _slice(cell, runs[index], *_between(ends[index], number * self.most, self.most))
                for index, cell in enumerate(row.cells)
            )
            yield replace(row, key=f"{row.key}~{number + 1}" if number else row.key, cells=tuple(cells))

    def _key(self, cell: Inlines, column: int, *, marked: bool) -> Inlines:
        if not marked:
            return cell
        mark = CONTINUED if self.cells_wide[column] >= len(CONTINUED) else CONTINUED_NARROW
        return (*cell, Break(), Text(mark)) if cell else (Text(mark),)

    def _line_ends(self, runs: list[Run], column: int) -> list[int]:
        """Index after each line, counted in characters of the runs."""
        measure = Measure(self.grid.text_widths_pt[column], self.grid.size_pt, justify=False)
        lines = break_paragraph(runs, measure, self.setter.advance)
        return list(accumulate(len(line.text) for line in lines))

    def _runs(self, cell: Inlines, role: str) -> list[Run]:
        """Notes are only measured here; they are met when their line is set."""
        met = len(self.setter.notes)
        runs = self.setter.runs(cell, role)
        del self.setter.notes[met:]
        return runs


def _between(ends: list[int], first: int, count: int) -> tuple[int, int]:
    """The characters of `count` lines from line `first` on; none where the cell has fewer lines."""
    some = ends[first : first + count]
    start = ends[first - 1] if 0 < first <= len(ends) else 0
    return (start, some[-1]) if some else (ends[-1], ends[-1]) if ends else (0, 0)


def _slice(cell: Inlines, runs: list[Run], start: int, end: int) -> Inlines:
    """The inlines of those characters (a run is an inline's); a line break at the end of a part is the cut itself."""
    found: list[Inline] = []
    position = 0
    for inline, run in zip(cell, runs, strict=True):
        text = run.text[max(0, start - position) : max(0, end - position)]
        position += len(run.text)
        if text and isinstance(inline, Text):
            found.append(replace(inline, text=text.removesuffix(_NEWLINE) if position >= end else text))
        elif text and not (isinstance(inline, Break) and position == end):
            found.append(inline)
    return tuple(inline for inline in found if not isinstance(inline, Text) or inline.text)
