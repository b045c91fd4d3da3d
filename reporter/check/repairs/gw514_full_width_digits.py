"""GW514: full-width digits and letters become half-width."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.mending import marks
from reporter.check.repair import Change, Fault, Repair
from reporter.text import half_width

REPAIR = Repair("GW514", "全角数字、字母改为半角")
_WRONG = re.compile(r"[０-９Ａ-Ｚａ-ｚ％]+")


def repair(fault: Fault) -> Iterator[Change]:
    """Everywhere in the paragraph."""
    yield from marks(fault, _WRONG, half_width)
