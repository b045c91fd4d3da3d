"""附件 in 附件说明 is followed by a full-width colon (L083, 7.3.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW433",
    title="附件说明的“附件”二字后标全角冒号",
    implements=("L083",),
    clause="GB/T 9704-2012 7.3.4",
    strength="shall",
    tests="附件说明第一行“附件”后面的冒号",
    why="没有冒号，“附件”和名称连成一个词。",
    hint="写成“附件：名称”或“附件：1.名称”",
    good=lambda: notice(attachments="附件：养老机构名单"),
    bad=lambda: notice(attachments="附件　养老机构名单"),
    roles=("attachments",),
    signs=("附",),
    yields=("GW404",),
)
_BARE = re.compile(r"附\s*件\s*[\d一二三四五六七八九十]{0,2}\s*[.．、]?\s*[\u4e00-\u9fff《“]")


def check(subject: Subject) -> Iterator[Finding]:
    """The first line; a half-width colon is another rule's."""
    for element in subject.sure("attachments", part=0)[:1]:
        if _BARE.match(element.text):
            yield RULE.at(subject, element, "“附件”后面没有冒号")
