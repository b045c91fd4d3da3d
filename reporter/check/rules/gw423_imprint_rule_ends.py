"""The rules of 版记 are as wide as the type area (L102)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.measured import deviations
from reporter.check.rule import Rule
from reporter.check.samples import measured, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW423",
    title="版记的分隔线与版心等宽",
    implements=("L102",),
    clause="GB/T 9704-2012 7.4.1",
    strength="shall",
    tests="版记各条线两端的位置",
    why="线与版心等宽才整齐。",
    hint="版记表格左右边对齐28毫米和184毫米，左右缩进设为0",
    good=lambda: measured(notice(), imprint_ends=None),
    bad=lambda: measured(notice(), imprint_ends="20.0～190.0 mm"),
    needs=("layout",),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Measured item `imprint_ends`."""
    yield from deviations(RULE, subject, "imprint_ends")
