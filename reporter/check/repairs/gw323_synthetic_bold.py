"""GW323: 小标宋, 黑体 and 楷体 are not made bold."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.repair import Change, Fault, Repair, Type

REPAIR = Repair("GW323", "取消加粗", "文字的位置不清楚")
_DEEPEST = 2


def repair(fault: Fault) -> Iterator[Change]:
    """The element's characters in all its lines."""
    for element in fault.elements("mark", "title", "heading"):
        if element.level > _DEEPEST:
            continue
        if element.role == "heading" and element.text != element.para.text:
            if span := fault.span(element):
                yield Type(element.para, *span, bold=False)
            continue
        for para in element.paras:
            if para.typed:
                yield Type(para, 0, len(para.typed), bold=False)
