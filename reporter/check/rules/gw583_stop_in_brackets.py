"""No 。 at the end of brackets within a sentence (GB/T 15834-2011 4.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW583",
    title="句内括号里末尾不用句号",
    implements=("L062",),
    clause="GB/T 9704-2012 9、GB/T 15834-2011 4.9",
    strength="recommended",
    tests="句子中间的括号是不是以句号结束",
    why="句号把一句话从中间断开。",
    hint="删去括号里末尾的句号",
    good=lambda: notice(body=("按照实施办法（2025年修订）执行。",)),
    bad=lambda: notice(body=("按照实施办法（2025年修订。）执行。",)),
)
_END = re.compile("。）")
_NOT_WITHIN = "。！？；：\n"


def check(subject: Subject) -> Iterator[Finding]:
    """Brackets that follow words of a sentence; those behind its end, or a whole paragraph, hold sentences."""
    for para, found in subject.seen.joined.matches(_END, "。）"):
        begin = para.text.rfind("（", 0, found.start())
        before = para.text[:begin].rstrip()[-1:] if begin > 0 else ""
        if before and before not in _NOT_WITHIN and ("\u4e00" <= before <= "\u9fff" or before in "》”"):
            yield RULE.at(subject, para, "句内括号里末尾用了句号", around(para.text, found))
