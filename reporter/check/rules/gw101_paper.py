"""The sheet is A4 (5.1)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.measured import deviations
from reporter.check.rule import Rule
from reporter.check.samples import measured, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW101",
    title="公文用纸为 A4（210 mm × 297 mm），宽表可用 A3",
    implements=("L120",),
    clause="GB/T 9704-2012 5.1",
    strength="shall",
    tests="每一页的纸张大小",
    why="归档和装订都按 A4；混用纸张会在装订时折角或裁掉文字。",
    hint="在页面设置里把纸张改为 A4",
    good=lambda: measured(notice(), paper=None),
    bad=lambda: measured(notice(), paper="216 × 279 mm"),
    needs=("layout",),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Measured item `paper` of a PDF; a Word file's setting is another rule's."""
    if subject.setting is None:
        yield from deviations(RULE, subject, "paper")
