"""GW121: — on both sides of a page number, in place of hyphens or where nothing stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.repair import Change, Fault, Repair, Say

REPAIR = Repair("GW121", "页码两边改用一字线", "页码不是“- 1 -”或“1”的样式")
_SIGN = r"([-－–‐‑−~]|——)"
_FORM = re.compile(rf"\s*{_SIGN}\s*\d*\s*{_SIGN}\s*", re.ASCII)


def repair(fault: Fault) -> Iterator[Change]:
    """All footers together, since they are called alike; one with other words leaves all to the clerk."""
    for element in fault.subject.sure("page_number"):
        para = element.para
        found = _FORM.fullmatch(para.typed)
        if found and found[1] == found[2]:
            yield Say(para, *found.span(1), "—")
            yield Say(para, *found.span(2), "—")
        elif para.typed.isdecimal():
            yield Say(para, 0, 0, "— ")
            yield Say(para, len(para.typed), len(para.typed), " —")
