"""GW320: the mark behind ① goes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.repair import Change, Fault, Repair, Say

REPAIR = Repair("GW320", "删去圆圈数字后面的标点", "序号是自动编号，请在编号设置里改")
_WRONG = re.compile(r"[ \u3000\t]*[①-⑳](\s*[、.．，]\s?)")


def repair(fault: Fault) -> Iterator[Change]:
    """At the start of a heading or an item."""
    para = fault.para
    if not para.label and (found := _WRONG.match(para.typed)):
        yield Say(para, *found.span(1))
