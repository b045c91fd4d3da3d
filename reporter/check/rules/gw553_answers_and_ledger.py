"""Answers of a form are borne out by the rest of the file (R5, R6)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.artefacts.seen.model import Grid
from reporter.check.finding import Finding
from reporter.check.returns import contradictions
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW553",
    title="通报要点的答复与台账、正文相符",
    implements=("R5", "R6"),
    clause="公文一致性要求",
    strength="shall",
    tests="“隐患是否整改到位”答是时有没有未整改的隐患；达标机构数、各等级合计是否多于机构总数",
    why="答“是”而台账还有未销号的，上级一核就错。",
    hint="以台账为准改答复；已经整改的，补上销号日期",
    good=lambda: _form("否"),
    bad=lambda: _form("是"),
    tables=True,
)


def check(subject: Subject) -> Iterator[Finding]:
    """The form against ledgers, summaries and text of its own file."""
    for answer, told in contradictions(subject, [subject]):
        yield RULE.on(
            subject, told, page=answer.page, spot=answer.spot, quote=f"{answer.question}：{answer.answer}"
        )


def _form(answer: str) -> Subject:
    rows = (("序号", "通报要点", "填报内容"), ("6", "养老机构排查出的安全风险隐患是否整改到位", answer))
    return notice(body=("共排查发现隐患20条，已整改18条，未整改2条。",), grids=(Grid(1, rows, 1),))
