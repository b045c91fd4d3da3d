"""The figures of one column are written in one way (GB/T 15835-2011)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from reporter.artefacts.seen.joined import stands
from reporter.artefacts.seen.model import Grid
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW686",
    title="同一列的数写法相同",
    implements=("R25",),
    clause="GB/T 9704-2012 9、GB/T 15835-2011 3",
    strength="recommended",
    tests="同一列里只有一格少了小数位数、只有一格用千分号、一格数字中间有空格",
    why="不同的写法多半是改动或者粘贴时留下的，也不便比较。",
    hint="改成与同列其余各格相同的写法",
    good=lambda: notice(grids=(_grid("16.80"),)),
    bad=lambda: notice(grids=(_grid("16.8"),)),
    tables=True,
)
_DECIMAL = re.compile(r"\d+\.(\d+)[%％]?", re.ASCII)
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", re.ASCII)
_LONG = re.compile(r"\d{4,}(?:\.\d+)?", re.ASCII)
_BLANK = re.compile(r"\d{1,3}[ \u00a0]\d{2,3}(?:\.\d+)?[%％]?", re.ASCII)
_SIGNS = (".", ",", " ", "\u00a0")
"""One of them stands in what is written otherwise or in all that it is written otherwise than."""
_LEAST = 4


def check(subject: Subject) -> Iterator[Finding]:
    """Columns of tables."""
    for grid in subject.seen.grids:
        for column, whole in enumerate(grid.texts):
            cells = list(enumerate(grid.columns[column], 1))[grid.top :] if stands(whole, _SIGNS) else []
            for row, text, told in _odd(cells) if cells else ():
                yield RULE.in_cell(subject, grid, row, column, f"“{text}”{told}", text)


def _odd(cells: list[tuple[int, str]]) -> Iterator[tuple[int, str, str]]:
    """The one cell of a column that is written otherwise."""
    places = [(row, text, len(found[1])) for row, text in cells if (found := _DECIMAL.fullmatch(text))]
    counted = Counter(width for _, _, width in places)
    if len(places) >= _LEAST and len(counted) == _WAYS:
        rare = min(counted)
        long = max(counted)
        if long - rare >= _SPILT and counted[long] == 1:
            yield from ((row, text, "的小数没有按同列取舍") for row, text, width in places if width == long)
        elif counted[rare] == 1:
            yield from ((row, text, "的小数位数比同列其余各格少") for row, text, width in places if width == rare)
    parted = [(row, text) for row, text in cells if _THOUSANDS.fullmatch(text)]
    if len(parted) == 1 and any(_LONG.fullmatch(text) for _, text in cells):
        yield (*parted[0], "用了千分号，同列其余各格没有用")
    blank = [(row, text) for row, text in cells if _BLANK.fullmatch(text)]
    if len(blank) == 1 and len(cells) > 1:
        yield (*blank[0], "数字中间有空格")


_WAYS = 2
_SPILT = 3
"""So many places more, and a spreadsheet's number was pasted as it is."""


def _grid(last: str) -> Grid:
    rows = (("乡镇", "金额"), ("河口镇", "22.32"), ("青石镇", "18.24"), ("云溪镇", "15.36"), ("南园街道", last))
    return Grid(1, rows, 1)
