"""An ellipsis and 等 are not used together (L067)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW508",
    title="省略号与“等”不并用",
    implements=("L067",),
    clause="GB/T 15834-2011 附录 A.9.2",
    strength="recommended",
    tests="“……等”",
    why="两者都表示省略，重复。",
    hint="只留一个",
    good=lambda: notice(body=("灭火器、应急灯等都要检查。",)),
    bad=lambda: notice(body=("灭火器、应急灯……等都要检查。",)),
    signs=("……",),
)
_WRONG = re.compile(r"……\s*等|等\s*……")


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes."""
    for para, found in subject.seen.matches(_WRONG):
        yield RULE.at(subject, para, "省略号与“等”连用", around(para.text, found))
