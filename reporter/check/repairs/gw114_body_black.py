"""GW114: coloured text becomes black."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.repair import Change, Fault, Repair, Type

REPAIR = Repair("GW114", "文字改为黑色")


def repair(fault: Fault) -> Iterator[Change]:
    """Runs of the paragraph whose colour is neither black nor dark."""
    start = 0
    for run in fault.para.runs:
        end = start + len(run.text)
        if len(run.colour) == 6 and any(int(run.colour[at : at + 2], 16) > 0x40 for at in (0, 2, 4)):
            yield Type(fault.para, start, end, black=True)
        start = end
