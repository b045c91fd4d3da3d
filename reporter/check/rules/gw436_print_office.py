"""印发机关 is the issuer's own office (7.4.3, R17)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.bare import bare
from reporter.check.finding import Finding
from reporter.check.issuers import issuers_of
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW436",
    title="印发机关是发文机关的办公室",
    implements=("R17",),
    clause="公文一致性要求（GB/T 9704-2012 7.4.3）",
    strength="recommended",
    tests="印发一行的机关名称与发文机关标志",
    why="套用别的机关的版记没有改。",
    hint="改为本机关的办公室，例：安和县民政局办公室",
    good=notice,
    bad=lambda: notice(print_office="安和县卫生健康局办公室"),
    roles=("mark", "print_office"),
    yields=("GW420",),
)
_OFFICE = "(?:办公室|综合[股科处室]|秘书[股科处])"
_BUREAU = re.compile(rf"(?:局|厅|委员会|政府|大队|支队){_OFFICE}?$")
_SEATED = re.compile(r"(?:联席会议|领导小组|指挥部|专班|(?:工作|安全|保护)委员会)(?:办公室)?$")
"""Bodies that several agencies form; their office sits in one of these, whose own office prints for it."""
_TAIL = re.compile(rf"{_OFFICE}$")


def check(subject: Subject) -> Iterator[Finding]:
    """Full names of agencies of a place that share no beginning with an issuer's."""
    marks = issuers_of(subject)
    if any(_SEATED.search(mark) for mark in marks):
        return
    for element in subject.sure("print_office"):
        name = bare(element.text)
        if not marks or not _BUREAU.search(name) or any(name.startswith(mark) for mark in marks):
            continue
        base = _TAIL.sub("", name)
        if base != name and not any(mark.startswith(base) or base in mark for mark in marks):
            yield RULE.at(subject, element, f"印发机关是{name}，发文机关是{'、'.join(marks)}")
