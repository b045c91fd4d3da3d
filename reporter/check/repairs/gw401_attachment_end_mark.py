"""GW401: marks behind an attachment's name go."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.mending import last_mark
from reporter.check.repair import Change, Fault, Repair

REPAIR = Repair("GW401", "删去附件名称后面的标点")


def repair(fault: Fault) -> Iterator[Change]:
    """The end of the line of 附件说明."""
    for element in fault.elements("attachments"):
        yield from last_mark(element.paras[-1], "。；，、.;,")
