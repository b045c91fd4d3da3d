"""抄送 ends in 。 (L100)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW415",
    title="抄送机关后标句号",
    implements=("L100",),
    clause="GB/T 9704-2012 7.4.2",
    strength="shall",
    tests="最后一个抄送机关后面的标点",
    why="句号表示抄送到此为止。",
    hint="在最后一个抄送机关后加“。”",
    good=notice,
    bad=lambda: notice(cc="抄送：县政府办公室"),
    roles=("cc",),
)


def check(subject: Subject) -> Iterator[Finding]:
    """The last sign behind the last agency that gets a copy."""
    for element in subject.sure("cc"):
        if element.text.startswith(("抄", "抄送")) and not element.text.rstrip().endswith("。"):
            yield RULE.at(subject, element, "抄送机关后面没有句号", element.text.rstrip()[-20:])
