"""抄送 ends in 。 (L100)."""

from __future__ import annotations

import re
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

_PARTED = re.compile(r"[\u4e00-\u9fff]{0,12}[局办委部院会室处站队府]\n\s*[\u4e00-\u9fff]{0,12}")

_SPACED = re.compile(r"[\u4e00-\u9fff]{2,12}[局办委部院会室处站队府联][ \u3000]+[\u4e00-\u9fff]{2,12}")


def check(subject: Subject) -> Iterator[Finding]:
    """The last sign behind the last agency that gets a copy."""
    for element in subject.sure("cc"):
        if element.text.startswith(("抄", "抄送")) and not element.text.rstrip().endswith("。"):
            yield RULE.at(subject, element, "抄送机关后面没有句号", element.text.rstrip()[-20:])
        elif found := _PARTED.search(element.text) or _SPACED.search(element.text):
            yield RULE.at(subject, element, "抄送机关之间没有逗号", found[0])
