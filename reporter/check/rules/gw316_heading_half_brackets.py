"""Bracketed numbers take full-width brackets (L044)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.numbered import numbered
from reporter.check.rule import Rule
from reporter.check.samples import heading, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW316",
    title="二级、四级标题的括号用全角",
    implements=("L044",),
    clause="GB/T 9704-2012 7.3.3",
    strength="recommended",
    tests="（一）、（1）的括号",
    why="序号写法统一，层次才一目了然。",
    hint="把“(一)”改为“（一）”",
    good=lambda: notice(body=(heading("（一）排查隐患", 2),)),
    bad=lambda: notice(body=(heading("(一)排查隐患", 2),)),
    roles=("heading",),
    folds=2,
    signs=("(", ")", "）", "【", "〔", "[", "［"),
)
_WRONG = re.compile(r"^\([一二三四五六七八九十\d]{1,3}[)）]|^（[一二三四五六七八九十\d]{1,3}\)")
_OTHER = re.compile(r"[【〔\[［]\s*[一二三四五六七八九十]{1,3}\s*[】〕\]］]")
_HALF = re.compile(r"\d{1,2}[)）]")


def check(subject: Subject) -> Iterator[Finding]:
    """Headings and numbered items as typed or as automatic numbering prints them."""
    joined = subject.seen.joined
    if joined.numbers.behind.isdisjoint(")）") and not joined.says("(", ")", "【", "〔", "[", "［"):
        return
    for element in numbered(subject):
        if _WRONG.match(element.text):
            yield RULE.at(subject, element, "序号的括号是半角的")
        elif found := _OTHER.match(element.text):
            yield RULE.at(subject, element, f"序号的括号是{found[0][0]}{found[0][-1]}，应为（）")
        elif _HALF.match(element.text):
            yield RULE.at(subject, element, "序号的括号缺了左半，应为“（1）”")
