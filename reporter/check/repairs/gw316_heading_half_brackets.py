"""GW316: (一) becomes （一）."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.repair import Change, Fault, Repair, Say

REPAIR = Repair("GW316", "标题序号的括号改为全角", "序号是自动编号，请在编号设置里改")
_NUMBER = re.compile(r"([（(])[一二三四五六七八九十\d]{1,3}([）)])")


def repair(fault: Fault) -> Iterator[Change]:
    """Each bracket that is half-width."""
    para = fault.para
    for element in fault.elements("heading", "body"):
        span = fault.span(element) if element.role == "heading" or element.label else None
        found = _NUMBER.match(para.typed, *span) if span and not para.label else None
        for group, new in ((1, "（"), (2, "）")) if found else ():
            if found and found[group] != new:
                yield Say(para, *found.span(group), new)
