"""Forms that list figures a row each: a label, its unit and its number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from reporter.artefacts.seen.model import Grid
from reporter.check.quantities import number_in
from reporter.check.spots import cell_spot

_HEADS = (
    re.compile(r"项目|指标|内容|名称|事项"),
    re.compile(r"单位$"),
)
_VALUES = frozenset(("数量", "数值", "数据", "完成数", "实际数", "数", "合计", "本期"))
_VERBS = re.compile(r"^(?:参加|组织|开展|已|完成|新增|累计|排查|检查|培训|出动|发现)+")


class Tally(Struct, frozen=True):
    """One row: `noun` is what is counted, without the words that narrow it up to the last 的; `others` are its figures
    in other columns."""

    label: str
    noun: str
    unit: str
    value: Decimal
    page: int
    spot: str
    others: frozenset[Decimal]


def tallies(grids: Sequence[Grid]) -> Iterator[Tally]:
    """Rows of all tables with such columns (项目, 单位, 数量), in order."""
    for grid in grids:
        if _VALUES.isdisjoint(grid.names):
            continue
        places = [next((n for n, text in enumerate(grid.names) if pattern.search(text)), -1) for pattern in _HEADS]
        places.append(next(n for n, text in enumerate(grid.names) if text in _VALUES))
        if min(places) < 0 or len(set(places)) < len(places):
            continue
        for at, cells in grid.body:
            if max(places) >= len(cells):
                continue
            label, unit, value = (cells[place].strip() for place in places)
            number = number_in(value)
            if label and unit and number is not None:
                noun = _VERBS.sub("", label.rpartition("的")[2]) or label
                spot = cell_spot(grid.number, at, places[2] + 1)
                figures = (number_in(cell) for place, cell in enumerate(cells) if place != places[2])
                others = frozenset(one for one in figures if one is not None)
                yield Tally(label, noun, unit, number, grid.page, spot, others)
