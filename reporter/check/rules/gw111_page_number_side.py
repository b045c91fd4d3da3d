"""Odd numbers stand right, even ones left, one 字 in (L110)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.measured import deviations
from reporter.check.pagenumbers import numbers_centred
from reporter.check.rule import Rule
from reporter.check.samples import measured, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW111",
    title="单页码居右空一字，双页码居左空一字",
    implements=("L110",),
    clause="GB/T 9704-2012 7.5",
    strength="shall",
    tests="页码离版心左右边的距离",
    why="双面印刷后页码才都在外侧。",
    hint="页面设置勾选“奇偶页不同”，奇数页页码右空一字，偶数页左空一字",
    good=lambda: measured(notice(), dash_side=4.94),
    bad=lambda: measured(notice(), dash_side=75.0),
    needs=("layout",),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Measured item `dash_side`. Tolerance 1.5 of the item's unit."""
    if not numbers_centred(subject):  # that is told of the setting
        yield from deviations(RULE, subject, "dash_side", 1.5)
