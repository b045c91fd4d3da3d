"""What is still to be filled in is listed (R27)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW544",
    title="没有未填的空白",
    implements=("R27",),
    clause="公文一致性要求",
    strength="practice",
    tests="＿＿、××、没有数字的“号”、（待填）",
    why="带着空白发出去的公文要重发。",
    hint="填上内容；供填写的表格可以留空",
    good=notice,
    bad=lambda: notice(number="安民字〔2026〕  号"),
)
_BLANK = re.compile(
    r"[＿_]{2,}|[×xX]{2,}(?=[年月日号县镇市局])|〕\s*号|[（【(]待填[）】)]|"
    r"(?<=[\u4e00-\u9fff：])[\u3000 ]{2,}(?=人次|人|名|家|个|张|条|处|项|份|户|次|起|所|台|万元|元|日|月|号)"
)
_QUICK = re.compile(r"[＿_×xX\u3000 〕待](?=[＿_×xX\u3000 ]|\s*号|填)")


def check(subject: Subject) -> Iterator[Finding]:
    """Visible blanks in text and cells: runs of ＿ or ×, and a 号 without its digits."""
    for para in subject.seen.joined.holding(_QUICK):
        if found := _BLANK.search(para.text):
            yield RULE.at(subject, para, "这里还没有填", around(para.text, found))
