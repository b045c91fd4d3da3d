"""GW501: half-width marks beside hanzi become full-width."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.mending import FULL
from reporter.check.repair import Change, Fault, Repair, Say

REPAIR = Repair("GW501", "汉字旁的半角标点改为全角", "在网址里，或圆点不在句末")
_WRONG = re.compile(
    r"(?<=[\u4e00-\u9fff》”）])[,;:?!]|(?<=[\u4e00-\u9fff》”）])\.(?=[”’）]*\s*$)|[,;?!](?=[\u4e00-\u9fff《“（])"
)
_ADDRESS = re.compile(r"(?:[a-z]+://|www\.|[\w.+-]+@)[^\s，。；、）》”]+", re.IGNORECASE | re.ASCII)


def repair(fault: Fault) -> Iterator[Change]:
    """Not inside addresses; a dot only at the end of the paragraph, since elsewhere it may part a name."""
    typed = fault.para.typed
    addresses = [found.span() for found in _ADDRESS.finditer(typed)]
    for found in _WRONG.finditer(typed):
        if not any(first <= found.start() < last for first, last in addresses):
            yield Say(fault.para, found.start(), found.end(), FULL[found[0]])
