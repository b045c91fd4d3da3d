"""The last rule of 版记 is the foot of the type area (L101)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.measured import deviations
from reporter.check.rule import Rule
from reporter.check.samples import measured, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW421",
    title="版记末条分隔线与最后一面版心下边缘重合",
    implements=("L101",),
    clause="GB/T 9704-2012 7.4.1",
    strength="shall",
    tests="版记最后一条线的高低",
    why="版记沉底，印发信息位置固定。",
    hint="版记用锚定版心下边的表格，不靠空行推到页底",
    good=lambda: measured(notice(), imprint_foot=262.0),
    bad=lambda: measured(notice(), imprint_foot=240.0),
    needs=("layout",),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Measured item `imprint_foot`. Tolerance 2.0 of the item's unit."""
    yield from deviations(RULE, subject, "imprint_foot", 2.0)
