"""GW414: 附注 in （）, two 字 in."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.mending import BLANKS, leading
from reporter.check.repair import Change, Fault, Repair, Say, Stand

REPAIR = Repair("GW414", "附注加全角圆括号、左空二字", "附注里另有括号，或不止一段")
_WIDE = 2.0


def repair(fault: Fault) -> Iterator[Change]:
    """Missing or half-width brackets at both ends; not where others stand inside."""
    for element in fault.elements("remark"):
        para = element.para
        begin, end = leading(para), len(para.typed.rstrip(BLANKS))
        text = para.typed[begin:end]
        inside = text[text[:1] in "（(" : len(text) - (text[-1:] in "）)")]
        if len(element.paras) > 1 or not text or any(sign in inside for sign in "（）()"):
            continue
        if text[0] != "（":
            yield Say(para, begin, begin + (text[0] == "("), "（")
        if text[-1] != "）":
            yield Say(para, end - (text[-1] == ")"), end, "）")
        if para.looks.align in ("", "left", "justify") and para.place == "text":
            yield from (Say(para, 0, begin),) if begin else ()
            yield Stand(para, first=_WIDE, left=0.0)
