"""A finished file holds no tracked changes, no comments, no hidden words and no date that changes (practice)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject
from reporter.check.waiting import is_draft

RULE = Rule(
    code="GW135",
    title="定稿里没有没处理的修订、批注，没有隐藏文字、会变的日期",
    implements=("L123", "R27"),
    clause="公文定稿的通行做法",
    strength="practice",
    tests="Word 文件里有没有没有接受、也没有拒绝的修订，有没有批注、隐藏的文字、随打开或打印的日子变的日期域；"
    "写明是草稿、征求意见稿、送审稿的不查",
    why="收文的人打开就看到改了什么、谁提过什么；打印时修订的线和批注也会印出来；日期域到了明天就变成明天。",
    hint="审阅—接受（或者拒绝）所有修订，删除所有批注；显示并删去隐藏文字；日期域按Ctrl+Shift+F9变成文字",
    good=notice,
    bad=lambda: notice(seen_changed=True),
    severity="warning",
)


def check(subject: Subject) -> Iterator[Finding]:
    """Whatever the file says; drafts go round with both by right."""
    seen = subject.seen
    asked = (
        (seen.changed, "没有处理的修订"), (seen.commented, "批注"), (seen.hidden, "隐藏的文字"),
        (seen.dated, "会自动变的日期"),
    )  # fmt: skip
    left = [told for is_there, told in asked if is_there]
    if left and not is_draft(subject):
        yield RULE.on(subject, f"文件里还有{'和'.join(left)}")
