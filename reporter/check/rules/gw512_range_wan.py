"""Both ends of a range bear 万 or 亿 (L071)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW512",
    title="数值范围前后都写“万”“亿”",
    implements=("L071",),
    clause="GB/T 15835-2011 5.1",
    strength="recommended",
    tests="“13～17万元”这样的写法",
    why="省了前一个“万”，13万元就成了13元。",
    hint="照“13万元～17万元”这样写",
    good=lambda: notice(body=("补助13万元～17万元。",)),
    bad=lambda: notice(body=("补助13～17万元。",)),
)
_N = r"\d+(?:\.\d+)?"
_WRONG = re.compile(rf"(?<![\d.]){_N}(?:[～~]{_N}[万亿]|(?:——?|至){_N}[万亿](?=[元人平亩吨户张]))")
_QUICK = re.compile(r"[～~—至]\d++(?:\.\d+)?[万亿]")


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes."""
    text = subject.seen.joined
    for para, found in text.matches(_WRONG, quick=_QUICK, at=text.numbers.signs_before("～~—至")):
        yield RULE.at(subject, para, f"数值范围“{found[0]}”前一个没有数位", around(para.text, found))
