"""The first rule of 版记 is about 0.35 mm thick (L102)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.measured import deviations
from reporter.check.rule import Rule
from reporter.check.samples import measured, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW424",
    title="版记首条分隔线用粗线（推荐0.35 mm）",
    implements=("L102",),
    clause="GB/T 9704-2012 7.4.1",
    strength="recommended",
    tests="版记第一条线的粗细",
    why="首末线粗、中间线细是推荐做法。",
    hint="边框设为1磅",
    good=lambda: measured(notice(), imprint_first=0.35),
    bad=lambda: measured(notice(), imprint_first=1.0),
    needs=("layout",),
    severity="info",
)


def check(subject: Subject) -> Iterator[Finding]:
    """Measured item `imprint_first`. Tolerance 0.15 of the item's unit."""
    yield from deviations(RULE, subject, "imprint_first", 0.15)
