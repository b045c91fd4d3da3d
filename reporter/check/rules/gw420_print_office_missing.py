"""版记 names who printed the document and when (7.4.3)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW420",
    title="版记有印发机关和印发日期",
    implements=("L015",),
    clause="GB/T 9704-2012 7.4.3",
    strength="shall",
    tests="有版记的公文，末行两项是否齐全",
    why="印发机关和日期是查询和归档的依据。",
    hint="在抄送机关下一行左空一字写印发机关，右空一字写印发日期加“印发”",
    good=notice,
    bad=lambda: notice(print_office=None),
    roles=(
        "cc",
        "print_date",
    ),
    waits="absent",
)


def check(subject: Subject) -> Iterator[Finding]:
    """Files with a red header and 抄送 or a date of printing, but not both halves of the last line."""
    imprint = subject.seen.all("cc", "print_office", "print_date")
    if subject.seen.face not in ("document", "order", "minutes") or not imprint:
        return
    roles = {element.role for element in imprint}
    if "print_office" not in roles and "print_date" in roles:
        yield RULE.at(subject, imprint[-1], "版记里没有印发机关")
    if "print_date" not in roles:
        yield RULE.at(subject, imprint[-1], "版记里没有印发日期")
