"""An id stands in one row of a ledger (R6, R9)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.artefacts.seen.model import Grid
from reporter.check.columns import repeated_ids
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW576",
    title="台账里编号不重复",
    implements=("R6", "R9"),
    clause="公文一致性要求",
    strength="shall",
    tests="表头是编号、隐患编号、证号的一栏里相同的值",
    why="两条同号，销号时就销错一条，四个清单也对不上。",
    hint="核对后改正其中一个编号；重复录入的删去一行",
    good=lambda: notice(grids=(Grid(1, (("隐患编号", "机构"), ("AH-001", "甲"), ("AH-002", "乙")), 1),)),
    bad=lambda: notice(grids=(Grid(1, (("隐患编号", "机构"), ("AH-001", "甲"), ("AH-001", "乙")), 1),)),
    tables=True,
)


def check(subject: Subject) -> Iterator[Finding]:
    """The first column of ids of each table."""
    for grid in subject.seen.grids:
        for row, column, first in repeated_ids(grid):
            value = grid.rows[row - 1][column].strip()
            yield RULE.in_cell(subject, grid, row, column, f"编号{value}与第{first}行的相同", value)
