"""The 发文机关标志 is centred (7.2.4)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from reporter.artefacts.seen.model import Odd, Para
from reporter.check.finding import Finding
from reporter.check.indents import pushed_in
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject
from reporter.text import width
from reporter.typeset.standard import A4

RULE = Rule(
    code="GW231",
    title="发文机关标志居中排布，一个机关的排成一行",
    implements=("L134",),
    clause="GB/T 9704-2012 7.2.4",
    strength="shall",
    tests="只有一个机关的发文机关标志的对齐方式，一行排不排得下",
    why="标志居中，版头才端正。",
    hint="选中发文机关标志，段落对齐方式设为居中，取消缩进",
    good=notice,
    bad=lambda: notice(mark=line("安和县民政局文件", "mark", looks={"align": "left"})),
    roles=("mark",),
)
_SURELY = 1.1
"""Of the width of the text; a mark may be squeezed in a way that is not known."""
_MIDDLE = 2.0
"""字. A line may be pushed to the middle by an indent."""


def check(subject: Subject) -> Iterator[Finding]:
    """One line of text; names of a joint mark stand in rows of their own, and in cells and boxes the frame decides."""
    marks = subject.sure("mark", part=0)
    if len(marks) != 1 or marks[0].para.place != "text" or subject.seen.face == "minutes":
        return
    looks, typed = marks[0].para.looks, marks[0].para.typed
    indented = pushed_in(looks) > _MIDDLE or typed[:1].isspace()
    if (wide := _width_mm(marks[0].para)) and wide > _area_mm(subject) * _SURELY:
        told = f"发文机关标志宽{wide:.0f}毫米，一行排不下"
        yield replace(RULE.at(subject, marks[0], told), severity="warning", hint="缩小字号，使标志排成一行")
    if looks.align in ("left", "right") and not indented:
        yield RULE.at(subject, marks[0], "发文机关标志没有居中")


def _width_mm(para: Para) -> float:
    """Of its characters side by side; 0 where it has breaks or no size is known."""
    if "\n" in para.text or not all(run.size for run in para.runs if run.text.strip()):
        return 0.0
    odd = para.looks.odd or Odd()
    points = sum((run.size * odd.scale / 100 + odd.tracking) * width(run.text.strip()) for run in para.runs)
    return points * 25.4 / 72


def _area_mm(subject: Subject) -> float:
    return subject.setting.sections[0].area_width if subject.setting else A4.area_width_mm
