"""All who get a copy are called 抄送机关 (7.4.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW438",
    title="版记里统称“抄送”",
    implements=("L100",),
    clause="GB/T 9704-2012 7.4.2",
    strength="recommended",
    tests="“抄报”“抄发”“分送”",
    why="现行标准不分抄报、抄送、抄发。",
    hint="改为“抄送：”",
    good=notice,
    bad=lambda: notice(cc="抄报：县政府办公室。"),
    roles=("cc",),
)
_WRONG = re.compile(r"抄\s*[报发]|分\s*送")
_UNNAMED = re.compile(r"(?!抄|主\s*送|分)[\u4e00-\u9fff，、（）]{2,60}[局办委会府室部院门联]。")
"""Agencies alone."""


def check(subject: Subject) -> Iterator[Finding]:
    """The word before the colon."""
    for element in subject.sure("cc"):
        found = _WRONG.match(element.text.strip())
        if found and not (subject.seen.face == "minutes" and found[0].startswith("分")):  # whom minutes are handed to
            yield RULE.at(subject, element, f"写成了“{found[0]}”")
    office = subject.the("print_office")
    if office and not subject.sure("cc"):
        for para in subject.seen.above(office.para.number, 1):
            if para.place == office.para.place and _UNNAMED.fullmatch(para.text.strip()):
                yield RULE.at(subject, para, "抄送机关前没有“抄送：”")
