"""The office that prints and the day of printing share a line (7.4.3)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW445",
    title="印发机关和印发日期排在同一行",
    implements=("L104",),
    clause="GB/T 9704-2012 7.4.3",
    strength="shall",
    tests="Word 文件的版记里印发机关和印发日期是不是同一段或同一行的两格",
    why="印发机关左空一字、印发日期右空一字，合成一行。",
    hint="把日期移到印发机关的同一行，用制表位或表格排到右边",
    good=notice,
    bad=lambda: notice(print_date=line("2026年3月6日印发", "print_date", looks={"align": "right"})),
    roles=("print_office", "print_date"),
    severity="warning",
)


def check(subject: Subject) -> Iterator[Finding]:
    """Both in the text, the day at the right, or both in one table; boxes are placed by themselves."""
    office, day = subject.the("print_office"), subject.the("print_date")
    if (
        office is None
        or day is None
        or subject.seen.format != "docx"
        or office.para.number == day.para.number
    ):
        return
    first, second = office.para, day.para
    if first.cell and second.cell:
        place, other = first.cell, second.cell
        parted = place.table == other.table and (place.row != other.row or place.column == other.column)
    else:
        parted = first.place == second.place == "text" and second.looks.align == "right"
    if parted:
        yield RULE.at(subject, day, "印发日期另起了一行，应与印发机关同一行")
