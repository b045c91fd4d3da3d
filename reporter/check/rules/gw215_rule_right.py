"""The red rule ends at the type area's right edge (L135)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.measured import deviations
from reporter.check.rule import Rule
from reporter.check.samples import measured, notice
from reporter.check.sheets import edges_fit
from reporter.check.subject import Subject

RULE = Rule(
    code="GW215",
    title="红色分隔线与版心等宽（右端）",
    implements=("L135",),
    clause="GB/T 9704-2012 7.2.7",
    strength="shall",
    tests="红线右端的位置",
    why="红线与版心等宽才整齐。",
    hint="红线右端对齐右边距（26毫米）",
    good=lambda: measured(notice(), rule_right=184.0),
    bad=lambda: measured(notice(), rule_right=192.0),
    needs=("layout",),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Measured item `rule_right`. Tolerance 1.5 of the item's unit. Wrong white edges are told alone."""
    if edges_fit(subject):
        yield from deviations(RULE, subject, "rule_right", 1.5)
