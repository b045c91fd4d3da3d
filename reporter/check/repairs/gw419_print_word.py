"""GW419: 印发 behind the date in the last line of 版记."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.repair import Change, Fault, Repair, Say

REPAIR = Repair("GW419", "印发日期后加“印发”", "日期不完整")
_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日$", re.ASCII)


def repair(fault: Fault) -> Iterator[Change]:
    """Only behind a whole date."""
    for element in fault.elements("print_date"):
        span = fault.span(element)
        if span and _DATE.search(fault.para.typed[span[0] : span[1]]):
            yield Say(fault.para, span[1], span[1], "印发", adds=True)
