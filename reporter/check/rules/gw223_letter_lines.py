"""A letter's double lines are 170 mm long, centred (L135)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.measured import deviations
from reporter.check.rule import Rule
from reporter.check.samples import measured, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW223",
    title="信函的红色双线长170 mm，居中",
    implements=("L135",),
    clause="GB/T 9704-2012 10.1",
    strength="shall",
    tests="信函红线两端的位置",
    why="线长固定，居中排列。",
    hint="线的左端距纸边20毫米，右端距纸边20毫米",
    good=lambda: measured(notice(), letter_ends=None),
    bad=lambda: measured(notice(), letter_ends="28.0～184.0 mm"),
    needs=("layout",),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Measured item `letter_ends`."""
    yield from deviations(RULE, subject, "letter_ends")
