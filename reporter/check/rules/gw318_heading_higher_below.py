"""No higher form of number below a lower one (L046)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.ordinals import ordinal_of
from reporter.check.rule import Rule
from reporter.check.samples import heading, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW318",
    title="低层次序号下面不用高层次序号",
    implements=("L046",),
    clause="GB/T 15834-2011 附录 B.3.8",
    strength="shall",
    tests="各级标题序号的上下层次",
    why="（一）下面再用一、，层次就颠倒了。",
    hint="把两级序号对调：先一、后（一）",
    good=lambda: notice(body=(heading("一、目标", 1), heading("（一）近期", 2))),
    bad=lambda: notice(body=(heading("（一）目标", 2), heading("一、近期", 1), heading("二、远期", 1))),
    roles=("heading",),
)


def check(subject: Subject) -> Iterator[Finding]:
    """A part of the document that begins with （一） does not go on to 一、 later."""
    tops: dict[int, int] = {}
    for element in subject.sure("heading"):
        top = tops.setdefault(element.part, element.level)
        if element.level < top:
            yield RULE.at(subject, element, f"“{element.label}”比前面的序号层次高，却排在它们下面")
            tops[element.part] = element.level
    yield from _below_digits(subject)


def _below_digits(subject: Subject) -> Iterator[Finding]:
    """（一）（二） that stand between 1. and 2.: lists of the body may be recognised less surely."""
    found = {one.para.number: one for one in subject.seen.all("heading", "body") if one.label and one.level}
    items = list(found.values())
    for at, one in enumerate(items[:-1]):
        inner = items[at + 1]
        if (one.level, inner.level) not in _TURNED or ordinal_of(inner.label) != 1:
            continue
        behind = next((other for other in items[at + 2 :] if other.level != inner.level), None)
        next_one = behind is not None and behind.level == one.level and behind.part == one.part == inner.part
        if behind and next_one and ordinal_of(behind.label) == ordinal_of(one.label) + 1:
            yield RULE.at(subject, inner, f"“{inner.label}”排在“{one.label}”和“{behind.label}”之间，层次比它们高")


_TURNED = ((3, 2), (3, 1))
"""（一） and 一、 below 1."""
