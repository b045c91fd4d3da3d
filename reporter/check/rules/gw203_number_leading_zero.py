"""The serial number has no leading zero (L003)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW203",
    title="发文字号的顺序号不编虚位",
    implements=("L003",),
    clause="GB/T 9704-2012 7.2.5",
    strength="shall",
    tests="发文字号年份后面的顺序号",
    why="1不编为01，同一份公文才只有一种写法。",
    hint="删去顺序号前面的0",
    good=lambda: notice(number="安民字〔2026〕5号"),
    bad=lambda: notice(number="安民字〔2026〕005号"),
    roles=("number",),
)
_ZERO = re.compile(r"[〕\]\)）］】>〗]\s*第?\s*([0０][0-9０-９]*)\s*号?")
_ORDER = re.compile(r"第\s*([0０][0-9０-９]*)\s*[号期]")
"""Numbers of orders."""


def check(subject: Subject) -> Iterator[Finding]:
    """Digits behind the year's bracket that begin with 0."""
    for element in subject.sure("number"):
        if found := _ZERO.search(element.text) or _ORDER.match(element.text):
            yield RULE.at(subject, element, f"顺序号“{found[1]}”前编了虚位")
