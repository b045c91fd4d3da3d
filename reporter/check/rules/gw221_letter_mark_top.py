"""A letter's mark begins 30 mm below the sheet's top edge (L134)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.measured import deviations
from reporter.check.rule import Rule
from reporter.check.samples import measured, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW221",
    title="信函的发文机关标志上边缘至上页边30 mm",
    implements=("L134",),
    clause="GB/T 9704-2012 10.1",
    strength="shall",
    tests="信函标志的墨迹上边",
    why="信函格式的标志位置与文件格式不同。",
    hint="标志上边距纸边30毫米",
    good=lambda: measured(notice(), mark_letter=30.0),
    bad=lambda: measured(notice(), mark_letter=40.0),
    needs=("layout",),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Measured item `mark_letter`. Tolerance 2.0 of the item's unit."""
    yield from deviations(RULE, subject, "mark_letter", 2.0)
