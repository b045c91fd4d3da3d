"""The year of 发文字号 has four digits (L002)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW202",
    title="发文字号的年份标全称四位",
    implements=("L002",),
    clause="GB/T 9704-2012 7.2.5",
    strength="shall",
    tests="发文字号括号里的年份",
    why="两位年份在归档和引用时分不清年代。",
    hint="写成四位年份，例：〔2026〕",
    good=lambda: notice(number="安民字〔2026〕12号"),
    bad=lambda: notice(number="安民字〔26〕12号"),
    roles=("number",),
)
_YEAR = re.compile(r"[〔\[\(（［【<〖](\d+)[〕\]\)）］】>〗]")


def check(subject: Subject) -> Iterator[Finding]:
    """The digits between the brackets, whatever sort of brackets they are."""
    for element in subject.sure("number"):
        found = _YEAR.search(element.text)
        if found and len(found[1]) != 4:
            yield RULE.at(subject, element, f"发文字号的年份“{found[1]}”不是四位数")
        elif found and _YEAR.match(element.text, found.end()):
            yield RULE.at(subject, element, f"发文字号的年份“{found[0]}”打了两遍")
