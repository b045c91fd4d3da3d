"""GW125: body lines at the fixed pitch that gives 22 a page."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.repair import Change, Fault, Repair, Stand
from reporter.check.whites import LINE_PT

REPAIR = Repair("GW125", "行距改为固定值28.95磅", "段落在表格或文本框里")


def repair(fault: Fault) -> Iterator[Change]:
    """Paragraphs of the text only."""
    if fault.para.place == "text":
        yield Stand(fault.para, pitch=LINE_PT)
