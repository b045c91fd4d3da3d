"""版记 of a letter has no 印发机关 and no 印发日期 (10.1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW235",
    title="信函的版记不加印发机关和印发日期",
    implements=("L111",),
    clause="GB/T 9704-2012 10.1",
    strength="shall",
    tests="信函格式的公文有没有印发一行",
    why="信函的版记只有抄送机关，不加印发机关、印发日期和分隔线。",
    hint="删去印发一行和分隔线",
    good=lambda: notice(print_office=None, print_date=None, **_LETTER),
    bad=lambda: notice(**_LETTER),
    roles=("print_office", "print_date"),
    about=("letter",),
)
_LETTER: dict[str, Any] = {"mark": "安和县民政局", "number": "安民函〔2026〕3号", "seen_face": "letter"}


def check(subject: Subject) -> Iterator[Finding]:
    """Letters with a mark of their own."""
    if subject.seen.face != "letter" or not subject.sure("mark", part=0):
        return
    printed = subject.sure("print_date", "print_office")
    if printed:
        yield RULE.at(subject, printed[0], "信函的版记写了印发机关、印发日期")
