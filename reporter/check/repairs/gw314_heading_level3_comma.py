"""GW314: 1、 becomes 1.."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.mending import heading_mark
from reporter.check.repair import Change, Fault, Repair

REPAIR = Repair("GW314", "阿拉伯数字序号后改用下圆点", "序号是自动编号，请在编号设置里改")
_WRONG = re.compile(r"\d{1,2}(\s*[、，,]\s?)(?!\d)", re.ASCII)


def repair(fault: Fault) -> Iterator[Change]:
    """The mark behind the typed number."""
    yield from heading_mark(fault, _WRONG, ".")
