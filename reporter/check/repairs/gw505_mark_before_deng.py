"""GW505: 、 in front of 等 goes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.mending import marks
from reporter.check.repair import Change, Fault, Repair

REPAIR = Repair("GW505", "删去“等”前的顿号")
_WRONG = re.compile(r"、(?=等(?![级待候同于次高腰]))")


def repair(fault: Fault) -> Iterator[Change]:
    """Everywhere in the paragraph."""
    yield from marks(fault, _WRONG, lambda found: "")
