"""密级 and 紧急程度 are 三号黑体, flush left (7.2.2, 7.2.3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reporter.check.faces import HEI
from reporter.check.finding import Finding
from reporter.check.indents import pushed_in
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject
from reporter.typeset.standard import SANHAO_PT

RULE = Rule(
    code="GW234",
    title="密级、紧急程度用3号黑体，顶格编排在左上角",
    implements=("L133",),
    clause="GB/T 9704-2012 7.2.2、7.2.3",
    strength="shall",
    tests="密级、紧急程度的字体和位置",
    why="收文的人先看左上角，按密级和缓急分办。",
    hint="改为三号黑体，左对齐，不缩进",
    good=lambda: notice(urgency=line("特急", "urgency", font="黑体", looks=_FLUSH)),
    bad=lambda: notice(urgency=line("特急", "urgency", font="仿宋_GB2312", looks=_FLUSH)),
    roles=("classification", "urgency"),
    about=("classification", "urgency",),
)
_FLUSH: dict[str, Any] = {"align": "left", "first": 0.0, "left": 0.0}
_IN, _ROUNDING = 1.0, 0.3


def check(subject: Subject) -> Iterator[Finding]:
    """Each where its face and place are known; of a letter they stand beside the number."""
    for element in subject.sure("classification", "urgency", part=0):
        para, looks = element.para, element.para.looks
        if para.text != element.text or para.place != "text":
            continue
        name = "密级" if element.role == "classification" else "紧急程度"
        if looks.align in ("right", "center") or pushed_in(looks) > _IN:
            yield RULE.at(subject, element, f"{name}没有顶格编排在左上角")
        elif para.main.font and not HEI.search(para.main.font):
            yield RULE.at(subject, element, f"{name}的字体是{para.main.font}，不是黑体")
        elif para.main.size and abs(para.main.size - SANHAO_PT) > _ROUNDING:
            yield RULE.at(subject, element, f"{name}的字号是{para.main.size:g}磅，不是三号（16磅）")
