"""A measure in two units is converted rightly (R7)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reporter.artefacts.seen.joined import apart
from reporter.check.finding import Finding
from reporter.check.quantities import plain
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW661",
    title="两种单位的换算正确",
    implements=("R7",),
    clause="《中华人民共和国法定计量单位》",
    strength="shall",
    tests="“1.2公顷（合18亩）”这样括注的换算",
    why="两个数总有一个是错的。",
    hint="核算后改正，一般只写法定单位",
    good=lambda: notice(body=("占地1.2公顷（合18亩）。",)),
    bad=lambda: notice(body=("占地1.2公顷（合12亩）。",)),
)
_NUMBER = r"(\d+(?:\.\d+)?)"
_PAIRS = {
    ("公顷", "亩"): Decimal(15), ("千克", "市斤"): Decimal(2), ("千克", "斤"): Decimal(2),
    ("公斤", "市斤"): Decimal(2), ("公斤", "斤"): Decimal(2),
    ("吨", "千克"): Decimal(1000), ("吨", "公斤"): Decimal(1000), ("公里", "里"): Decimal(2),
    ("平方公里", "公顷"): Decimal(100), ("公顷", "平方米"): Decimal(10000), ("公里", "米"): Decimal(1000),
    ("千克", "公斤"): Decimal(1), ("小时", "分钟"): Decimal(60),
}  # fmt: skip
_FIRST = "|".join(sorted({first for first, _ in _PAIRS}, key=len, reverse=True))
_SECOND = "|".join(sorted({second for _, second in _PAIRS}, key=len, reverse=True))
_BOTH = re.compile(rf"{_NUMBER}(?:余)?({_FIRST})（(?:折?合|即|约|等于)*{_NUMBER}({_SECOND})）", re.ASCII)
_QUICK = apart(*(f"{unit}（" for unit in "顷克斤吨里时"))
_NEAR = Decimal("0.03")
"""By how much a rounded figure may differ."""


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes."""
    for para, found in subject.seen.joined.matches(_BOTH, quick=_QUICK):
        factor = _PAIRS.get((found[2], found[4]))
        right = Decimal(found[1]) * factor if factor else Decimal(0)
        if right and abs(Decimal(found[3]) - right) > right * _NEAR:
            told = f"{found[1]}{found[2]}是{plain(right)}{found[4]}"
            yield RULE.at(subject, para, told, around(para.text, found))
