"""抄送 ends in 。 (L100)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

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
    about=("cc",),
)

_PARTED = re.compile(r"[\u4e00-\u9fff]{0,12}[局办委部院会室处站队府]\n\s*[\u4e00-\u9fff]{0,12}")

_STOPPED = re.compile(r"[\u4e00-\u9fff]{0,12}。[ \u3000]*[\u4e00-\u9fff]{1,12}")
_OFFICE = "[\u4e00-\u9fff]{2,12}[局办委部院会室处站队府联]"
_LISTED = re.compile(rf"抄送：(?:{_OFFICE}、)+{_OFFICE}。")
_SPACED = re.compile(r"[\u4e00-\u9fff]{2,12}[局办委部院会室处站队府联][ \u3000]+[\u4e00-\u9fff]{2,12}")


def check(subject: Subject) -> Iterator[Finding]:
    """The last sign behind the last agency that gets a copy."""
    for element in subject.sure("cc"):
        if element.text.startswith(("抄", "抄送")) and not element.text.rstrip().endswith("。"):
            yield RULE.at(subject, element, "抄送机关后面没有句号", element.text.rstrip()[-20:])
        elif _LISTED.fullmatch(element.text.strip()):
            told = RULE.at(subject, element, "抄送机关之间一般用逗号，顿号用在同类机关之间")
            yield replace(told, severity="info", hint="不是同类的机关，顿号改为逗号")
        elif found := _STOPPED.search(element.text):
            yield RULE.at(subject, element, "抄送机关之间用了句号", found[0])
        elif found := _PARTED.search(element.text) or _SPACED.search(element.text):
            yield RULE.at(subject, element, "抄送机关之间没有逗号", found[0])
