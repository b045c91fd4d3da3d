"""附注 stands in full-width brackets (L095)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.indents import first_indent
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW414",
    title="附注居左空二字加圆括号",
    implements=("L095",),
    clause="GB/T 9704-2012 7.3.6",
    strength="shall",
    tests="成文日期下一行的附注",
    why="圆括号使附注与正文分开。",
    hint="用全角圆括号括起来，左空二字，例：（此件公开发布）",
    good=lambda: notice(remark="（此件公开发布）"),
    bad=lambda: notice(remark="此件公开发布"),
    roles=("remark",),
    about=("remark",),
)
_INDENT, _ROUNDING = 2.0, 0.6


def check(subject: Subject) -> Iterator[Finding]:
    """附注 below the date: its brackets, and its indent where it is known."""
    for element in subject.sure("remark"):
        text, looks = element.text.strip(), element.para.looks
        if not (text.startswith("（") and text.endswith("）")):
            yield RULE.at(subject, element, "附注没有用全角圆括号括入")
        elif looks.align in ("center", "right"):
            yield RULE.at(subject, element, "附注没有居左空二字")
        elif looks.first is not None and looks.align in ("", "left", "justify"):
            if element.para.typed.startswith("\t"):
                continue  # its tab stop may be two in
            indent = first_indent(element.para)
            if abs(indent - _INDENT) > _ROUNDING:
                yield RULE.at(subject, element, f"附注左空了{indent:.1f}字，应空二字")
