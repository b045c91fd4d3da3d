"""GW307: a colon behind the last recipient, in place of another mark or where none stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.mending import BLANKS
from reporter.check.repair import Change, Fault, Repair, Say

REPAIR = Repair("GW307", "主送机关后标全角冒号", "末尾不是机关名称")
_NAME = re.compile(r"[\u4e00-\u9fff）]")


def repair(fault: Fault) -> Iterator[Change]:
    """Behind hanzi or a bracket; one wrong mark gives way."""
    for element in fault.elements("recipients"):
        para = element.paras[-1]
        text = para.typed.rstrip(BLANKS)
        bare = text[:-1] if text[-1:] in "。，；、.,;" else text
        if _NAME.fullmatch(bare[-1:]) and bare.count("（") == bare.count("）"):
            yield Say(para, len(bare), len(text), "：")
