"""GW116: body text in 仿宋."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.repair import Change, Fault, Repair, Type

REPAIR = Repair("GW116", "字体改为仿宋_GB2312", "段落在表格或文本框里，或标题与正文同段而分不清")
_FACE = "仿宋_GB2312"


def repair(fault: Fault) -> Iterator[Change]:
    """All of the paragraph that is neither 仿宋 nor part of a heading that runs in."""
    para = fault.para
    heads = [element for element in fault.elements("heading") if element.text != para.text]
    spans = [fault.span(element) for element in heads]
    if para.place != "text" or None in spans:
        return
    start = max((span[1] for span in spans if span), default=0)
    place = 0
    for run in para.runs:
        first, last = max(place, start), place + len(run.text)
        if first < last and run.font and "仿宋" not in run.font:
            yield Type(para, first, last, face=_FACE)
        place = last
