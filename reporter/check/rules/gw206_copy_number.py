"""份号 has six digits (L130)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW206",
    title="份号用6位3号阿拉伯数字",
    implements=("L130",),
    clause="GB/T 9704-2012 7.2.1",
    strength="shall",
    tests="版心左上角第一行的份号",
    why="位数一致，分发和清退时才好核对。",
    hint="补足6位，例：000012",
    good=lambda: notice(copy_number="000012"),
    bad=lambda: notice(copy_number="0012"),
    roles=("copy_number",),
    yields=("GW514",),
    about=("copy_number",),
)
_FORM = re.compile(r"\d{6}", re.ASCII)


def check(subject: Subject) -> Iterator[Finding]:
    """Whatever stands at the place of 份号."""
    for element in subject.sure("copy_number"):
        if not _FORM.fullmatch(element.text.strip()):
            yield RULE.at(subject, element, "份号不是6位阿拉伯数字")
