"""The total row of a table gives what the text gives (R1, R8)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reporter.artefacts.seen.model import Grid
from reporter.check.columns import column_kinds, plain_cell
from reporter.check.concepts import NAMES, Kind, narrows
from reporter.check.finding import Finding
from reporter.check.quantities import number_in, plain
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW556",
    title="表格合计与正文的数相同",
    implements=("R1", "R8"),
    clause="公文一致性要求",
    strength="recommended",
    tests="合计行的机构数、隐患数、已整改数、未整改数与正文所写的",
    why="表和正文各说各的，读者不知道以哪个为准。",
    hint="以台账为准，改成一个值；表格只统计一部分时，在表题里写明",
    good=lambda: _table("190"),
    bad=lambda: _table("186"),
    roles=("body",),
    tables=True,
    yields=("GW525",),
)
_TOTAL = ("合计", "总计", "全县", "全市")


def check(subject: Subject) -> Iterator[Finding]:
    """Columns by their heads, in tables whose title narrows nothing; any value that the text gives for it will do."""
    said: dict[Kind, list[Decimal]] = {}
    for para in subject.paras_of("title", "body", "heading"):
        for one in subject.counts_in(para):
            if not one.scope:
                said.setdefault(one.kind, []).append(one.value)
    for grid in subject.seen.grids if said else ():
        if narrows(grid.title):
            continue
        for kind, value, row, column in _totals(grid):
            if said.get(kind) and value not in said[kind]:
                message = f"{NAMES[kind]}，合计行是{plain(value)}，正文写{plain(said[kind][0])}"
                yield RULE.in_cell(subject, grid, row, column, message, plain(value))


def _totals(grid: Grid) -> Iterator[tuple[Kind, Decimal, int, int]]:
    kinds = column_kinds(grid)
    for at, cells in grid.body if kinds else ():
        if not any(plain_cell(cell) in _TOTAL for cell in cells[:2]):
            continue
        for column, kind in kinds.items():
            number = number_in(cells[column]) if column < len(cells) else None
            if number is not None:
                yield kind, number, at, column


def _table(total: str) -> Subject:
    rows = (("乡镇", "隐患数（条）"), ("河口镇", "100"), ("青石镇", "90"), ("合计", total))
    return notice(body=("全县共排查发现隐患190条。",), grids=(Grid(1, rows, 1),))
