"""The first page shows body text (L033)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.measured import deviations
from reporter.check.rule import Rule
from reporter.check.samples import measured, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW120",
    title="首页必须显示正文",
    implements=("L033",),
    clause="GB/T 9704-2012 7.3.3",
    strength="shall",
    tests="第一页上有没有正文",
    why="首页只有版头和标题时，看不出是什么公文。",
    hint="缩小发文机关标志字号或间距，或把主送机关移至版记",
    good=lambda: measured(notice(), first_page=None),
    bad=lambda: measured(notice(), first_page="首页没有正文"),
    needs=("layout",),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Measured item `first_page`."""
    yield from deviations(RULE, subject, "first_page")
