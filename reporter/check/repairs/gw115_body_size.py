"""GW115: text in 三号."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.repair import Change, Fault, Repair, Type
from reporter.typeset.standard import SANHAO_PT

REPAIR = Repair("GW115", "字号改为三号", "段落在表格或文本框里")


def repair(fault: Fault) -> Iterator[Change]:
    """All runs of the paragraph that have another size."""
    start = 0
    for run in fault.para.runs if fault.para.place == "text" else ():
        end = start + len(run.text)
        if run.size and run.size != SANHAO_PT:
            yield Type(fault.para, start, end, size=SANHAO_PT)
        start = end
