"""As many tasks follow as are announced (R24)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reporter.artefacts.seen.model import Element
from reporter.check.finding import Finding
from reporter.check.ordinals import number_of
from reporter.check.rule import Rule
from reporter.check.samples import heading, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW324",
    title="说有几项，下面就列几项",
    implements=("R24",),
    clause="公文一致性要求",
    strength="shall",
    tests="“以下五项”之类的数目与下面的标题数",
    why="数目与列出的项数不符，读者会以为漏了内容。",
    hint="改数目，或补上缺的一项",
    good=lambda: notice(body=("重点做好以下两项工作。", heading("（一）排查", 2), heading("（二）整改", 2))),
    bad=lambda: notice(body=("重点做好以下三项工作。", heading("（一）排查", 2), heading("（二）整改", 2))),
    roles=("heading",),
    signs=("以下", "下列", "下面", "如下"),
)
_ANNOUNCED = re.compile(
    r"(?:以下|下列|下面|如下)([一二三四五六七八九十]{1,3}|\d{1,2})(?:个方面|方面|项|条|点|步)|"
    r"([一二三四五六七八九十]{1,3}|\d{1,2})(?:个方面|项)[^，。；]{0,12}如下"
)


def check(subject: Subject) -> Iterator[Finding]:
    """“以下五项任务”, “四个清单” and the like right above headings of the next level, or with a list behind a colon."""
    elements = [e for e in subject.seen.elements if e.role in ("body", "heading")]
    for place, element in enumerate(elements):
        found = _ANNOUNCED.search(element.para.text)
        count = number_of(found[1] or found[2]) if found else 0
        listed = _listed(elements[place + 1 :], element) if count else 0
        if found and listed > 1 and listed != count:
            yield RULE.at(subject, element, f"说有{count}项，下面列了{listed}项", found[0])


def _listed(after: Sequence[Element], announcing: Element) -> int:
    """How many headings of one level follow directly below; 0 when something else does."""
    if not after or after[0].role != "heading" or after[0].part != announcing.part:
        return 0
    level, count = after[0].level, 0
    for element in after:
        if element.part != announcing.part or (element.role == "heading" and element.level < level):
            break
        count += element.role == "heading" and element.level == level
    return count
