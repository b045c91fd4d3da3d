"""What the text calls an attachment is listed (R21)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW430",
    title="正文说“见附件”的，有附件说明和附件",
    implements=("R21",),
    clause="GB/T 9704-2012 7.3.4",
    strength="recommended",
    tests="正文里的“见附件”“附件1”，与附件说明、附件页",
    why="收文单位找不到附件，要打电话来问。",
    hint="在正文下空一行写附件说明并附上附件，或删去“见附件”",
    good=lambda: notice(body=("具体名单见附件。",), attachments="附件：名单"),
    bad=lambda: notice(body=("具体名单见附件。",)),
    roles=("body",),
)
_SAID = re.compile(
    r"见附[件表]|附[件表]\s*(?:\d|[一二三四五六七八九十])?\s*(?:所列|要求|规定|的要求)|(?:样表|名单|清单)附后"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Files of which neither a list of attachments nor a label of one, nor a table, was seen."""
    if (
        subject.seen.all("attachments", "attachment_label")
        or subject.seen.grids
        or subject.seen.face == "plain"
    ):
        return
    for element in subject.sure("body", "heading", part=0):
        if found := _SAID.search(element.para.text):
            yield RULE.at(subject, element, f"写了“{found[0]}”，却没有附件", around(element.para.text, found))
            return
