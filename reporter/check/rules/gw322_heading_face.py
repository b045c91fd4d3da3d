"""Level one is 黑体, level two 楷体, below 仿宋 (L050)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.faces import FANG, HEI, KAI
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import heading, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW322",
    title="一级标题黑体，二级楷体，三级、四级仿宋",
    implements=("L050",),
    clause="GB/T 9704-2012 7.3.3",
    strength="recommended",
    tests="各级标题的字体",
    why="字体区分层次，翻看时一眼分清。",
    hint="按级别改字体：黑体、楷体_GB2312、仿宋_GB2312",
    good=lambda: notice(body=(heading("（一）目标", 2, font="楷体_GB2312"),)),
    bad=lambda: notice(body=(heading("（一）目标", 2, font="微软雅黑"),)),
    roles=("heading",),
    folds=2,
)
_FACES = {
    1: ("黑体", HEI),
    2: ("楷体", KAI),
    3: ("仿宋", FANG),
}
_NAMES = {1: "一级", 2: "二级", 3: "三级", 4: "四级"}


def check(subject: Subject) -> Iterator[Finding]:
    """The face of most characters of an own-line heading, where it is named; a local profile may ask otherwise. The
    clauses of a reply are text, even one whose first sentence is short: 一、同意设立该中心。该中心由…"""
    clauses = {element.level for element in subject.sure("body", part=0) if element.level == 1}
    for element in subject.sure("heading", part=0):
        if element.level in clauses and element.text != element.para.text:
            continue
        font = next((run.font for run in element.para.runs if run.text.strip()), "")
        wanted = _FACES.get(element.level, _FACES[3])
        if font and not wanted[1].search(font):
            yield RULE.at(
                subject, element, f"{_NAMES[min(element.level, 4)]}标题的字体是{font}，一般用{wanted[0]}"
            )
