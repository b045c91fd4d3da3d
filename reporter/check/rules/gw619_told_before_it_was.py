"""What a report says of half a year lies in that half (R10)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

_TITLE = "安和县民政局关于上半年救助工作情况的报告"
RULE = Rule(
    code="GW619",
    title="“上半年”所写的月份在上半年",
    implements=("R10",),
    clause="公文一致性要求",
    strength="recommended",
    tests="“上半年”报告里的“1月至×月”",
    why="月份和标题说的不是一个时期，数就没有依据。",
    hint="核对月份",
    good=lambda: notice(title=_TITLE, body=("1月至6月，救助402人次。",)),
    bad=lambda: notice(title=_TITLE, body=("1月至7月，救助402人次。",)),
    roles=("body",),
    signs=("上半年",),
)
_MONTHS = re.compile(r"(?<![\d年])1月(?:份)?至(\d{1,2})月(?:份)?(?!\d)")
_SIXTH = 6


def check(subject: Subject) -> Iterator[Finding]:
    """Months of a half year, as they are counted from the first."""
    issued, title = subject.issued_on, subject.the("title")
    if issued and title and "上半年" in title.text:
        for para, found in subject.text_of("body", "heading").matches(_MONTHS, "月"):
            if int(found[1]) > max(_SIXTH, issued.month - 1):
                yield RULE.at(subject, para, "本文写的是上半年", around(para.text, found))
