"""GW504: 、 between two book titles or quotations goes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.mending import marks
from reporter.check.repair import Change, Fault, Repair

REPAIR = Repair("GW504", "删去并列书名号、引号之间的顿号")
_WRONG = re.compile(r"(?<=》)、(?=《)|(?<=”)、(?=“)")


def repair(fault: Fault) -> Iterator[Change]:
    """Everywhere in the paragraph."""
    yield from marks(fault, _WRONG, lambda found: "")
