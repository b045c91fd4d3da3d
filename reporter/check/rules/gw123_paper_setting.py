"""The sheet of a Word file is A4 (5.1)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice, setting
from reporter.check.sheets import sheet_spot
from reporter.check.subject import Subject

RULE = Rule(
    code="GW123",
    title="Word 文件的纸张设为 A4",
    implements=("L120",),
    clause="GB/T 9704-2012 5.1",
    strength="shall",
    tests="Word 文件每一节的纸张大小",
    why="打印时纸张不同会缩放，字号、行距都变了。",
    hint="布局—纸张大小选 A4",
    good=lambda: notice(subject={"setting": setting()}),
    bad=lambda: notice(subject={"setting": setting(width=215.9, height=279.4)}),
    needs=("docx",),
)
_SHEETS = ((210.0, 297.0), (297.0, 420.0))
_OFF = 1.5
_WIDEST = 290.0
"""mm; A4 is 210 wide, A3 297."""


def check(subject: Subject) -> Iterator[Finding]:
    """Every section, upright or turned; A3 is let pass for wide tables, but not for the signed document."""
    sections = subject.setting.sections if subject.setting else ()
    if sections and subject.seen.face == "document" and len(subject.seen.all("body", part=0)) > 1:
        first = sections[0]
        if first.landscape:
            yield RULE.on(subject, "公文横排了，用纸应当竖放", spot=sheet_spot(1, len(sections)))
        elif first.width > _WIDEST:
            yield RULE.on(subject, "公文排在 A3 纸上，应为 A4", spot=sheet_spot(1, len(sections)))
    for number, section in enumerate(sections, 1):
        short, long = sorted((section.width, section.height))
        if not any(abs(short - a) <= _OFF and abs(long - b) <= _OFF for a, b in _SHEETS):
            yield RULE.on(
                subject,
                f"纸张是{short:.0f} × {long:.0f}毫米，不是 A4",
                spot=sheet_spot(number, len(sections)),
            )
