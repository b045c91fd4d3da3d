"""As many names are listed as the heading says, and the headings' counts add up to the total (R6)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reporter.artefacts.seen.model import Element
from reporter.check.announced import COUNTED, announced
from reporter.check.finding import Finding
from reporter.check.quantities import quantities
from reporter.check.rule import Rule
from reporter.check.samples import heading, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW535",
    title="标题里的数目与下面列出的名单相同",
    implements=("R6", "R24"),
    clause="公文一致性要求",
    strength="shall",
    tests="“（4家）”之类的标题下面用顿号列出的名称个数；各标题数目之和与上面的总数",
    why="数目与名单对不上，不知道漏了谁。",
    hint="核对名单，改正数目或补上漏列的名称",
    good=lambda: notice(body=(heading("一、二级养老机构（2家）", 1), "河口镇敬老院、青石镇敬老院。")),
    bad=lambda: notice(body=(heading("一、二级养老机构（3家）", 1), "河口镇敬老院、青石镇敬老院。")),
    roles=("heading",),
)
_LIST = re.compile(r"[^，。；：、\d]{2,24}(?:、[^，。；：、]{2,24})+。?")
_CLOSED = ("）", ")")
_OPEN = re.compile(r"等|以及|和其他")


def check(subject: Subject) -> Iterator[Finding]:
    """Headings that end in a count in brackets: the list right below, and sibling headings against the sentence that
    announces them."""
    if not any(one.text.endswith(_CLOSED) for one in subject.sure("heading")):
        return
    elements = list(subject.sure("heading", "body"))
    for place, element in enumerate(elements):
        found = COUNTED.search(element.text) if element.role == "heading" else None
        if found is None:
            continue
        listed = _listed(elements[place + 1 : place + 3])
        if listed and listed != int(found[1]):
            yield RULE.at(subject, element, f"写{found[1]}{found[2]}，下面列了{listed}个名称")
    yield from _announced(subject, elements)


def _listed(below: Sequence[Element]) -> int:
    """How many names the one paragraph below lists; 0 when it is no bare list or goes on."""
    texts = [one.para.text for one in below if one.role == "body"][:1]
    if not below or below[0].role != "body" or (len(below) > 1 and below[1].role != "heading"):
        return 0
    return texts[0].count("、") + 1 if _LIST.fullmatch(texts[0]) and not _OPEN.search(texts[0]) else 0


def _announced(subject: Subject, elements: Sequence[Element]) -> Iterator[Finding]:
    """The total in the paragraph right before the headings."""
    found = announced(elements)
    if found is None:
        return
    before, added, unit = found
    totals = [one for one in quantities(before.para.text) if one.unit == unit]
    if len(totals) == 1 and totals[0].value != added:
        one = totals[0]
        quote = before.para.text[max(0, one.start - 6) : one.end + 8]
        yield RULE.at(subject, before, f"总数写{one.value}{unit}，下面各项相加是{added}{unit}", quote)
