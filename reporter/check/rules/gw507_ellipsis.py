"""An ellipsis is …… (L066)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW507",
    title="省略号用六个居中的圆点（……）",
    implements=("L066",),
    clause="GB/T 15834-2011 4.11",
    strength="shall",
    tests="三个以上的句点、句号和单个省略号",
    why="写法不一，容易被当成几个句号。",
    hint="改成……",
    good=lambda: notice(body=("灭火器、应急灯……都要逐件检查。",)),
    bad=lambda: notice(body=("灭火器、应急灯...都要逐件检查。",)),
    severity="warning",
    signs=("...", "。。", "…", "···"),
)
_WRONG = re.compile(r"\.{3,}|。{2,}|…{5,}|(?<!…)…(?!…)|·{3,}")


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes."""
    for para, found in subject.seen.matches(_WRONG):
        yield RULE.at(subject, para, f"省略号写成“{found[0]}”", around(para.text, found))
