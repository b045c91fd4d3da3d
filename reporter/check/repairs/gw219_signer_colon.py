"""GW219: the colon behind 签发人 becomes full-width, or is put there in place of a blank."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.mending import swapped
from reporter.check.repair import Change, Fault, Repair

REPAIR = Repair("GW219", "“签发人”后改用全角冒号", "“签发人”与姓名之间没有分隔")
_COLON = re.compile(r"签\s*发\s*人(\s*:\s?|[ \u3000]+)(?=\S)")


def repair(fault: Fault) -> Iterator[Change]:
    """The one 签发人 of the element."""
    for element in fault.elements("signer"):
        if span := fault.span(element):
            yield from swapped(fault.para, _COLON, "：", span)
