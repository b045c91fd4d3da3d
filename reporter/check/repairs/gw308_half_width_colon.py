"""GW308: half-width colons behind the recipients, 附件 and 抄送 become full-width."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.mending import BLANKS
from reporter.check.repair import Change, Fault, Repair, Say

REPAIR = Repair("GW308", "冒号改为全角")
_LABEL = re.compile(r"[ \u3000\t]*(?:附\s*件|抄\s*送|主\s*送)\s*(:\s?)")


def repair(fault: Fault) -> Iterator[Change]:
    """As the rule finds them: the last sign of the recipients, or the one behind the label."""
    para = fault.para
    text = para.typed.rstrip(BLANKS)
    for element in fault.elements("recipients", "attachments", "cc"):
        if element.role == "recipients" and text.endswith(":"):
            yield Say(para, len(text) - 1, len(text), "：")
        elif found := _LABEL.match(para.typed):
            yield Say(para, *found.span(1), "：")
