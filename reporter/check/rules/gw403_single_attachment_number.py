"""A single attachment has no number (L082)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.enclosures import second_in_line
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW403",
    title="只有一个附件时不编顺序号",
    implements=("L082",),
    clause="公文通行做法（GB/T 9704-2012 7.3.4 只对多个附件规定顺序号）",
    strength="practice",
    tests="只有一个附件时，附件说明里有没有“1.”",
    why="只有一件，不需要顺序号。",
    hint="删去“1.”",
    good=lambda: notice(attachments="附件：整改清单"),
    bad=lambda: notice(attachments="附件：1.整改清单"),
    roles=("attachments",),
    signs=("附",),
)
_ONE = re.compile(r"附\s*件\s*[：:]\s*(?=1\s*[.．、])")


def check(subject: Subject) -> Iterator[Finding]:
    """附件说明 of one line that begins with 1."""
    lines = subject.sure("attachments", part=0)
    found = _ONE.match(lines[0].text) if len(lines) == 1 else None
    if found and not second_in_line(lines[0].text[found.end() :]):
        yield RULE.at(subject, lines[0], "只有一个附件，却编了顺序号")
