"""抄送 takes no blanks between its two characters and a colon (L031)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW416",
    title="“抄送”后标全角冒号",
    implements=("L031",),
    clause="GB/T 9704-2012 7.4.2",
    strength="shall",
    tests="“抄送”二字后面的标点",
    why="冒号把标签和机关名称分开。",
    hint="在“抄送”后加“：”",
    good=notice,
    bad=lambda: notice(cc="抄送 县政府办公室。"),
    roles=("cc",),
    about=("cc",),
)
_LABEL = re.compile(r"(?:抄\s*[送报发]|[主分]\s*送)\s*[：:]")


def check(subject: Subject) -> Iterator[Finding]:
    """The label of the copies."""
    for element in subject.sure("cc"):
        if not _LABEL.match(element.text):
            yield RULE.at(subject, element, "“抄送”后面没有全角冒号")
