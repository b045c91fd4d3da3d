"""A document is not printed before it is signed (L014, R10)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.dates import date_in
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject
from reporter.records.period import chinese_date

RULE = Rule(
    code="GW606",
    title="印发日期不早于成文日期",
    implements=(
        "L014",
        "R10",
    ),
    clause="GB/T 9704-2012 7.4.3",
    strength="shall",
    tests="成文日期与印发日期的先后",
    why="先签发，后印发。",
    hint="核对两个日期",
    good=notice,
    bad=lambda: notice(print_date="2026年3月1日印发"),
    roles=(
        "date",
        "print_date",
    ),
)


def check(subject: Subject) -> Iterator[Finding]:
    """印发日期 against 成文日期."""
    first, printed = subject.signed_on, subject.the("print_date")
    second = date_in(printed.text) if printed else None
    if printed and first and second and second < first:
        yield RULE.at(subject, printed, f"印发日期早于成文日期（{chinese_date(first)}）")
