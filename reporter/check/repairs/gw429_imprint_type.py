"""GW429: 版记 in 四号 仿宋."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.repair import Change, Fault, Repair, Type
from reporter.typeset.standard import SIHAO_PT

REPAIR = Repair("GW429", "版记改为四号仿宋_GB2312")
_FACE = "仿宋_GB2312"


def repair(fault: Fault) -> Iterator[Change]:
    """All runs of the paragraph that are set otherwise."""
    start = 0
    for run in fault.para.runs:
        end = start + len(run.text)
        size = SIHAO_PT if run.size and run.size != SIHAO_PT else None
        face = _FACE if run.font and "仿宋" not in run.font else None
        if size or face:
            yield Type(fault.para, start, end, face, size)
        start = end
