"""What a report says of half a year lies in that half (R10)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

_TITLE = "安和县民政局关于上半年救助工作情况的报告"
RULE = Rule(
    code="GW619",
    title="“上半年”所写的月份在上半年",
    implements=("R10", "R8"),
    clause="公文一致性要求",
    strength="recommended",
    tests="“上半年”报告里的“1月至×月”“2026年1月至×月”",
    why="月份和标题说的不是一个时期，数就没有依据。",
    hint="核对月份",
    good=lambda: notice(title=_TITLE, body=("1月至6月，救助402人次。",)),
    bad=lambda: notice(title=_TITLE, body=("1月至7月，救助402人次。",)),
    roles=("body",),
    signs=("上半年",),
)
_MONTHS = re.compile(r"(?:(?P<year>20\d\d)年|(?<![\d年]))1月(?:份)?至(?P<last>\d{1,2})月(?:份)?(?!\d)")
_YEAR = re.compile(r"20\d\d(?=年)")
_SIXTH = 6


def check(subject: Subject) -> Iterator[Finding]:
    """Months of a half year, as they are counted from the first."""
    title = subject.the("title")
    if title is None or "上半年" not in title.text:
        return
    years = set(_YEAR.findall(title.text))
    for para, found in subject.text_of("body", "heading").matches(_MONTHS, "月至", "月份至"):
        last = int(found["last"])
        beyond = _another(subject, last) if found["year"] else _later(subject, last)
        if beyond and (not found["year"] or {found["year"]} == years):
            yield RULE.at(subject, para, "本文写的是上半年", around(para.text, found))


def _another(subject: Subject, last: int) -> bool:
    """Of months of the title's year: other than the half that is over."""
    signed = subject.signed_on
    return last > _SIXTH or (last < _SIXTH and signed is not None and signed.month > _SIXTH)


def _later(subject: Subject, last: int) -> bool:
    """Of months without a year: beyond the half, and not over when the document was issued."""
    issued = subject.issued_on
    return issued is not None and last > max(_SIXTH, issued.month - 1)
