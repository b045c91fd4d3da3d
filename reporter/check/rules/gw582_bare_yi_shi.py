"""一是 is followed by its words at once (GB/T 15834-2011 B.3)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW582",
    title="“一是”“二是”后面不加标点",
    implements=("L040",),
    clause="GB/T 9704-2012 9、GB/T 15834-2011 附录 B.3",
    strength="recommended",
    tests="“一是、”“二是，”这样的写法",
    why="“一是”连着后面的话成一句，中间不停顿。",
    hint="删去“是”后面的标点",
    good=lambda: notice(body=("主要有两个问题：一是部分机构台账不全；二是整改较慢。",)),
    bad=lambda: notice(body=("主要有两个问题：一是，部分机构台账不全；二是，整改较慢。",)),
)
_WRONG = apart(
    *(rf"是{mark}(?<=[一二三四五六七八九十]是.)(?<![第之统专][一二三四五六七八九十]是.)" for mark in "，、：")
)


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes."""
    for para, found in subject.seen.joined.matches(_WRONG):
        number = para.text[found.start() - 1]
        yield RULE.at(subject, para, f"“{number}是”后面加了“{found[0][1]}”", around(para.text, found))
