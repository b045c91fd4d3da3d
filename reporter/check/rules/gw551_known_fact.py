"""A figure that names a fact of the workspace has its value (R8)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec.structs import replace

from reporter.check.finding import Finding
from reporter.check.knowledge import Known, KnownFact
from reporter.check.quantities import plain
from reporter.check.quoting import leading
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject
from reporter.check.tracing import named_figures

RULE = Rule(
    code="GW551",
    title="正文的数与工作文件夹的数据相同",
    implements=("R8", "R1"),
    clause="公文一致性要求",
    strength="shall",
    tests="发现、已整改、未整改的隐患数，养老机构总数，床位、入住老人等数，与工作文件夹同一截止日的数据",
    why="正文与台账不一致，上级核查时无法解释。",
    hint="以台账为准改正文；台账有误的，先改台账再生成",
    good=lambda: _held("全县共排查发现隐患184条。"),
    bad=lambda: _held("全县共排查发现隐患190条。"),
    roles=("body", "heading"),
    needs=("facts",),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Only wording that surely names a fact; figures of other days, years and places are left alone."""
    if subject.known is None:
        return
    for one in named_figures(subject, subject.known):
        if not one.right:
            written = one.para.text[one.start : one.end]
            fact = one.facts[-1]
            message = f"这里写{written}，工作文件夹里{fact.told}"
            found = RULE.at(subject, one.para, message, leading(one.para.text, one.start, one.end))
            yield replace(found, facts=(fact.address,))


def _held(text: str) -> Subject:
    fact = KnownFact(
        "hazards.found()",
        "发现",
        Decimal(184),
        "条",
        "2026",
        "2026年10月31日",
        "隐患.发现()",
        "隐患台账.xlsx › D4",
    )
    assert plain(fact.value) == "184"
    return notice(body=(text,), subject={"known": Known((fact,))})
