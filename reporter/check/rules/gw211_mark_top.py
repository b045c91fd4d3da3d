"""The mark's ink begins 35 mm below the type area's top edge (L134)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.measured import deviations
from reporter.check.rule import Rule
from reporter.check.samples import measured, notice
from reporter.check.sheets import edges_fit
from reporter.check.subject import Subject

RULE = Rule(
    code="GW211",
    title="发文机关标志上边缘至版心上边缘35 mm",
    implements=("L134",),
    clause="GB/T 9704-2012 7.2.4",
    strength="recommended",
    tests="发文机关标志的墨迹上边",
    why="版头高低一致，首页才能显示正文。",
    hint="调整版头上方的空行或段前距，使标志上边距纸边72毫米",
    good=lambda: measured(notice(), mark=72.0),
    bad=lambda: measured(notice(), mark=90.0),
    needs=("layout",),
    severity="warning",
)


def check(subject: Subject) -> Iterator[Finding]:
    """Measured item `mark`. Tolerance 2.0 of the item's unit. Wrong white edges are told alone."""
    if edges_fit(subject) and subject.seen.face not in ("letter", "order"):
        yield from deviations(RULE, subject, "mark", 2.0)
