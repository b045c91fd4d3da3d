"""GW507: three to six dots in a row become ……."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.mending import marks
from reporter.check.repair import Change, Fault, Repair

REPAIR = Repair("GW507", "省略号改为六个圆点", "不像省略号")
_WRONG = re.compile(r"(?<![.\d])\.{3,6}(?![.\d])|(?<!。)。{3,6}(?!。)|(?<!…)…(?!…)|(?<!·)·{3,6}(?!·)")


def repair(fault: Fault) -> Iterator[Change]:
    """Everywhere in the paragraph."""
    yield from marks(fault, _WRONG, lambda found: "……")
