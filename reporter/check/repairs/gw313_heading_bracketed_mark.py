"""GW313: the mark behind （一） goes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.mending import heading_mark
from reporter.check.repair import Change, Fault, Repair

REPAIR = Repair("GW313", "删去带括号的序号后面的标点", "序号是自动编号，请在编号设置里改")
_WRONG = re.compile(r"[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)](\s*[、，,.．]\s?)")


def repair(fault: Fault) -> Iterator[Change]:
    """The mark behind the typed number."""
    yield from heading_mark(fault, _WRONG, "")
