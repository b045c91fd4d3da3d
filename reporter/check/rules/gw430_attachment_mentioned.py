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
    signs=("附",),
)
_SAID = re.compile(
    r"见附[件表]|附[件表]\s*(?:\d|[一二三四五六七八九十])?\s*(?:所列|要求|规定|的要求)|(?:样表|名单|清单)附后"
)


def check(subject: Subject) -> Iterator[Finding]:
    """A number beyond those of the list; files of which neither a list of attachments nor a label of one, nor a table,
    was seen."""
    yield from _beyond(subject)
    if (
        subject.seen.all("attachments", "attachment_label")
        or _tables(subject)
        or subject.seen.face == "plain"
    ):
        return
    for element in subject.sure("body", "heading", part=0):
        if "附" in element.para.text and (found := _SAID.search(element.para.text)):
            yield RULE.at(subject, element, f"写了“{found[0]}”，却没有附件", around(element.para.text, found))
            return


def _tables(subject: Subject) -> bool:
    """Whether there is a table with rows and columns, but for those that only place a mark, names or 版记, and those
    that stand in the text above the date."""
    placing, date = subject.placing, subject.the("date")
    last = date.para.number if date else 0
    above = {para.cell.table for para in subject.seen.paras if para.cell and para.number < last}
    return any(
        len(grid.rows) > 1 and len(grid.rows[0]) > 1 and grid.number not in placing and grid.number not in above
        for grid in subject.seen.grids
    )


_NUMBERED = re.compile(r"附件(?<=[见按照用填、和]附件)\s*(\d{1,2})(?!\d)")


def _beyond(subject: Subject) -> Iterator[Finding]:
    """见附件2 where the list names one."""
    listed = len(subject.sure("attachments", part=0))
    said = listed and subject.text_of("body", "heading").says("附件")
    for element in subject.sure("body", "heading", part=0) if said else ():
        for found in _NUMBERED.finditer(element.para.text):
            if int(found[1]) > max(listed, len(subject.sure("attachment_label"))):
                told = f"写了“附件{found[1]}”，附件说明里只有{listed}个附件"
                yield RULE.at(subject, element, told, around(element.para.text, found))
