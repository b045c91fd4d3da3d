"""The lines of a title form a trapezoid or a diamond (L023)."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject
from reporter.text import width
from reporter.typeset.standard import A4, mm_to_pt
from reporter.typeset.titles import title_shape

RULE = Rule(
    code="GW304",
    title="多行标题排成梯形或菱形",
    implements=("L023",),
    clause="GB/T 9704-2012 7.3.1",
    strength="recommended",
    tests="标题各行的长短",
    why="长短有致，标题才居中稳当。",
    hint="调整断行，使各行长短相间成梯形或菱形",
    good=lambda: notice(title="安和县民政局\n关于做好养老院安全管理工作的通知"),
    bad=lambda: notice(title="安和县民政局关于做好冬季\n养老院工作\n安全管理有关事项的通知"),
    roles=(
        "title",
        "attachment_title",
    ),
)
_LINES = 3
"""Two lines of one width can often not be avoided without parting a word."""
_TAIL = 5
"""字 that a line of a title has at least; fewer look like a remainder."""
_WRONG = {"rectangle": "长方形", "hourglass": "沙漏形"}


def check(subject: Subject) -> Iterator[Finding]:
    """Titles of two or more lines as they were broken by hand or, in a PDF, as they stand."""
    for element in subject.sure("title", "attachment_title"):
        lines = [part.strip() for part in "\n".join(para.text for para in element.paras).split("\n")]
        shape = title_shape(tuple(part for part in lines if part))
        if shape in _WRONG and len(lines) >= _LINES:
            yield RULE.at(subject, element, f"标题各行排成了{_WRONG[shape]}", "／".join(lines))
    yield from _unbroken(subject)


def _unbroken(subject: Subject) -> Iterator[Finding]:
    """A title of one paragraph without breaks that goes over a line, as Word breaks it where the line is full."""
    title = subject.the("title")
    if title is None or subject.seen.format != "docx" or len(title.paras) > 1 or "\n" in title.text:
        return
    size, wide = title.para.main.size, width(title.text)
    first = subject.setting.sections[0] if subject.setting else None
    area = mm_to_pt(first.area_width) if first else A4.area_width_pt
    room = int(area / size) if size else 0
    if not room or wide <= room or title.para.place != "text":
        return
    left = wide - room * (ceil(wide / room) - 1)
    if left <= _TAIL:
        yield RULE.at(subject, title, f"标题没有分行，软件自动回行后末行只剩{left:.0f}个字")
