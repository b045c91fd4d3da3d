"""GW201: the brackets around the year become 〔〕."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.repair import Change, Fault, Repair, Say

REPAIR = Repair("GW201", "发文字号年份的括号改为六角括号", "括号前后不像发文字号")
_WRONG = re.compile(r"([\[\(（［【<〖「『])\s*\d{4}\s*([\]\)）］】>〗」』])\s*第?\s*[\d０-９]+\s*号")


def repair(fault: Fault) -> Iterator[Change]:
    """Only where a sequence number and 号 follow."""
    for element in fault.elements("number"):
        span = fault.span(element)
        found = list(_WRONG.finditer(fault.para.typed, *span)) if span else []
        if len(found) == 1:
            yield Say(fault.para, *found[0].span(1), "〔")
            yield Say(fault.para, *found[0].span(2), "〕")
