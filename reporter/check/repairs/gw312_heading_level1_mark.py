"""GW312: 、 behind 一 in place of another mark or a blank."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.mending import heading_mark
from reporter.check.repair import Change, Fault, Repair

REPAIR = Repair("GW312", "一级标题序号后改用顿号", "序号是自动编号，请在编号设置里改")
_WRONG = re.compile(r"[一二三四五六七八九十]{1,3}(\s*[，,.．：:]\s?|[ \u3000]+(?=\S))")


def repair(fault: Fault) -> Iterator[Change]:
    """The mark behind the typed number."""
    yield from heading_mark(fault, _WRONG, "、")
