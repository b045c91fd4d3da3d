"""GW502: half-width brackets around hanzi become full-width."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.repair import Change, Fault, Repair, Say

REPAIR = Repair("GW502", "括入汉字的半角括号改为全角", "半角引号分不清左右")
_WRONG = re.compile(r"(?!\([一二三四五六七八九十]{1,3}\))(\()[^()（）]*[\u4e00-\u9fff][^()（）]*(\))")


def repair(fault: Fault) -> Iterator[Change]:
    """Pairs of brackets without others inside."""
    for found in _WRONG.finditer(fault.para.typed):
        yield Say(fault.para, *found.span(1), "（")
        yield Say(fault.para, *found.span(2), "）")
