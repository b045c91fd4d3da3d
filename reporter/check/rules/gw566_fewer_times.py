"""What grows less does so by shares, not by times (usage)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW566",
    title="减少、下降用百分数或分数，不用倍数和负号，不超过100%",
    implements=("R4",),
    clause="数字用法的通行做法",
    strength="practice",
    tests="“减少2倍”“下降-8%”“降幅125%”这样的说法",
    why="减少一倍就没有了，减少两倍不知所云；下降负数就是上升。",
    hint="改成减少一半、减少三分之二，或下降8%",
    good=lambda: notice(body=("隐患数量比上年减少三分之二。",)),
    bad=lambda: notice(body=("隐患数量比上年减少2倍。",)),
    severity="warning",
    signs=("减", "降", "缩"),
)
_LESS = "(?:减少|下降|降低|缩短|缩小|压减|减|降)了?(?:近|约|超过)?"
_WRONG = re.compile(
    rf"{_LESS}(?:(?:\d[\d.]*|[一二两三四五六七八九十几]+)倍|[-－−–]\d[\d.]*[%％]?)"
    r"|(?:减少|下降|降低|缩短|缩小|压减|降幅)(?:了|为|达|达到)?(?!100(?:\.0+)?[%％])[1-9]\d{2,}(?:\.\d+)?[%％]"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes."""
    for para, found in subject.seen.matches(_WRONG):
        yield RULE.at(subject, para, f"“{found[0]}”说不通", around(para.text, found))
