"""Nothing follows a bracketed number (L041)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.numbered import numbered
from reporter.check.rule import Rule
from reporter.check.samples import heading, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW313",
    title="带括号的序号后不加标点",
    implements=("L041",),
    clause="GB/T 15834-2011 附录 B.3.4",
    strength="shall",
    tests="（一）、（1）后面的标点",
    why="序号写法统一，层次才一目了然。",
    hint="删去括号后面的标点：（一）",
    good=lambda: notice(body=(heading("（一）排查隐患", 2),)),
    bad=lambda: notice(body=(heading("（一）、排查隐患", 2),)),
    roles=("heading",),
    folds=2,
)
_WRONG = re.compile(
    r"^[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]\s*[、，,.．:：；;]|^[（(][一二三四五六七八九十]{1,3}[、，,.．]\s*[）)]"
)
_SPACED = re.compile(r"^[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)][ \u3000]+\S")


def check(subject: Subject) -> Iterator[Finding]:
    """Headings and numbered items as typed or as automatic numbering prints them."""
    for element in numbered(subject):
        if _WRONG.match(element.text):
            yield RULE.at(subject, element, "带括号的序号后面加了标点")
        elif _SPACED.match(element.text):
            yield RULE.at(subject, element, "带括号的序号后面空了格")
