"""GW322: 黑体 for headings of level one, 楷体 for two, 仿宋 below."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.repair import Change, Fault, Repair, Type

REPAIR = Repair("GW322", "标题改用该级的字体", "级别不清楚，或序号是自动编号")
_LEVELS = {"GW317", "GW318", "GW319"}
"""Where the level itself is in doubt, number and face may either be wrong."""
_FACES = {1: "黑体", 2: "楷体_GB2312"}


def repair(fault: Fault) -> Iterator[Change]:
    """The heading's characters only: text that runs in behind it stays."""
    for element in fault.elements("heading") if not fault.beside & _LEVELS else ():
        span = fault.span(element)
        if span and not fault.para.label:
            yield Type(fault.para, *span, face=_FACES.get(element.level, "仿宋_GB2312"))
