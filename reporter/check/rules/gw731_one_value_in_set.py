"""The same quantity has one value in all files of a set (R1, R8)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reporter.check.finding import Finding
from reporter.check.mentions import mentions
from reporter.check.quantities import Quantity, plain
from reporter.check.rule import Rule
from reporter.check.samples import two
from reporter.check.subject import Subject

RULE = Rule(
    code="GW731",
    title="一套文稿里同一数据只有一个值",
    implements=(
        "R1",
        "R8",
    ),
    clause="公文一致性要求",
    strength="shall",
    tests="几份文稿里说法、单位、地点、时间都相同的数",
    why="通知、方案、表格、总结要互相对得上。",
    hint="以台账为准，改成一个值",
    good=lambda: two("全县共有养老机构42家。", "全县共有养老机构42家。"),
    bad=lambda: two("全县共有养老机构42家。", "全县共有养老机构43家。"),
    needs=("set",),
)
_SHORT = 4


def check_set(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """Mentions in text and forms with the same words, unit, places and times."""
    first: dict[tuple[str, str, frozenset[str]], tuple[Subject, Quantity]] = {}
    for subject in subjects:
        for para, one in mentions(subject):
            if len(one.what) < _SHORT or one.percent:
                continue
            other, before = first.setdefault((one.what, one.unit, one.scope), (subject, one))
            if other is not subject and before.value != one.value:
                theirs, ours = f"{plain(before.value)}{one.unit}", f"{plain(one.value)}{one.unit}"
                message = f"“{one.what}”在{other.name}里是{theirs}，这里是{ours}"
                yield RULE.at(subject, para, message, para.text[max(0, one.start - 12) : one.end])
