"""版记 stands on an even page (L101)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.measured import deviations
from reporter.check.rule import Rule
from reporter.check.samples import measured, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW422",
    title="版记置于公文最后一面，版心偶数页",
    implements=("L101",),
    clause="GB/T 9704-2012 7.4.1、6.2",
    strength="recommended",
    tests="版记在第几页",
    why="双面印刷的公文，版记在封底外侧。",
    hint="单数页结束时加一空白页，把版记放在下一双数页",
    good=lambda: measured(notice(), imprint_even=None),
    bad=lambda: measured(notice(), imprint_even="在第3页"),
    needs=("layout",),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Measured item `imprint_even`."""
    yield from deviations(RULE, subject, "imprint_even")
