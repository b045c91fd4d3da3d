"""GW204: 第 in front of the sequence number goes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.repair import Change, Fault, Repair, Say

REPAIR = Repair("GW204", "删去发文字号顺序号前的“第”字", "顺序号不是阿拉伯数字")
_ORDINAL = re.compile(r"[〕\]\)）］】>〗]\s*(第\s*)[\d０-９]+\s*号")


def repair(fault: Fault) -> Iterator[Change]:
    """A word goes, so the change says that it does more than signs."""
    for element in fault.elements("number"):
        span = fault.span(element)
        found = list(_ORDINAL.finditer(fault.para.typed, *span)) if span else []
        if len(found) == 1:
            yield Say(fault.para, *found[0].span(1), "", adds=True)
