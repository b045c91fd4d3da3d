"""GW405: the label on top of an attachment without colon, in 黑体."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.mending import last_mark
from reporter.check.repair import Change, Fault, Repair, Type

REPAIR = Repair("GW405", "附件页的“附件”不加冒号，用黑体")


def repair(fault: Fault) -> Iterator[Change]:
    """A label of its own line."""
    for element in fault.elements("attachment_label"):
        para = element.para
        if para.text != element.text:
            continue
        yield from last_mark(para, "：:")
        if para.main.font and "黑" not in para.main.font and "Hei" not in para.main.font:
            yield Type(para, 0, len(para.typed), face="黑体")
