"""No two marks in a row where one is meant (L060)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW560",
    title="标点不重复",
    implements=("L060",),
    clause="GB/T 15834-2011 4、5.1",
    strength="practice",
    tests="连在一起的两个顿号、逗号、分号、冒号，或句号与逗号相连",
    why="删改句子时常会留下多余的标点。",
    hint="删去多余的一个",
    good=lambda: notice(body=("检查食堂许可、食品留样。",)),
    bad=lambda: notice(body=("检查食堂许可、、食品留样。",)),
    severity="warning",
)
_WRONG = apart("、[、，。；：]", "，[、，。；：]", "；[、，。；：]", "：[、，。；：]", "。[、，；：]")


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes."""
    for para, found in subject.seen.joined.matches(_WRONG):
        yield RULE.at(subject, para, f"标点“{found[0]}”重复", around(para.text, found))
