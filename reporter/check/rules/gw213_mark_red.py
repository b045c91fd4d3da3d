"""发文机关标志 is red (7.2.4)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW213",
    title="发文机关标志用红色",
    implements=("L134",),
    clause="GB/T 9704-2012 7.2.4、5.2.4",
    strength="recommended",
    tests="发文机关标志的颜色",
    why="红色标志是红头文件的辨识标记。",
    hint="选中发文机关标志，字体颜色改为红色（255, 0, 0）",
    good=notice,
    bad=lambda: notice(mark=line("安和县民政局文件", "mark", colour="000000")),
    roles=("mark",),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Characters of the mark with a known colour; an unknown or automatic one in a Word file is black."""
    for element in subject.sure("mark", part=0):
        run = element.para.main
        black = run.colour or ("000000" if subject.seen.format == "docx" else "")
        if black and not run.red:
            yield RULE.at(subject, element, "发文机关标志不是红色")
