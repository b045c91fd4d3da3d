"""发文字号's year stands in 〔〕 (L001)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW201",
    title="发文字号的年份用六角括号〔〕括入",
    implements=("L001",),
    clause="GB/T 9704-2012 7.2.5",
    strength="shall",
    tests="发文字号里四位年份两边的括号",
    why="六角括号是发文字号的专用括号，用方括号、圆括号会与文中的注释和引用相混。",
    hint="把年份两边改成六角括号，例：安民字〔2026〕12号",
    good=lambda: notice(number="安民字〔2026〕12号"),
    bad=lambda: notice(number="安民字[2026]12号"),
    roles=("number",),
)
_WRONG = re.compile(
    r"[\[\(（［【<〈〖「『{]\s*\d{4}\s*[\]\)）］】>〉〗」』}〕]|〔\s*\d{4}\s*[\]\)）］】>〉〗」』}]"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Every 发文字号, in the header and repeated in front of a separate attachment."""
    for element in subject.sure("number"):
        if found := _WRONG.search(element.text):
            yield RULE.at(subject, element, f"发文字号的年份用了{found[0][0]}{found[0][-1]}，应当用〔〕")
