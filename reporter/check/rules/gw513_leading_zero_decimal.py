"""A decimal begins with 0 (L072)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW513",
    title="纯小数写出小数点前的0",
    implements=("L072",),
    clause="GB/T 15835-2011 5.1",
    strength="recommended",
    tests="前面没有数字的小数点",
    why="小数点不醒目，容易看漏。",
    hint="照“0.5”这样写",
    good=lambda: notice(body=("人均面积增加0.5平方米。",)),
    bad=lambda: notice(body=("人均面积增加 .5平方米。",)),
    signs=(".",),
)
_WRONG = re.compile(r"\.(?<![\dA-Za-z.]\.)\d+(?![\dA-Za-z.])")


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes."""
    for para, found in subject.seen.matches(_WRONG):
        yield RULE.at(subject, para, f"小数“{found[0]}”前面没有0", around(para.text, found))
