"""GW301: marks at the end of a title go."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.mending import last_mark
from reporter.check.repair import Change, Fault, Repair

REPAIR = Repair("GW301", "删去标题末尾的标点")


def repair(fault: Fault) -> Iterator[Change]:
    """The last line of a title in several paragraphs."""
    for element in fault.elements("title", "attachment_title"):
        yield from last_mark(element.paras[-1], "。，；：、.,;:")
