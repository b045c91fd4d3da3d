"""The first page of a letter has no page number (L111)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.pagenumbers import numbered_sections, numbers_first_page
from reporter.check.rule import Rule
from reporter.check.samples import notice, with_lines
from reporter.check.subject import Subject

RULE = Rule(
    code="GW124",
    title="信函首页不显示页码",
    implements=("L111",),
    clause="GB/T 9704-2012 10.1",
    strength="shall",
    tests="信函排版后首页页脚",
    why="信函首页下边是红色双线。",
    hint="页眉页脚勾选“首页不同”，首页页脚留空",
    good=lambda: _letter("抄送"),
    bad=lambda: _letter("— 1 —"),
    needs=("layout",),
)
_FOOT_MM = 40.0
_NUMBER = re.compile(r"[—–－-]?\s*\d+\s*[—–－-]?")


def check(subject: Subject) -> Iterator[Finding]:
    """The foot of the first page in the layout, unless the setting says that its number is that of all pages."""
    if subject.seen.face != "letter" or subject.layout is None or not subject.layout.pages:
        return
    first = subject.layout.pages[0]
    for line in first.lines:
        numbered = line.baseline > first.height - _FOOT_MM and _NUMBER.fullmatch(line.text.strip())
        if numbered and not any(map(numbers_first_page, numbered_sections(subject)[:1])):
            yield RULE.on(subject, "信函首页印了页码", page=1, spot="页脚", quote=line.text.strip())


def _letter(foot: str) -> Subject:
    lines = [("", 0.0, 0.0)] * 21
    return with_lines(notice(seen_face="letter"), *lines, (foot, 150.0, 170.0))
