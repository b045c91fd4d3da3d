"""Every attachment that is named is enclosed (R21)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.enclosures import listed_attachments
from reporter.check.finding import Finding
from reporter.check.ordinals import ordinal_of
from reporter.check.rule import Rule
from reporter.check.samples import enclosed, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW407",
    title="附件说明列出的附件都编入",
    implements=(
        "R21",
        "L085",
    ),
    clause="GB/T 9704-2012 7.3.4、7.3.7",
    strength="recommended",
    tests="附件说明里的每一个名称，后面有没有对应的附件",
    why="缺附件是退文的常见原因。",
    hint="补上附件；另行报送的，在附件名称后写明“（另附）”",
    good=lambda: notice(attachments="附件：整改清单", tail=enclosed("整改清单")),
    bad=lambda: notice(attachments="附件：整改清单"),
    roles=("attachments",),
    about=("attachments",),
)


def check(subject: Subject) -> Iterator[Finding]:
    """As many labels 附件 as 附件说明 names; a file without any label encloses none, which is said once."""
    named = listed_attachments(subject)
    labels = subject.sure("attachment_label")
    if not named or (len(labels) == 1 and len(named) == 1):
        return
    there = {ordinal_of(label.text) or 1 for label in labels}
    for number, name in sorted(named.items()):
        if number not in there:
            first = subject.sure("attachments", part=0)[0]
            label = f"附件{number}" if len(named) > 1 else "附件"
            yield RULE.at(subject, first, f"{label}“{name}”没有随文编入", name)
