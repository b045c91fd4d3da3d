"""抄送 and 印发机关 leave one character free at the left (7.4.2, 7.4.3)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from reporter.artefacts.seen.model import Role
from reporter.check.finding import Finding
from reporter.check.indents import first_indent
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject

_CC = "抄送：县财政局，县卫生健康局。"
RULE = Rule(
    code="GW447",
    title="抄送机关、印发机关左空一字",
    implements=("cl.7.4.2",),
    clause="GB/T 9704-2012 7.4.2、7.4.3",
    strength="shall",
    tests="Word 文件里抄送机关、印发机关左边的缩进和空格合起来有没有一字；表格里的，看两者是不是一样、顶不顶格",
    why="版记的文字左右各空一字，与分隔线的两端错开。",
    hint="段落缩进设为左侧1字符",
    good=lambda: notice(cc=line(_CC, "cc", looks={"left": 0.875})),
    bad=lambda: notice(cc=line(_CC, "cc", looks={"left": 0.0, "first": 0.0})),
    roles=("cc", "print_office"),
    yields=("GW341",),
)
_ROLES: tuple[tuple[Role, str], ...] = (("cc", "抄送机关"), ("print_office", "印发机关"))
_LEAST = 0.3
"""字 of 三号; a character of 四号 is 0.875 of one."""


def check(subject: Subject) -> Iterator[Finding]:
    """Cells have margins of their own: there one that is set in tells that the other should be, and where none is it is
    told softly. A PDF says nothing of indents."""
    lines = [(element, name) for role, name in _ROLES for element in subject.sure(role)]
    known = [
        (one, name, first_indent(one.para)) for one, name in lines if one.para.looks.left is not None
    ]
    set_in = {element.para.place for element, _, white in known if white >= _LEAST}
    for element, name, white in known:
        if white >= _LEAST:
            continue
        place = element.para.place
        if place == "text" or place in set_in:
            yield RULE.at(subject, element, f"{name}顶格，左边没有空一字")
        elif place == "cell":
            told = RULE.at(subject, element, f"{name}在单元格里顶格")
            yield replace(told, severity="info", hint="段落缩进设为左侧1字符；单元格左边距已有一字的不必改")
