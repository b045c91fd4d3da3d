"""GW560: of two equal marks one goes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.mending import marks
from reporter.check.repair import Change, Fault, Repair

REPAIR = Repair("GW560", "删去重复的标点", "连着的是两种标点，不知道留哪一个")
_EQUAL = re.compile("、、|，，|；；|：：")


def repair(fault: Fault) -> Iterator[Change]:
    """Two of one sort."""
    yield from marks(fault, _EQUAL, lambda written: written[0])
