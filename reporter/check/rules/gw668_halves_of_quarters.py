"""Half a year in the text is the sum of its two quarters in the table (R2, R8)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reporter.artefacts.seen.model import Grid
from reporter.check.finding import Finding
from reporter.check.quantities import plain
from reporter.check.quarters import halves
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW668",
    title="正文写的上半年、下半年数等于表中两个季度之和",
    implements=("R2", "R8"),
    clause="公文一致性要求",
    strength="shall",
    tests="正文“上半年……×万元，下半年……×万元”与分季度的表",
    why="正文与表对不上，不知道以哪个为准。",
    hint="重新相加，改正正文或表",
    good=lambda: notice(grids=(_GRID,), body=("上半年支出5.0万元，下半年支出9.0万元。",)),
    bad=lambda: notice(grids=(_GRID,), body=("上半年支出6.0万元，下半年支出8.0万元。",)),
    roles=("body",),
    signs=("半年",),
    tables=True,
    severity="warning",
)
_ROWS = zip("一二三四", ("2.0", "3.0", "4.0", "5.0"), strict=True)
_GRID: Grid = Grid(1, (("季度", "支出（万元）"), *((f"第{name}季度", value) for name, value in _ROWS)), 1)
_HALVES = re.compile(
    r"(?<![年\d])上半年[^，。；\d]{0,8}(\d+(?:\.\d+)?)(万元|人次|元|户|人|件)，下半年[^，。；\d]{0,8}(\d+(?:\.\d+)?)\2"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Both halves in one sentence, and one table by quarters with a column of their unit: one of its columns fits both
    halves, or the one that fits their whole year does not fit the halves."""
    found = list(subject.text_of("body", "heading").matches(_HALVES, "上半年"))
    for para, one in found:
        first, second = Decimal(one[1]), Decimal(one[3])
        sums = [half for grid in subject.seen.grids for half in halves(grid, one[2])]
        same = [half for half in sums if half.first + half.second == first + second]
        if len(same) == 1 and (same[0].first, same[0].second) != (first, second):
            right = plain(same[0].first), plain(same[0].second)
            told = f"表中两个季度之和，上半年是{right[0]}{one[2]}，下半年是{right[1]}{one[2]}"
            yield RULE.at(subject, para, told, one[0])
