"""What is attached is listed below the text (7.3.4, R21)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import enclosed, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW434",
    title="有附件的，正文下有附件说明",
    implements=("R21",),
    clause="GB/T 9704-2012 7.3.4",
    strength="shall",
    tests="有附件页而正文后没有附件说明的",
    why="没有附件说明，收文单位不知道附件是否齐全。",
    hint="正文下空一行左空二字写“附件：名称”",
    good=lambda: notice(attachments="附件：名单", attachment_label=enclosed("名单")),
    bad=lambda: notice(attachment_label=enclosed("名单")),
    roles=("attachment_label",),
    severity="warning",
    about=("attachment_label",),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Documents with a header whose attachments bear a label; an unsure list counts."""
    labels = subject.sure("attachment_label")
    signed = subject.seen.face in ("document", "letter") and subject.sure("date", part=0)
    if labels and signed and not subject.seen.all("attachments"):
        yield RULE.at(subject, labels[0], "有附件，正文后没有附件说明")
