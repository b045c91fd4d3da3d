"""An office does nothing together with itself (R22)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW695",
    title="单位不会同、配合自己",
    implements=("R22",),
    clause="公文校对要求",
    strength="recommended",
    tests="“县民政局会同县民政局、县消防救援大队”这样牵头与配合是同一个单位的",
    why="多是换了牵头单位没有改配合单位，分工就落空了。",
    hint="核对分工，改正其中一个单位",
    good=lambda: notice(body=("县民政局会同县财政局、县消防救援大队开展检查。",)),
    bad=lambda: notice(body=("县民政局会同县民政局、县消防救援大队开展检查。",)),
    signs=("会同", "联合", "配合", "协助", "协同"),
    severity="warning",
)
_WITH = apart(*RULE.signs)
_LEADS = "，要应须当牵头负责"
_ENDINGS = ("局", "队", "委", "办", "院", "会", "中心", "政府")
_OFFICE = re.compile(rf"[\u4e00-\u9fff]{{2,12}}?(?:{'|'.join(_ENDINGS)})(?=[、和与及等，。；]|[开进负做检]|$)")
_FAR = 20
_BETWEEN, _ENDS = re.compile("[、和与及]"), re.compile("[，。；]")


def check(subject: Subject) -> Iterator[Finding]:
    """Sentences of the text and cells of a table of duties."""
    for para, found in subject.seen.joined.matches(_WITH):
        before = para.text[max(0, found.start() - _FAR) : found.start()].rstrip(_LEADS)
        if not before.endswith(_ENDINGS):
            continue  # nearly always: no office is named right before
        for name in _BETWEEN.split(_ENDS.split(para.text[found.end() :], 1)[0]):
            office = _OFFICE.match(name)
            if office and before.endswith(office[0]):
                yield RULE.at(subject, para, f"“{office[0]}”写了两次", around(para.text, found))
