"""GW203: zeros in front of the sequence number go."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.mending import swapped
from reporter.check.repair import Change, Fault, Repair

REPAIR = Repair("GW203", "删去发文字号顺序号前的0")
_ZERO = re.compile(r"[〕\]\)）］】>〗]\s*第?\s*(0+)[1-9]\d*\s*号")


def repair(fault: Fault) -> Iterator[Change]:
    """Not where nothing but zeros would be left."""
    for element in fault.elements("number"):
        if span := fault.span(element):
            yield from swapped(fault.para, _ZERO, "", span)
