"""The same quantity has one value in a document (R8)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.quantities import Quantity, plain, quantities
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW528",
    title="同一数据前后一致",
    implements=("R8",),
    clause="公文一致性要求",
    strength="shall",
    tests="正文里说法、单位、地点、时间都相同的数",
    why="一份公文里同一个数有两个值，读者不知道以哪个为准。",
    hint="以台账为准，改成一个值",
    good=lambda: notice(
        body=(
            "全县共有养老机构186家。",
            "186家养老机构均已备案。",
        )
    ),
    bad=lambda: notice(
        body=(
            "全县共有养老机构186家，检查了一遍。",
            "全县共有养老机构190家，分布在各乡镇。",
        )
    ),
    roles=(
        "body",
        "heading",
    ),
)
_SHORT = 4


def check(subject: Subject) -> Iterator[Finding]:
    """Mentions with the same words, unit, places and times."""
    first: dict[tuple[str, str, frozenset[str]], Quantity] = {}
    for para in subject.paras_of("title", "body", "heading", "attachment_title"):
        for one in quantities(para.text):
            if len(one.what) < _SHORT or one.percent:
                continue
            key = one.what, one.unit, one.scope
            before = first.setdefault(key, one)
            if before.value != one.value:
                message = (
                    f"同一项数据，前面写{plain(before.value)}{one.unit}，这里写{plain(one.value)}{one.unit}"
                )
                yield RULE.at(subject, para, message, para.text[max(0, one.start - 12) : one.end])
