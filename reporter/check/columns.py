"""Columns of a table told by their heads, and what stands in their cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from reporter.artefacts.seen.model import Grid
from reporter.check.bare import solid
from reporter.check.concepts import Kind
from reporter.check.quantities import number_in

_HEADS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("open", re.compile(r"未(?:整改|销号|完成)(?:数|隐患数?)?$")),
    ("closed", re.compile(r"^(?:已|完成)(?:完成)?(?:整改|销号)(?:数|隐患数?)?$")),
    (
        "found",
        re.compile(r"^(?:发现|排查|排查出|查出)?(?:的)?(?:安全|风险)*(?:隐患|问题)(?:总?数量?|总数)?$"),
    ),
    ("homes", re.compile(r"^养老(?:服务)?机构(?:总?数量?|总数)?$|^机构(?:总?数量?|总数)$")),
)
TERMS = r"[\u4e00-\u9fff]{0,4}月数|次数|天数|[\u4e00-\u9fff]{0,2}月份数"
"""Heads of columns that say how often a standard is paid, a third factor of the amount."""
_BRACKET = re.compile(r"[（(][^（）()]*[)）]|\s")


def plain_cell(cell: str) -> str:
    """Without blanks and what stands in brackets."""
    return _BRACKET.sub("", cell)


def column_kinds(grid: Grid) -> Mapping[int, Kind]:
    """What columns count of hazards and homes, by their place from 0; others are left out."""
    found = {
        at: next((kind for kind, head in _HEADS if head.search(name)), None)
        for at, name in enumerate(map(plain_cell, grid.heads))
    }
    return {at: kind for at, kind in found.items() if kind}


def named(grid: Grid, pattern: re.Pattern[str]) -> list[int]:
    """The columns, from 0, whose whole head without blanks the pattern, which has no ^ and no $, matches."""
    if not pattern.search(grid.called):
        return []  # one look at all heads takes a fifth of one at each
    return [column for column, name in enumerate(grid.names) if pattern.fullmatch(name)]


def solid_cells(grid: Grid, column: int) -> Sequence[str]:
    """The cells of a column below the head, without blanks."""
    cells = grid.columns[column][grid.top :]
    words = "\n".join(cells).split()
    # one word for each cell: one look for the blanks of all is several times as fast as one for each
    return words if len(words) == len(cells) and all(cells) else [solid(cell) for cell in cells]


def number_at(cells: Sequence[str], column: int) -> Decimal | None:
    """The figure that alone stands in a row's cell; None for another text or a row that is too short."""
    return number_in(cells[column]) if column < len(cells) else None


def figures(grids: Sequence[Grid]) -> set[Decimal]:
    """All figures that stand alone in a cell of the tables."""
    found = {number_in(cell) for grid in grids for row in grid.rows for cell in row}
    return {value for value in found if value is not None}


def is_total(cells: Sequence[str], *others: str) -> bool:
    """Whether one of a row's first two cells calls it 合计, 总计, 共计 or one of the others, which hold a 计 too."""
    first = cells[:2]
    # 计 alone is told much faster, and most rows have none
    return "计" in "".join(first) and any(solid(cell) in (*_TOTALS, *others) for cell in first)


def repeated_ids(grid: Grid) -> Iterator[tuple[int, int, int]]:
    """Row from 1 and column from 0 of each id that stands in a row above, with that. A code of a home may stand in
    several rows of a ledger of hazards: 统一社会信用代码 counts in lists of homes only."""
    columns = named(grid, _IDS)[:1]
    if columns and "代码" in grid.names[columns[0]] and any("隐患" in one or "问题" in one for one in grid.names):
        return
    for column in columns:
        first: dict[str, int] = {}
        for row, cells in grid.body:
            value = cells[column].strip() if column < len(cells) else ""
            if _ID.fullmatch(value) and first.setdefault(value, row) != row:
                yield row, column, first[value]


_IDS = re.compile("(?:隐患|问题|台账|事项|备案|登记|许可)?(?:编号|证号|备案号|登记号)|统一社会信用代码")
_ID = re.compile(r"[A-Za-z\d〔〕\-—－/]{3,}[号]?")
_TOTALS = ("合计", "总计", "共计")
