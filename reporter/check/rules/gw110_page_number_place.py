"""The page number's dash lies 7 mm below the type area (L110)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.measured import deviations
from reporter.check.rule import Rule
from reporter.check.samples import measured, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW110",
    title="页码一字线上距版心下边缘7 mm",
    implements=("L110",),
    clause="GB/T 9704-2012 7.5",
    strength="shall",
    tests="每页页码一字线的高低",
    why="页码位置固定，装订成册后才整齐。",
    hint="页脚距纸边设为约25毫米，页码段落不加段前段后距",
    good=lambda: measured(notice(), dash=269.0),
    bad=lambda: measured(notice(), dash=277.0),
    folds=2,
    needs=("layout",),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Measured item `dash`. Tolerance 1.5 of the item's unit."""
    yield from deviations(RULE, subject, "dash", 1.5)
