"""Middle rules of 版记 are about 0.25 mm thick (L102)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.measured import deviations
from reporter.check.rule import Rule
from reporter.check.samples import measured, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW425",
    title="版记中间的分隔线用细线（推荐0.25 mm）",
    implements=("L102",),
    clause="GB/T 9704-2012 7.4.1",
    strength="recommended",
    tests="版记中间线的粗细",
    why="首末线粗、中间线细是推荐做法。",
    hint="边框设为0.75磅",
    good=lambda: measured(notice(), imprint_middle=0.25),
    bad=lambda: measured(notice(), imprint_middle=0.6),
    needs=("layout",),
    severity="info",
)


def check(subject: Subject) -> Iterator[Finding]:
    """Measured item `imprint_middle`. Tolerance 0.1 of the item's unit."""
    yield from deviations(RULE, subject, "imprint_middle", 0.1)
