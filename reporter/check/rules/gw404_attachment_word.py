"""附件说明 begins with 附件： (L083)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import naming
from reporter.check.subject import Subject

RULE = Rule(
    code="GW404",
    title="附件说明以“附件：”开头",
    implements=("L083",),
    clause="GB/T 9704-2012 7.3.4",
    strength="recommended",
    tests="附件说明开头的写法",
    why="“附件1”是附件页上的标记，正文后的说明只写“附件：”。",
    hint="改为“附件：1.名称”",
    good=naming,
    bad=lambda: naming("附件1：责任清单", "附件2：整改清单"),
    roles=("attachments",),
    signs=("附",),
)
_WRONG = re.compile(r"附\s*件\s*[一二三四五六七八九十\d]+\s*[：:、.]?")

_APART = re.compile("附[ \u3000\xa0]+件")


def check(subject: Subject) -> Iterator[Finding]:
    """附件1： or 附件一： before the names."""
    for element in subject.sure("attachments", part=0):
        if found := _WRONG.match(element.text):
            yield RULE.at(subject, element, f"附件说明写成“{found[0]}”，应为“附件：”")
        elif _APART.match(element.text):
            yield RULE.at(subject, element, "“附件”两字之间有空格")
