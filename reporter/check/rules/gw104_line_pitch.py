"""Lines stand 225/22 mm apart (L121)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.measured import deviations
from reporter.check.rule import Rule
from reporter.check.samples import measured, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW104",
    title="正文行距为版心高的二十二分之一（28.99磅）",
    implements=("L121",),
    clause="GB/T 9704-2012 5.2.3",
    strength="recommended",
    tests="正文相邻两行的距离",
    why="行距不对，22行撑不满或放不下版心。",
    hint="段落行距选“固定值”，28.95磅",
    good=lambda: measured(notice(), pitch=28.99),
    bad=lambda: measured(notice(), pitch=33.0),
    needs=("layout",),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Measured item `pitch`. Tolerance 0.6 of the item's unit."""
    yield from deviations(RULE, subject, "pitch", 0.6)
