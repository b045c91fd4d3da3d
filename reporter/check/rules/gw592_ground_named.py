"""What something rests on is said to the end: 按照《…》的规定 (R25)."""

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
    code="GW592",
    title="“按照……的”后面写全要求、规定",
    implements=("R25",),
    clause="公文校对要求",
    strength="recommended",
    tests="“按照《……办法》的，”“根据县政府的，”这样在“的”字处断开的说法",
    why="删改时丢了中心词，句子不通，依据也不清楚。",
    hint="补上“规定”“要求”“安排”等词，或者删去“的”",
    good=lambda: notice(body=("按照《养老机构管理办法》的规定，开展检查。",)),
    bad=lambda: notice(body=("按照《养老机构管理办法》的，开展检查。",)),
)
_WRONG = re.compile(
    r"(?:(?<![未不])(?:按照|依照)|根据|依据|遵照)[^，。；：！？]{0,50}(?:》|(?:政府|民政局|办公室|委员会|部门|会议))的，"
)
_QUICK = apart("的，")


def check(subject: Subject) -> Iterator[Finding]:
    """Clauses of running text; 未按照…的，is whoever does not follow it."""
    for para, found in subject.text_of("body", "heading").matches(_WRONG, quick=_QUICK):
        yield RULE.at(subject, para, "“的”后面缺了中心词", around(para.text, found))
