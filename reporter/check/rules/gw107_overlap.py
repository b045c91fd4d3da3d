"""No text lies over another."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.measured import deviations
from reporter.check.rule import Rule
from reporter.check.samples import measured, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW107",
    title="文字不重叠",
    implements=("L121",),
    clause="GB/T 9704-2012 5.2",
    strength="shall",
    tests="同一位置是否印了两处文字",
    why="重叠的文字无法辨认。",
    hint="把文本框或浮动表格移开，或改成嵌入",
    good=lambda: measured(notice(), overlap=None),
    bad=lambda: measured(notice(), overlap="安和县民政局"),
    needs=("layout",),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Measured item `overlap`."""
    yield from deviations(RULE, subject, "overlap")
