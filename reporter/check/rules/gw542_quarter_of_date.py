"""A date lies in the quarter that is named (R13)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.model import Grid
from reporter.check.dates import loose_date
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW542",
    title="所写季度与日期相符",
    implements=("R13",),
    clause="公文一致性要求",
    strength="recommended",
    tests="表格的季度列和日期列",
    why="季度错了，按季汇总就会算错。",
    hint="核对检查日期，改正季度",
    good=lambda: notice(grids=(Grid(1, (("季度", "检查日期"), ("二季度", "2026年5月8日")), 1),)),
    bad=lambda: notice(grids=(Grid(1, (("季度", "检查日期"), ("三季度", "2026年5月8日")), 1),)),
)
_HEADS = (re.compile(r"季度"), re.compile(r"日期|时间"))
_QUARTER = re.compile(r"([一二三四1-4])季度")


def check(subject: Subject) -> Iterator[Finding]:
    """Columns of quarter and date of a table, and a quarter with a date in brackets behind it."""
    for grid in subject.seen.grids:
        head = grid.rows[0] if grid.rows else ()
        places = [next((n for n, text in enumerate(head) if pattern.search(text)), -1) for pattern in _HEADS]
        if min(places) < 0:
            continue
        for row, cells in enumerate(grid.rows[1:], 2):
            if max(places) >= len(cells):
                continue
            quarter, day = _QUARTER.search(cells[places[0]]), loose_date(cells[places[1]])
            if quarter and day and (day.month + 2) // 3 != "一二三四1234".index(quarter[1]) % 4 + 1:
                spot = f"表{grid.number}第{row}行"
                yield RULE.on(
                    subject,
                    "日期不在所写的季度里",
                    page=grid.page,
                    spot=spot,
                    quote=" ".join((cells[places[0]], cells[places[1]])),
                )
