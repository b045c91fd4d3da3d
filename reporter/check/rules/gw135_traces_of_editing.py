"""A finished file holds no tracked changes and no comments (practice)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject
from reporter.check.waiting import is_draft

RULE = Rule(
    code="GW135",
    title="定稿里没有没处理的修订和批注",
    implements=("L123", "R27"),
    clause="公文定稿的通行做法",
    strength="practice",
    tests="Word 文件里有没有没有接受、也没有拒绝的修订，有没有批注；写明是草稿、征求意见稿、送审稿的不查",
    why="收文的人打开就看到改了什么、谁提过什么；打印时修订的线和批注也会印出来。",
    hint="审阅—接受（或者拒绝）所有修订，删除所有批注，再存成定稿",
    good=notice,
    bad=lambda: notice(seen_changed=True),
    severity="warning",
)


def check(subject: Subject) -> Iterator[Finding]:
    """Whatever the file says; drafts go round with both by right."""
    seen = subject.seen
    left = [told for is_there, told in ((seen.changed, "没有处理的修订"), (seen.commented, "批注")) if is_there]
    if left and not is_draft(subject):
        yield RULE.on(subject, f"文件里还有{'和'.join(left)}")
