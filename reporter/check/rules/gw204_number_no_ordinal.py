"""No 第 before the serial number (L004)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW204",
    title="发文字号的顺序号前不加“第”字",
    implements=("L004",),
    clause="GB/T 9704-2012 7.2.5",
    strength="shall",
    tests="发文字号年份后面、前面有没有“第”",
    why="多写的“第”字使引用和检索对不上。",
    hint="删去“第”字，例：安民字〔2026〕12号",
    good=lambda: notice(number="安民字〔2026〕12号"),
    bad=lambda: notice(number="安民字〔2026〕第12号"),
    roles=("number",),
)
_ORDINAL = re.compile(r"[〕\]\)）］】>〗]\s*第\s*[\d０-９一二三四五六七八九十]")
_BEFORE = re.compile(r"[\u4e00-\u9fff]第\s*[〔\[\(（［【]")
"""Before the year."""


def check(subject: Subject) -> Iterator[Finding]:
    """A 第 between the year and the digits."""
    for element in subject.sure("number"):
        if _ORDINAL.search(element.text):
            yield RULE.at(subject, element, "顺序号前加了“第”字")
        elif _BEFORE.search(element.text):
            yield RULE.at(subject, element, "年份前加了“第”字")
