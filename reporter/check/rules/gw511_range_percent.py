"""Both ends of a range bear % (L070)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW511",
    title="百分数范围前后都写百分号",
    implements=("L070",),
    clause="GB/T 15835-2011 4.1.4、5.1",
    strength="recommended",
    tests="“60～75%”“60%～75”这样的写法",
    why="省了前一个百分号，60就成了六十。",
    hint="照“60%～75%”这样写",
    good=lambda: notice(body=("入住率为60%～75%。",)),
    bad=lambda: notice(body=("入住率为60～75%。",)),
    signs=("%",),
)
_WRONG = re.compile(r"(?<![\d.])\d+(?:\.\d+)?(?:[～~]|——?|-)\d+(?:\.\d+)?%")
_SECOND = re.compile(
    r"[～~—](?:(?<=%.)|(?<=%—.))\d{1,3}(?:\.\d+)?(?![\d.%％‰个年月日人家户元张处名次条项件所万亿])(?=[\u4e00-\u9fff，。；、）])"
)


_QUICK = re.compile(r"[～~—-]\d++(?:\.\d+)?%")


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes."""
    text = subject.seen.joined
    for para in text.holding(_QUICK, at=text.numbers.signs_before("～~—-")):
        for found in _WRONG.finditer(para.text):
            yield RULE.at(subject, para, f"百分数范围“{found[0]}”前一个没有百分号", around(para.text, found))
    for para, found in text.matches(_SECOND, "%～", "%~", "%—"):
        yield RULE.at(subject, para, "百分数范围后一个没有百分号", around(para.text, found))
