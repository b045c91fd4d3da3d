"""The 发文机关标志 is centred (7.2.4)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.indents import pushed_in
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW231",
    title="发文机关标志居中排布",
    implements=("L134",),
    clause="GB/T 9704-2012 7.2.4",
    strength="shall",
    tests="只有一个机关的发文机关标志的对齐方式",
    why="标志居中，版头才端正。",
    hint="选中发文机关标志，段落对齐方式设为居中，取消缩进",
    good=notice,
    bad=lambda: notice(mark=line("安和县民政局文件", "mark", looks={"align": "left"})),
    roles=("mark",),
)
_MIDDLE = 2.0
"""字. A line may be pushed to the middle by an indent."""


def check(subject: Subject) -> Iterator[Finding]:
    """One line of text; names of a joint mark stand in rows of their own, and in cells and boxes the frame decides."""
    marks = subject.sure("mark", part=0)
    if len(marks) != 1 or marks[0].para.place != "text" or subject.seen.face == "minutes":
        return
    looks, typed = marks[0].para.looks, marks[0].para.typed
    indented = pushed_in(looks) > _MIDDLE or typed[:1].isspace()
    if looks.align in ("left", "right") and not indented:
        yield RULE.at(subject, marks[0], "发文机关标志没有居中")
