"""Body paragraphs are not bold as a whole (practice beside 5.2.2)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW127",
    title="正文不整段加粗",
    implements=("L123",),
    clause="排版通行做法（GB/T 9704-2012 5.2.2 只规定三号仿宋）",
    strength="practice",
    tests="正文段落是不是每个字都加粗",
    why="整段加粗就没有重点，复印后笔画糊成一片。",
    hint="选中正文，取消加粗；要突出的只加粗段首一句",
    good=lambda: notice(body=("各乡镇要逐院排查，建立台账，年底前全部整改到位。",)),
    bad=lambda: notice(body=(line("各乡镇要逐院排查，建立台账，年底前全部整改到位。", bold=True),)),
    roles=("body",),
    severity="warning",
    folds=2,
)
_LONG = 20
"""Shorter lines may be headings without a number."""


def check(subject: Subject) -> Iterator[Finding]:
    """Long paragraphs all of whose characters are bold."""
    for element in subject.sure("body", part=0):
        runs = [run for run in element.para.runs if run.text.strip()]
        if len(element.para.text) >= _LONG and runs and all(run.bold for run in runs):
            yield RULE.at(subject, element, "正文整段加粗")
