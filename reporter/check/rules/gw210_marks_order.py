"""份号, 密级 and 紧急程度 stand in this order (L133)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW210",
    title="份号、密级和保密期限、紧急程度自上而下分行排列",
    implements=("L133",),
    clause="GB/T 9704-2012 7.2.3",
    strength="shall",
    tests="三项在版心左上角的先后，是不是分行",
    why="次序固定，登记和分拣时一眼就能找到。",
    hint="按份号、密级和保密期限、紧急程度的次序分行排列",
    good=lambda: notice(copy_number="000012", urgency="特急"),
    bad=lambda: notice(
        mark=(line("特急", "urgency"), line("000012", "copy_number"), line("安和县民政局文件", "mark"))
    ),
    roles=(
        "copy_number",
        "classification",
        "urgency",
    ),
    about=("copy_number", "classification", "urgency",),
)
_ORDER = ("copy_number", "classification", "urgency")


def check(subject: Subject) -> Iterator[Finding]:
    """Those that are there, by their place in the file."""
    found = subject.sure("copy_number", "classification", "urgency", part=0)
    ranks = [_ORDER.index(element.role) for element in found]
    if ranks != sorted(ranks):
        first = next(one for one, rank, after in zip(found, ranks, ranks[1:], strict=False) if rank > after)
        yield RULE.at(subject, first, "份号、密级和保密期限、紧急程度的次序不对")
    elif subject.seen.face == "document":
        for one, after in pairwise(found):
            if one.para.number == after.para.number and one.para.place == "text" and one.role != after.role:
                yield RULE.at(subject, after, "份号、密级和保密期限、紧急程度排在了同一行", one.para.text)
                return
