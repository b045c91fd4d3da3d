"""GW119: two 字 before a paragraph of the text."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.artefacts.seen.model import Role
from reporter.check.mending import indented
from reporter.check.repair import Change, Fault, Repair

REPAIR = Repair("GW119", "首行缩进2字", "前后都不是正文，或整段另有缩进，说不准它是不是正文的一段")
_BESIDE: tuple[Role, ...] = ("body", "heading", "recipients")


def repair(fault: Fault) -> Iterator[Change]:
    """Only between lines of the text: a paragraph that stands alone may be something else."""
    para, found = fault.para, next(fault.elements("body"), None)
    if found is None or para.place != "text" or para.looks.left or (para.looks.first or 0) < 0:
        return
    near = {
        e.role for e in fault.subject.sure(*_BESIDE) if e.para.number in (para.number - 1, para.number + 1)
    }
    if near:
        yield from indented(para, 2.0)
