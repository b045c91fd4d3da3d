"""GW601: zeros in front of month and day go."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.repair import Change, Fault, Repair, Say

REPAIR = Repair("GW601", "删去日期里月、日前的0", "日期不完整")
_DATE = re.compile(r"\d{4}年(0?)[1-9]\d?月(0?)[1-9]\d?日", re.ASCII)


def repair(fault: Fault) -> Iterator[Change]:
    """A whole date."""
    for element in fault.elements("date", "print_date"):
        span = fault.span(element)
        found = list(_DATE.finditer(fault.para.typed, *span)) if span else []
        for group in (1, 2) if len(found) == 1 else ():
            if found[0][group]:
                yield Say(fault.para, *found[0].span(group))
