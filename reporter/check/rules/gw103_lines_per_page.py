"""A full page has 22 lines (L121)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.measured import deviations
from reporter.check.rule import Rule
from reporter.check.samples import measured, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW103",
    title="每页排22行",
    implements=("L121",),
    clause="GB/T 9704-2012 5.2.3",
    strength="recommended",
    tests="写满的页面有几行",
    why="行数一致，页面疏密才一致，首页也能显示正文。",
    hint="把行距设为固定值28.95磅，页边距上37下35毫米",
    good=lambda: measured(notice(), lines=22),
    bad=lambda: measured(notice(), lines=26),
    needs=("layout",),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Measured item `lines`."""
    yield from deviations(RULE, subject, "lines")
