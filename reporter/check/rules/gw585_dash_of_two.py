"""A dash is two cells long (GB/T 15834-2011 4.10)."""

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
    code="GW585",
    title="破折号占两个字",
    implements=("L066",),
    clause="GB/T 9704-2012 9、GB/T 15834-2011 4.10、5.1.5",
    strength="recommended",
    tests="引号、书名号后面只有一个字长的横线",
    why="一个字长的是连接号，表示起止，不表示解释。",
    hint="改为破折号——",
    good=lambda: notice(body=("实行“一院一策”——每院一张清单。",)),
    bad=lambda: notice(body=("实行“一院一策”—每院一张清单。",)),
    signs=("—",),
)
_WRONG = re.compile("—(?<=[”》）]—)(?=[\u4e00-\u9fff])")
_QUICK = apart("”—", "》—", "）—")


def check(subject: Subject) -> Iterator[Finding]:
    """Behind closing marks and before words: between two names or times one cell is right."""
    for para, found in subject.seen.joined.matches(_WRONG, quick=_QUICK):
        yield RULE.at(subject, para, "破折号只有一个字长", around(para.text, found))
