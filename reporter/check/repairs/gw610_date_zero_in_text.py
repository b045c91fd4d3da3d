"""GW610: zeros in front of month and day go."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.repair import Change, Fault, Repair, Say

REPAIR = Repair("GW610", "删去正文日期里月、日前的0", "日期不完整")
_ZERO = re.compile(r"(?<!\d)(0)[1-9]月|(?<=月)(0)[1-9]日", re.ASCII)


def repair(fault: Fault) -> Iterator[Change]:
    """Every one of the paragraph."""
    for found in _ZERO.finditer(fault.para.typed):
        yield Say(fault.para, *found.span(1 if found[1] else 2))
