"""A range of numbers takes ～ (L069)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW510",
    title="数值范围用浪纹线（～）",
    implements=("L069",),
    clause="GB/T 15834-2011 4.13",
    strength="recommended",
    tests="两个数字之间的半角连接号、破折号",
    why="半角连接号会与减号、编号相混。",
    hint="改成～",
    good=lambda: notice(body=("护理员配备15～20人。",)),
    bad=lambda: notice(body=("护理员配备15-20人。",)),
    severity="info",
)
_COUNTED = r"\d{1,5}(?:\.\d+)?[%万亿元人张个家处平米吨毫厘岁天]"
_OF_TIME = r"\d{1,2}[年月日时点]"
_DASHED = r"(?:——|[—–])(?=\d{1,4}(?:\.\d+)?[%％万亿元人张个家处名次吨岁天])"
_WRONG = re.compile(
    rf"(?<![\d.〔-])\d{{1,5}}(?:\.\d+)?(?:%?[-~]|[%万元人张个家处米吨岁天]{{1,2}}~)(?={_COUNTED})"
    rf"|(?<![\d.〔—–-])\d{{1,4}}(?:\.\d+)?(?:{_DASHED}|%——(?=\d+%)|——(?=\d{{1,2}}年))"
    rf"|(?<![\d-])\d{{1,2}}[月日]?[-~](?={_OF_TIME})"
)
_QUICK = re.compile(rf"[-~](?={_COUNTED}|{_OF_TIME})|{_DASHED}|—(?=\d{{1,2}}年)")
"""What is between the numbers, with the second: a standard's number has no unit behind it."""


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes."""
    text = subject.seen.joined
    between = text.holding(_QUICK, at=text.numbers.signs_before("-~—–"))
    for para, found in text.numbered(_WRONG, then="-~—–.") if any(between) else ():
        sign = "——" if found[0].endswith("——") else found[0][-1]
        yield RULE.at(subject, para, f"数值范围用了“{sign}”", around(para.text, found))
