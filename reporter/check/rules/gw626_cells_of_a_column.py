"""Cells, heads and rows of a table are as their neighbours are (R4, R6, R7, R22, R27)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from reporter.artefacts.seen.joined import stands
from reporter.artefacts.seen.model import Grid
from reporter.check.bare import solid
from reporter.check.columns import is_total
from reporter.check.finding import Finding
from reporter.check.quantities import number_in
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW626",
    title="表头、行名不重复，同列单元格写法一致、没有空着的数",
    implements=("R22", "R6", "R7", "R4", "R27"),
    clause="公文一致性要求",
    strength="recommended",
    tests="两列表头相同；行名重复；表头有单位而单元格又写单位；同列有一格漏了百分号；数字变成“1900/1/3”；数字列里有一格空着",
    why="一格与同列不同，往往是粘贴、录入错了。",
    hint="核对这一格，改成与同列一样的写法",
    good=lambda: _table("64", "现有（处）"),
    bad=lambda: _table("64处", "现有（处）"),
    tables=True,
    severity="warning",
    yields=("GW666",),
)
_NAMES = re.compile(
    "乡镇(?:、?[（(]?街道[）)]?)?|单位|单位名称|机构名称|名称|标准名称|项目|补贴项目|救助项目|建设内容|设施类别|类别|[\u4e00-\u9fff]{2}主体|街道|县区"
)
_OF_HEAD = re.compile(r"[（(]([\u4e00-\u9fff]{1,3})[）)]$")
_CLOSED = ("）", ")")
_SPOILT = re.compile(r"1(?:900|899)[/-]\d{1,2}[/-]\d{1,2}|[#＃](?:REF|DIV/0|VALUE|N/A|NAME|NUM|NULL)[!？?]?")
_SPOILT_SIGNS = ("1900/", "1900-", "1899/", "1899-", "#", "＃")
_PERCENT = re.compile(r"\d+(?:\.\d+)?[%％]")
_LEAST = 3


def check(subject: Subject) -> Iterator[Finding]:
    """Tables of figures; those that only place names are left out."""
    spoilt = stands(subject.seen.everything, _SPOILT_SIGNS)
    for grid in subject.seen.grids:
        if grid.number in subject.placing or len(grid.rows) <= _LEAST or len(grid.rows[0]) < 2:
            continue
        yield from _heads(subject, grid)
        yield from _rows(subject, grid)
        for column in range(len(grid.names)):
            yield from _column(subject, grid, column, spoilt=spoilt)


def _heads(subject: Subject, grid: Grid) -> Iterator[Finding]:
    """One head alone stands twice: tables of two halves repeat them all."""
    if grid.head_rows > 1 or len(grid.names) != len(set(grid.names)) + 1:
        return
    counts = Counter(filter(None, grid.names))
    twice = [name for name, many in counts.items() if many > 1]
    if len(twice) == 1 and len(counts) > 1:
        column = len(grid.names) - 1 - grid.names[::-1].index(twice[0])
        yield RULE.in_cell(subject, grid, 1, column, "两列的表头相同", twice[0])


def _rows(subject: Subject, grid: Grid) -> Iterator[Finding]:
    """One name of the first column, which has nothing but different ones, stands twice before figures."""
    if not _NAMES.fullmatch(grid.names[0]):
        return
    names = [solid(line[0]) for _, line in grid.body if line]
    counts = Counter(names)
    twice = [name for name, many in counts.items() if name and many > 1]
    named = "" not in counts and len(twice) == 1 and counts[twice[0]] == 2
    figures = all(any(number_in(cell) is not None for cell in line[-2:]) for _, line in grid.body if not is_total(line))
    if named and figures and len(names) > _LEAST:
        row = next(row for row, line in reversed(list(grid.body)) if solid(line[0]) == twice[0])
        yield RULE.in_cell(subject, grid, row, 0, "这一行的名称前面已有", twice[0])


def _column(subject: Subject, grid: Grid, column: int, *, spoilt: bool) -> Iterator[Finding]:
    name, text, cells = grid.names[column], grid.texts[column], grid.columns[column][grid.top :]
    told: dict[int, str] = {}
    if spoilt:
        changed = [at for at, cell in enumerate(cells) if _SPOILT.fullmatch(cell)]
        told = dict.fromkeys(changed, "表格软件把这一格改成了别的内容")
    if "%" in text or "％" in text:
        told |= dict.fromkeys(_without_percent(cells), "同列都有百分号，这一格没有")
    if name.endswith(_CLOSED) and (head := _OF_HEAD.search(name)) and len(cells) >= _LEAST:
        unit = head[1]
        ending = [(at, cell) for at, cell in enumerate(cells) if cell.endswith(unit)]
        if len(ending) == 1 and number_in(ending[0][1].removesuffix(unit)) is not None:
            told[ending[0][0]] = f"表头已有单位“{unit}”，这一格又写了"
    if not all(cells) and cells.count("") == 1 and _blank(grid.rows[grid.top + cells.index("")], cells):
        told[cells.index("")] = "这一格空着，没有的写“—”或者“0”"
    for at in sorted(told):
        row = grid.top + at + 1
        quote = cells[at] or solid(grid.rows[row - 1][0])
        said = RULE.in_cell(subject, grid, row, column, told[at], quote)
        yield said if cells[at] else replace(said, severity="info")  # it may be one with the cell above


def _without_percent(cells: Sequence[str]) -> list[int]:
    """The place of the only figure without the sign that all others of its column have."""
    figures = [(at, cell) for at, cell in enumerate(cells) if number_in(cell) is not None]
    bare = [at for at, cell in figures if not _PERCENT.fullmatch(cell)]
    return bare if len(bare) == 1 and len(figures) > _LEAST else []


def _blank(row: Sequence[str], cells: Sequence[str]) -> bool:
    """Whether the only one of a column of figures, in a row that is filled for the rest."""
    if row.count("") != 1 or len(cells) <= _LEAST:
        return False
    figures = sum(1 for cell in cells if number_in(cell) is not None)
    return figures >= len(cells) - 2  # one of the others may be a text


def _table(cell: str, head: str) -> Subject:
    rows = (("设施类别", head), ("县级机构", "2"), ("乡镇中心", "5"), ("村级站点", cell), ("助餐点", "29"))
    return notice(grids=(Grid(1, rows, 1),))
