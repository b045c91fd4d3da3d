"""GW118: an indent typed with blanks becomes one that is set."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.mending import indented
from reporter.check.repair import Change, Fault, Repair

REPAIR = Repair("GW118", "段首空格改为首行缩进", "这一段在表格里、居中或居右，或是附件说明的后几行")


def repair(fault: Fault) -> Iterator[Change]:
    """Two 字, none for the recipients; further lines of 附件说明 are set in with blanks for another reason."""
    para = fault.para
    if para.looks.align not in ("", "left", "justify") or para.place != "text":
        return
    for element in fault.elements("recipients", "heading", "body", "attachments", "remark"):
        if element.role == "attachments" and not element.text.startswith("附"):
            return
        yield from indented(para, 0.0 if element.role == "recipients" else 2.0)
        return
