"""A full line has 28 characters (L121)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.measured import deviations
from reporter.check.rule import Rule
from reporter.check.samples import measured, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW105",
    title="每行排28个字",
    implements=("L121",),
    clause="GB/T 9704-2012 5.2.3",
    strength="recommended",
    tests="写满的行有几个字（未调字距）",
    why="字数不对说明字号、字距或左右边距不合规定。",
    hint="正文用三号字，左边距28毫米、右边距26毫米，文档网格选“指定行和字符网格”或不加宽字距",
    good=lambda: measured(notice(), cells=28),
    bad=lambda: measured(notice(), cells=34),
    needs=("layout",),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Measured item `cells`. Tolerance 2.2 of the item's unit."""
    sections = subject.setting.sections if subject.setting else ()
    if any(section.grid_type == "linesAndChars" for section in sections):
        return  # LibreOffice sets such a grid with lines of another length than Word
    yield from deviations(RULE, subject, "cells", 2.2)
