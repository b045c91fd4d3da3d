"""The title stands two lines below the red rule, where a file is laid out (7.3.1)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import measured, notice
from reporter.check.subject import Subject
from reporter.typeset.standard import PITCH_PT

RULE = Rule(
    code="GW239",
    title="标题编排于红色分隔线下空二行位置",
    implements=("L135",),
    clause="GB/T 9704-2012 7.3.1",
    strength="shall",
    tests="红线到标题的距离：不到一行半的",
    why="标题与版头之间空二行，版头和主体才分得开。",
    hint="在红线与标题之间空二行",
    good=lambda: measured(notice(), title=20.4),
    bad=lambda: measured(notice(), title=9.0),
    roles=("title",),
    needs=("layout",),
    severity="warning",
)
_LEAST_MM = 1.4 * float(PITCH_PT) * 25.4 / 72


def check(subject: Subject) -> Iterator[Finding]:
    """Too little of it; too much is told by the structure."""
    row = subject.layout.rows.get("title") if subject.layout else None
    for fault in row.faults if row else ():
        if fault.value < _LEAST_MM:
            message = f"标题离红线{fault.value:.0f}毫米，应空二行（约20毫米）"
            yield RULE.on(subject, message, page=fault.page, quote=fault.quote)
