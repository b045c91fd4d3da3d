"""Half a year that one file tells is the sum of its quarters in the table of another (R2, R8)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reporter.artefacts.seen.joined import sentence_at
from reporter.artefacts.seen.model import Grid
from reporter.check.finding import Finding
from reporter.check.quantities import plain
from reporter.check.quarters import halves
from reporter.check.quoting import around
from reporter.check.regions import region_of, year_of
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW745",
    title="一份文稿写的半年数等于另一份分季度表中两个季度之和",
    implements=("R2", "R8"),
    clause="公文一致性要求",
    strength="shall",
    tests="同一地区的几份文稿：“×年上半年……×万元”与表题同名、按季度列出的表",
    why="半年通报与全年报告的数不同，必有一份没有改。",
    hint="核对后改成一致，并重算增减和占比",
    good=lambda: _two("5.0"),
    bad=lambda: _two("6.0"),
    needs=("set",),
    severity="warning",
)
_HALF = re.compile(r"(?:(20\d{2})年)?([上下])半年[^，。；\d]{0,10}(\d+(?:\.\d+)?)(万元|亿元)")
_OF = re.compile(r"^(?:20\d{2}年)?([\u4e00-\u9fff]{2,6}?)(?:各|分)季度")


def check_set(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """Sentences that name what the table's title names; without a year they speak of their paper's."""
    for other in subjects:
        for grid in other.seen.grids:
            of = _OF.match("".join(grid.title.split()))
            for subject in subjects if of else ():
                if of and subject is not other and region_of(subject) == region_of(other):
                    yield from _against(subject, other, grid, of[1])


def _against(subject: Subject, other: Subject, grid: Grid, what: str) -> Iterator[Finding]:
    for para, found in subject.text_of("body", "heading").matches(_HALF, "半年"):
        year = found[1] or year_of(subject)[:4]
        known = [one for one in halves(grid, found[4]) if one.year == year]
        if len(known) != 1 or what not in sentence_at(para.text, found.start())[1]:
            continue
        right = known[0].first if found[2] == "上" else known[0].second
        if right != Decimal(found[3]):
            message = f"{other.name}的表里{year}年{found[2]}半年两个季度共{plain(right)}{found[4]}"
            yield RULE.at(subject, para, message, around(para.text, found))


def _two(half: str) -> tuple[Subject, Subject]:
    quarters = (("第一季度", "2"), ("第二季度", "3"), ("第三季度", "4"), ("第四季度", "5"))
    grid = Grid(1, (("季度", "2026年（万元）"), *quarters), 1, title="低保金各季度支出情况")
    return (
        notice(file="年报.docx", grids=(grid,)),
        notice(file="通报.docx", body=(f"上半年发放低保金{half}万元。",)),
    )
