"""An order's mark begins 20 mm below the type area's top edge (L134)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.measured import deviations
from reporter.check.rule import Rule
from reporter.check.samples import measured, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW220",
    title="命令（令）的发文机关标志上边缘至版心上边缘20 mm",
    implements=("L134",),
    clause="GB/T 9704-2012 10.2",
    strength="shall",
    tests="命令标志的墨迹上边",
    why="命令格式的标志位置与文件格式不同。",
    hint="标志上边距纸边57毫米",
    good=lambda: measured(notice(), mark_order=57.0),
    bad=lambda: measured(notice(), mark_order=72.0),
    needs=("layout",),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Measured item `mark_order`. Tolerance 2.0 of the item's unit."""
    yield from deviations(RULE, subject, "mark_order", 2.0)
