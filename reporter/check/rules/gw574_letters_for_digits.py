"""No letters where digits are meant: 19O条, l2家 (R25)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW574",
    title="数字里没有形近的字母",
    implements=("R25",),
    clause="公文校对要求",
    strength="recommended",
    tests="数字0写成字母O、数字1写成字母l或I",
    why="扫描识别常出这类错，数字因此查不到、算不对。",
    hint="改成数字",
    good=lambda: notice(body=("发现隐患190条，10月底前完成整改。",)),
    bad=lambda: notice(body=("发现隐患19O条，1O月底前完成整改。",)),
    signs=tuple("OolI"),
)
_UNIT = "[年月日条家个人张项处名次万元%％]"
_WRONG = re.compile(rf"(?<![A-Za-z])(?:\d+[Oo]+\d*|[lI]\d+|\d+[lI]\d*|[Oo]\d+)(?={_UNIT})", re.ASCII)
_CELL = re.compile(r"[\d,]*\d[Oo][\dOo]*(?:\.\d+)?|[Oo]\.\d+|[lI]\d+(?:\.\d+)?")
_QUICK = re.compile(rf"[OolI](?:(?<=\d.)|(?=[OolI\d]{{0,20}}(?:\d|{_UNIT})))")


def check(subject: Subject) -> Iterator[Finding]:
    """Before a unit; names of things such as O2 and A1O stand otherwise."""
    for para, found in subject.seen.matches(_WRONG, quick=_QUICK):
        yield RULE.at(subject, para, f"“{found[0]}”里有字母", around(para.text, found))
    for para in subject.seen.prose() if subject.seen.tabled else ():
        if para.cell and para.text[-1] in "Oo" and _CELL.fullmatch(para.text):
            yield RULE.at(subject, para, f"“{para.text}”里有字母")
