"""The last rule of 版记 is the foot of the type area (L101)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from reporter.check.finding import Finding
from reporter.check.measured import deviations
from reporter.check.rule import Rule
from reporter.check.samples import measured, notice
from reporter.check.subject import Subject
from reporter.typeset.standard import IMPRINT

_FOOT_MM = IMPRINT.last_rule_from_page_mm
RULE = Rule(
    code="GW421",
    title="版记末条分隔线与最后一面版心下边缘重合",
    implements=("L101",),
    clause="GB/T 9704-2012 7.4.1",
    strength="shall",
    tests="版记最后一条线的高低",
    why="版记沉底，印发信息位置固定。",
    hint="版记用锚定版心下边的表格，不靠空行推到页底",
    good=lambda: measured(notice(), imprint_foot=_FOOT_MM),
    bad=lambda: measured(notice(), imprint_foot=240.0),
    needs=("layout",),
)
_TOLERANCE = 2.0
"""mm."""


def check(subject: Subject) -> Iterator[Finding]:
    """The measured rule, or in a PDF whose rule lies too high to be taken for one the rule below the last line. What
    LibreOffice makes of a Word file is only a hint of where Word puts it."""
    found = list(deviations(RULE, subject, "imprint_foot", _TOLERANCE))
    last = subject.sure("print_date", "print_office")
    rule = last[-1].para.looks.rule_below if last else None
    if not found and rule and rule.top and abs(rule.top - _FOOT_MM) > _TOLERANCE:
        found = [
            RULE.at(subject, last[-1], f"版记末条分隔线距上页边{rule.top:.1f}毫米，应为{_FOOT_MM:.0f}毫米")
        ]
    elif not found and last and subject.seen.face == "document" and _unfound(subject):
        found = [RULE.at(subject, last[-1], "版记末条分隔线不在版心下边缘")]
    rendered = subject.layout is not None and subject.layout.rendered
    yield from (replace(one, severity="warning") if rendered else one for one in found)


def _unfound(subject: Subject) -> bool:
    """Whether a PDF was measured and no rule of 版记 stood near the foot."""
    row = subject.layout.rows.get("imprint_foot") if subject.layout and not subject.layout.rendered else None
    return row is not None and row.verdict == "未测"
