"""A page ends early only where a section does."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.measured import deviations
from reporter.check.rule import Rule
from reporter.check.samples import measured, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW113",
    title="页面下部不无故留白",
    implements=("L093",),
    clause="GB/T 9704-2012 5.2.3",
    strength="practice",
    tests="没有写满又接着下一页的页面",
    why="大片留白常是误加的分页符或空行造成的。",
    hint="检查这一页末尾的空段落、分页符和“与下段同页”",
    good=lambda: measured(notice(), page_end=None),
    bad=lambda: measured(notice(), page_end="空9行"),
    needs=("layout",),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Measured item `page_end`."""
    yield from deviations(RULE, subject, "page_end")
