"""Work that begins on one day ends on one day in all files of a set (R11)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import two
from reporter.check.subject import Subject

RULE = Rule(
    code="GW737",
    title="同一项工作的起止时间一致",
    implements=("R11", "R8"),
    clause="公文一致性要求",
    strength="recommended",
    tests="几份文稿里起始日相同、结束日不同的起止时间",
    why="同一天开始的工作，多半是同一件事。",
    hint="核对两份文稿；确是两件事的不必改",
    good=lambda: two("2026年5月11日至6月12日，开展联合检查。", "2026年5月11日至6月12日，进行了联合检查。"),
    bad=lambda: two("2026年5月11日至6月12日，开展联合检查。", "2026年5月11日至6月30日，进行了联合检查。"),
    needs=("set",),
)
_RANGE = re.compile(
    r"(20\d{2}年\d{1,2}月\d{1,2}日)(?:起)?(?:至|到|—|——)((?:20\d{2}年)?\d{1,2}月(?:\d{1,2}日|底))"
)
_YEAR = re.compile(r"^20\d{2}年")
_FIRST_DAY = re.compile(r"年1月1日$")


def check_set(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """Full first days with the ends that each file gives; 1 January begins whatever counts a year."""
    first: dict[str, tuple[Subject, str]] = {}
    for subject in subjects:
        for para in subject.paras_of("body", "heading"):
            for found in _RANGE.finditer(para.text):
                end = _YEAR.sub("", found[2])
                if _FIRST_DAY.search(found[1]):
                    continue
                other, before = first.setdefault(found[1], (subject, end))
                if other is not subject and before != end:
                    message = f"起止时间，{other.name}写到{before}，这里写到{end}"
                    yield RULE.at(subject, para, message, around(para.text, found))
