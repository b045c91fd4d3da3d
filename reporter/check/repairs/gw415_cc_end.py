"""GW415: 。 behind the last agency that gets a copy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.mending import BLANKS
from reporter.check.repair import Change, Fault, Repair, Say

REPAIR = Repair("GW415", "抄送机关后标句号", "末尾不是机关名称")
_NAME = re.compile(r"[\u4e00-\u9fff）]")


def repair(fault: Fault) -> Iterator[Change]:
    """Behind hanzi or a bracket; one wrong mark gives way."""
    for element in fault.elements("cc"):
        para = element.paras[-1]
        text = para.typed.rstrip(BLANKS)
        bare = text[:-1] if text[-1:] in "，；、.,;" else text
        if _NAME.fullmatch(bare[-1:]):
            yield Say(para, len(bare), len(text), "。")
