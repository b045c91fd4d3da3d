"""GW416: a full-width colon behind 抄送."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.repair import Change, Fault, Repair, Say

REPAIR = Repair("GW416", "“抄送”后标全角冒号", "“抄送”后面不像机关名称")
_LABEL = re.compile(r"[ \u3000\t]*(?:抄\s*送|主\s*送|抄\s*报)([ \u3000、，,.]*)(?=[\u4e00-\u9fff])")


def repair(fault: Fault) -> Iterator[Change]:
    """In place of blanks or another mark, or where nothing stands."""
    for element in fault.elements("cc"):
        if found := _LABEL.match(element.para.typed):
            yield Say(element.para, *found.span(1), "：")
