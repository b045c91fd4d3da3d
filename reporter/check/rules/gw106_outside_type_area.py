"""Nothing stands outside the type area."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from reporter.check.finding import Finding
from reporter.check.measured import deviations
from reporter.check.rule import Rule
from reporter.check.samples import measured, notice
from reporter.check.sheets import edges_fit
from reporter.check.subject import Subject

RULE = Rule(
    code="GW106",
    title="文字不出版心",
    implements=("L120",),
    clause="GB/T 9704-2012 5.2.1",
    strength="shall",
    tests="版心以外（页码除外）的文字",
    why="出了版心的文字在装订、复印时会被裁掉。",
    hint="调整缩进、表格宽度或文本框位置",
    good=lambda: measured(notice(), outside=0.4),
    bad=lambda: measured(notice(), outside="抄送：县政府办公室"),
    needs=("layout",),
)
_ADDRESS = re.compile(r"www\.|https?://|[A-Za-z0-9._-]+@", re.ASCII)
"""An address is not broken by any program; to break it is up to who wrote it."""
_TOLERANCE_MM = 1.3
"""The standard lets the white edges, and with them the type area, be off by ±1 mm (5.2.1); three tenths are what
measuring itself may be off."""


def check(subject: Subject) -> Iterator[Finding]:
    """Measured item `outside`. Wrong white edges are told alone."""
    if edges_fit(subject):
        for found in deviations(RULE, subject, "outside", _TOLERANCE_MM):
            yield replace(found, severity="info") if _ADDRESS.search(found.where.quote) else found
