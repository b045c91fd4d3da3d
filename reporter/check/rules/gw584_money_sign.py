"""¥ or 元, not both (GB 3101, usage of sums)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW584",
    title="货币符号与“元”不并用",
    implements=("L075",),
    clause="GB/T 9704-2012 9、数字用法的通行做法",
    strength="recommended",
    tests="“￥36.48万元”这样的写法",
    why="符号和单位说的是同一件事，重复了。",
    hint="删去货币符号，例：36.48万元",
    good=lambda: notice(body=("涉及金额36.48万元。",)),
    bad=lambda: notice(body=("涉及金额￥36.48万元。",)),
    signs=("￥", "¥", "$"),
)
_WRONG = apart(*(rf"{sign}\s?\d[\d,.]*[万亿]*元" for sign in ("￥", "¥", r"\$")))


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes."""
    for para, found in subject.seen.joined.matches(_WRONG):
        yield RULE.at(subject, para, f"“{found[0]}”既有货币符号又有“元”", around(para.text, found))
