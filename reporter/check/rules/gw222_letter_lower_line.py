"""A letter's lower double line lies 20 mm above the sheet's foot (L135)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.measured import deviations
from reporter.check.rule import Rule
from reporter.check.samples import measured, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW222",
    title="信函首页下边的红色双线距下页边20 mm",
    implements=("L135",),
    clause="GB/T 9704-2012 10.1",
    strength="shall",
    tests="信函末条红线到纸下边的距离",
    why="上下两条红色双线是信函格式的标记。",
    hint="下边双线移到距纸下边20毫米处",
    good=lambda: measured(notice(), letter_lower=20.0),
    bad=lambda: measured(notice(), letter_lower=30.0),
    needs=("layout",),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Measured item `letter_lower`. Tolerance 1.5 of the item's unit."""
    yield from deviations(RULE, subject, "letter_lower", 1.5)
