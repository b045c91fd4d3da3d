"""What is counted beside each of several names is what their rows of a table say (R8, R24)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from msgspec import Struct

from reporter.artefacts.seen.model import Grid
from reporter.check.bare import solid
from reporter.check.columns import is_total, number_at
from reporter.check.finding import Finding
from reporter.check.quantities import Quantity, plain, quantities
from reporter.check.quoting import leading
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW654",
    title="正文逐个点名写出的数与表中各行相符",
    implements=("R8", "R24"),
    clause="公文一致性要求",
    strength="recommended",
    tests="“河口镇（12户）、青石镇（9户）”这样点名写的数，与表里这几行的同一栏",
    why="点名的数与附表不一致，被点名的单位会来问以哪个为准。",
    hint="对照表格改正",
    good=lambda: _named("386"),
    bad=lambda: _named("368"),
    roles=("body",),
    tables=True,
    severity="warning",
)
_SHORTEST, _LONGEST = 2, 10
_LARGE = 20
"""What is no more than this may be the same by chance."""


class _Row(Struct, frozen=True):
    grid: Grid
    cells: Sequence[str]


def check(subject: Subject) -> Iterator[Finding]:
    """Two names and more of one sentence, each right before a figure of one unit, each in one row of one table. One
    column has all the figures but one, which stands nowhere in its row."""
    text, rows = subject.text_of("body", "heading"), _rows(subject.seen.grids)
    for para in text.paras if len(rows) >= _SHORTEST else ():
        told = ((one, name) for one in quantities(para.text) if (name := _name_before(one, rows)))
        for _, group in groupby(told, key=lambda pair: (pair[0].begin, pair[0].unit)):
            items = [*group]
            names = {name for _, name in items}
            if not _SHORTEST <= len(names) == len(items):
                continue
            odd = _odd([(one.value, rows[name]) for one, name in items], items[0][0].unit)
            if odd is not None:
                (one, name), right = items[odd[0]], odd[1]
                message = f"表中{name}是{plain(right)}{one.unit}"
                yield RULE.at(subject, para, message, leading(para.text, one.start, one.end))


def _rows(grids: Sequence[Grid]) -> dict[str, _Row]:
    """By the first or second cell; what names several rows is left out."""
    found: dict[str, _Row] = {}
    twice: set[str] = set()
    for grid in grids:
        for _, cells in grid.body:
            for name in {*map(solid, cells[:2])} if not is_total(cells) else ():
                if _SHORTEST <= len(name) <= _LONGEST and not name[0].isdigit():
                    twice.update({name} & found.keys())
                    found[name] = _Row(grid, cells)
    return {name: row for name, row in found.items() if name not in twice}


def _name_before(one: Quantity, rows: dict[str, _Row]) -> str:
    before = one.before.rstrip("（(")
    return next((before[-n:] for n in range(min(_LONGEST, len(before)), 1, -1) if before[-n:] in rows), "")


def _odd(items: Sequence[tuple[Decimal, _Row]], unit: str) -> tuple[int, Decimal] | None:
    """Which figure is not that of its row, and what stands there, by the column that has all the others."""
    grid = items[0][1].grid
    if any(row.grid is not grid for _, row in items):
        return None
    for column, head in enumerate(grid.names):
        wrong = [at for at, (value, row) in enumerate(items) if number_at(row.cells, column) != value]
        right = [value for at, (value, _) in enumerate(items) if at not in wrong]
        enough = len(right) > 1 or (right and right[0] > _LARGE and f"（{unit}）" in head)
        if len(wrong) != 1 or not enough:
            continue
        value, row = items[wrong[0]]
        there = number_at(row.cells, column)
        elsewhere = any(number_at(row.cells, other) == value for other in range(len(row.cells)))
        return None if there is None or elsewhere else (wrong[0], there)
    return None


def _named(count: str) -> Subject:
    rows = (("乡镇", "在保户数（户）"), ("河口镇", "412"), ("青石镇", "386"), ("柳溪镇", "290"))
    text = f"较多的是河口镇（412户）、青石镇（{count}户）和柳溪镇（290户）。"
    return notice(body=(text,), grids=(Grid(1, rows, 1),))
