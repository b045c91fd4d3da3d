"""Answers of a form are borne out by the other files of a set (R5, R6)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reporter.artefacts.seen.model import Grid
from reporter.check.finding import Finding
from reporter.check.regions import region_of
from reporter.check.returns import contradictions
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW738",
    title="通报要点的答复与一套文稿里的台账相符",
    implements=("R5", "R6", "R1"),
    clause="公文一致性要求",
    strength="shall",
    tests="一份文稿里“隐患是否整改到位”答是，另一份的台账、汇总表还有未整改的；达标机构数多于另一份的机构总数",
    why="要点、台账、报告要互相对得上。",
    hint="以台账为准改答复",
    good=lambda: _set("否"),
    bad=lambda: _set("是"),
    needs=("set",),
)
_DAY = re.compile(r"截[至止]到?(?:20\d{2}年)?\d{1,2}月(?:\d{1,2}日|底)")


def check_set(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """Forms against tables of files of the same place and cut-off day; what is in one file is GW553's."""
    for form in subjects:
        others = [other for other in subjects if other is not form and _same_view(form, other)]
        for answer, told in contradictions(form, others):
            quote = f"{answer.question}：{answer.answer}"
            yield RULE.on(form, told, page=answer.page, spot=answer.spot, quote=quote)


def _same_view(one: Subject, other: Subject) -> bool:
    """One place, and no two cut-off days."""
    if region_of(one) != region_of(other):
        return False
    days = [set(_DAY.findall("".join(para.text for para in each.seen.prose()))) for each in (one, other)]
    return not all(days) or bool(days[0] & days[1])


def _set(answer: str) -> tuple[Subject, Subject]:
    form = (("序号", "通报要点", "填报内容"), ("6", "养老机构排查出的安全风险隐患是否整改到位", answer))
    ledger = (("序号", "隐患内容", "整改状态"), ("1", "通道堆物", "已销号"), ("2", "指示灯损坏", "整改中"))
    return (
        notice(file="要点.docx", grids=(Grid(1, form, 1),)),
        notice(file="台账.docx", grids=(Grid(1, ledger, 1),)),
    )
