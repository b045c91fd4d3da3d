"""Headings of one level are numbered without gaps (L047, R24)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reporter.artefacts.seen.model import Element
from reporter.check.finding import Finding
from reporter.check.numbered import numbered
from reporter.check.ordinals import ordinal_of
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject
from reporter.text import hanzi_number

RULE = Rule(
    code="GW319",
    title="同级标题序号连续，不漏号不重号",
    implements=(
        "L047",
        "R24",
    ),
    clause="GB/T 9704-2012 7.3.3",
    strength="shall",
    tests="同一上级标题下各标题的序号",
    why="漏号、重号会让人以为缺了内容。",
    hint="按顺序重新编号",
    good=lambda: notice(body=("一、总体要求", "二、主要任务")),
    bad=lambda: notice(body=("一、总体要求", "三、主要任务")),
    roles=("heading",),
    yields=("GW317", "GW318"),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Siblings below one parent begin at one and rise by one; every part of the document counts for itself. A line
    that was not surely recognised and begins with a number that is missed is not missing."""
    last: dict[tuple[int, int], int] = {}
    before: dict[tuple[int, int], int] = {}
    for element in subject.sure("heading"):
        ordinal = ordinal_of(element.label)
        if not ordinal:
            continue
        key = element.part, element.level
        wanted = last.get(key, 0) + 1
        skips = ordinal != wanted and not (ordinal == 1 and element.level > 1)
        if skips and not _stand(subject, before.get(key, 0), element, range(wanted, ordinal)):
            yield RULE.at(subject, element, f"序号是“{element.label}”，这里应为第{wanted}个")
        last = {
            (part, level): n
            for (part, level), n in last.items()
            if part == element.part and level < element.level
        }
        last[key] = ordinal
        before[key] = element.para.number
    items = [one for one in subject.sure("body") if one.label]
    for one, after in pairwise(numbered(subject)) if items else ():
        beside = one.para.number + 1 == after.para.number and one.para.place == after.para.place == "text"
        if beside and one.label == after.label and (ordinal_of(one.label) == 1 or after.role == "body"):
            yield RULE.at(subject, after, f"序号“{after.label}”重复了")


def _stand(subject: Subject, after: int, element: Element, missed: range) -> bool:
    """Whether each number that is missed begins a line between the heading before and this one."""
    if not missed:
        return False
    between = [para.text.lstrip() for para in subject.seen.paras[after : element.para.number - 1]]
    own = hanzi_number(missed.stop)
    labels = [element.label.replace(own, hanzi_number(number)) for number in missed if own in element.label]
    return bool(labels) and all(any(text.startswith(label) for text in between) for label in labels)
