"""A title inside 《》 takes 〈〉 (L065)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW506",
    title="书名号里的书名用单书名号",
    implements=("L065",),
    clause="GB/T 15834-2011 4.15.3.4",
    strength="shall",
    tests="《》里面有没有《",
    why="里外同形，分不清哪一个是外层的结尾。",
    hint="里面的改成〈〉",
    good=lambda: notice(body=("按照《关于印发〈安全检查办法〉的通知》执行。",)),
    bad=lambda: notice(body=("按照《关于印发《安全检查办法》的通知》执行。",)),
)
_WRONG = re.compile(r"《[^》]*《[^》]*》[^《]*?》?|〈[^〉]*《[^》]*》[^〉]*〉")

_QUICK = apart("《[^》《]*+《", "〈[^〉《]*+《")


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes."""
    for para, found in subject.seen.joined.matches(_WRONG, quick=_QUICK):
        yield RULE.at(subject, para, "书名号里又用了双书名号，外层用《》，里层用〈〉", around(para.text, found))
