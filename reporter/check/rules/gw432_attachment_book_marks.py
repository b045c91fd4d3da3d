"""Names in 附件说明 take no 《》 (practice)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW432",
    title="附件名称不加书名号",
    implements=("L080",),
    clause="附件说明的通行写法（GB/T 9704-2012 7.3.4 只规定名称后不加标点）",
    strength="practice",
    tests="附件说明里的名称是不是整个放在书名号里",
    why="附件说明列的是名称，与附件标题逐字相同，附件标题不带书名号。",
    hint="去掉名称两边的书名号",
    good=lambda: notice(attachments="附件：养老机构安全检查表"),
    bad=lambda: notice(attachments="附件：《养老机构安全检查表》"),
    roles=("attachments",),
    about=("attachments",),
)
_WHOLE = re.compile(r"(?:附\s*件\s*\d*\s*[：:]?)?\s*(?:\d{1,2}\s*[.．、])?\s*《[^《》]*》\s*")


def check(subject: Subject) -> Iterator[Finding]:
    """Lines that hold one name in 《》 and nothing else."""
    for element in subject.sure("attachments"):
        if _WHOLE.fullmatch(element.text):
            yield RULE.at(subject, element, "附件名称加了书名号")
