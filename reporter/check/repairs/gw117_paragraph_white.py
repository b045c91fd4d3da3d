"""GW117: no white between paragraphs of the body."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.repair import Change, Fault, Repair, Stand

REPAIR = Repair("GW117", "段前、段后改为0")


def repair(fault: Fault) -> Iterator[Change]:
    """Below the paragraph and above the one behind it."""
    para = fault.para
    if para.looks.after:
        yield Stand(para, after=0.0)
    for other in fault.subject.seen.paras[para.number : para.number + 1]:
        if other.looks.before:
            yield Stand(other, before=0.0)
