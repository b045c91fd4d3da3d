"""Round the text of a page nothing is printed: no frame, no numbers of lines (figures of chapter 11)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice, setting
from reporter.check.sheets import sheet_spot
from reporter.check.subject import Subject

RULE = Rule(
    code="GW136",
    title="页面不加边框，不显示行号",
    implements=("L120",),
    clause="GB/T 9704-2012 5.2、11",
    strength="recommended",
    tests="Word 文件各节有没有左右成框的页面边框，有没有显示行号",
    why="标准式样图里的版心框只是示意，印制时不印出；行号是改稿用的。",
    hint="设计—页面边框选“无”；布局—行号选“无”",
    good=lambda: notice(subject={"setting": setting()}),
    bad=lambda: notice(subject={"setting": setting(framed=True)}),
    needs=("docx",),
    severity="warning",
)


def check(subject: Subject) -> Iterator[Finding]:
    """Sections of an official document; a certificate may have a frame."""
    sections = subject.setting.sections if subject.setting and subject.seen.face != "plain" else ()
    for number, section in enumerate(sections, 1):
        for there, told in ((section.framed, "整页加了边框"), (section.lines_counted, "页边显示行号")):
            if there:
                yield RULE.on(subject, told, spot=sheet_spot(number, len(sections)))
