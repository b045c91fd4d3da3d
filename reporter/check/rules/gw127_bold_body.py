"""Body paragraphs and elements set like them are not bold as a whole (practice beside 5.2.2)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.artefacts.seen.model import Para, Role
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW127",
    title="正文不整段加粗，主送、署名、抄送等不加粗",
    implements=("L123",),
    clause="排版通行做法（GB/T 9704-2012 5.2.2、7.3.2、7.4.2 只规定字体字号）",
    strength="practice",
    tests="正文段落和主送机关、附件说明、署名、日期、附注、抄送、印发机关是不是每个字都加粗",
    why="整段加粗就没有重点，复印后笔画糊成一片。",
    hint="选中正文，取消加粗；要突出的只加粗段首一句",
    good=lambda: notice(body=("各乡镇要逐院排查，建立台账，年底前全部整改到位。",)),
    bad=lambda: notice(body=(line("各乡镇要逐院排查，建立台账，年底前全部整改到位。", bold=True),)),
    roles=("body", "recipients", "signatory", "cc"),
    severity="warning",
    folds=2,
)
_OTHERS: tuple[tuple[Role, str], ...] = (
    ("recipients", "主送机关"), ("attachments", "附件说明"), ("signatory", "署名"), ("date", "成文日期"),
    ("remark", "附注"), ("cc", "抄送机关"), ("print_office", "印发机关"),
)  # fmt: skip
_LONG = 20
"""Shorter lines may be headings without a number."""


def check(subject: Subject) -> Iterator[Finding]:
    """Long paragraphs, and elements of any length, all of whose characters are bold."""
    asked = subject.sure("body", *[role for role, _ in _OTHERS], part=0)
    if not any(run.bold for element in asked for run in element.paras[0].runs):
        return
    for element in subject.sure("body", part=0):
        if len(element.para.text) >= _LONG and _all_bold(element.para):
            yield RULE.at(subject, element, "正文整段加粗")
    for role, name in _OTHERS:
        for element in subject.sure(role, part=0):
            if _all_bold(element.para):
                yield RULE.at(subject, element, f"{name}加粗")


def _all_bold(para: Para) -> bool:
    if not any(run.bold for run in para.runs):
        return False
    return {run.bold for run in para.runs if run.text.strip()} == {True}
