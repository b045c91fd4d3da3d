"""GW309: the recipients begin at the left edge."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.mending import indented
from reporter.check.repair import Change, Fault, Repair

REPAIR = Repair("GW309", "主送机关改为顶格", "这一段居中或居右")


def repair(fault: Fault) -> Iterator[Change]:
    """Typed blanks and indents go."""
    for element in fault.elements("recipients"):
        if element.para.looks.align in ("", "left", "justify") and element.para.place == "text":
            yield from indented(element.para, 0.0)
