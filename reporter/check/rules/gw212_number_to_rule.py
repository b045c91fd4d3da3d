"""The red rule lies 4 mm below 发文字号 (L135)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.measured import deviations
from reporter.check.rule import Rule
from reporter.check.samples import measured, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW212",
    title="发文字号之下4 mm处印红色分隔线",
    implements=("L135",),
    clause="GB/T 9704-2012 7.2.7",
    strength="shall",
    tests="发文字号下边到红线的距离",
    why="距离固定，版头才不松散。",
    hint="把红线移到发文字号下方4毫米处",
    good=lambda: measured(notice(), number=4.0),
    bad=lambda: measured(notice(), number=9.0),
    needs=("layout",),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Measured item `number`. Tolerance 1.0 of the item's unit."""
    yield from deviations(RULE, subject, "number", 1.0)
