"""The red rule begins at the type area's left edge (L135)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.measured import deviations
from reporter.check.rule import Rule
from reporter.check.samples import measured, notice
from reporter.check.sheets import edges_fit
from reporter.check.subject import Subject

RULE = Rule(
    code="GW214",
    title="红色分隔线与版心等宽（左端）",
    implements=("L135",),
    clause="GB/T 9704-2012 7.2.7",
    strength="shall",
    tests="红线左端的位置",
    why="红线与版心等宽才整齐。",
    hint="红线左端对齐左边距（28毫米）",
    good=lambda: measured(notice(), rule_left=28.0),
    bad=lambda: measured(notice(), rule_left=20.0),
    needs=("layout",),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Measured item `rule_left`. Tolerance 1.5 of the item's unit. Wrong white edges are told alone."""
    if edges_fit(subject):
        yield from deviations(RULE, subject, "rule_left", 1.5)
