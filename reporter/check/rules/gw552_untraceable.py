"""A figure that no fact of the workspace proves (R8)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reporter.check.finding import Finding
from reporter.check.knowledge import Known, KnownFact
from reporter.check.quoting import leading
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject
from reporter.check.tracing import untraced

RULE = Rule(
    code="GW552",
    title="查不到出处的数",
    implements=("R8",),
    clause="公文一致性要求",
    strength="practice",
    tests="报告、总结、通报里的数，在工作文件夹的数据里有没有同样的值；年份、日期、文号和要求达到的数不查",
    why="查不到出处的数，经不起问“哪来的”。",
    hint="补进“其他数据”表，或核对后删去",
    good=lambda: _held("排查发现隐患184条。"),
    bad=lambda: _held("发放宣传册5000份。"),
    roles=("body", "heading"),
    needs=("facts",),
)
_TELLING = re.compile(r"报告|总结|通报|纪要|情况|要点|简报")


def check(subject: Subject) -> Iterator[Finding]:
    """Documents that tell what was done; in plans and notices most figures are requirements."""
    title = subject.the("title")
    if subject.known is None or title is None or not _TELLING.search(title.text):
        return
    for para, one in untraced(subject, subject.known):
        quote = leading(para.text, one.start, one.end)
        yield RULE.at(subject, para, "工作文件夹里没有这个数，查不到出处", quote)


def _held(text: str) -> Subject:
    fact = KnownFact("hazards.found()", "发现", Decimal(184), "条")
    title = "安和县民政局关于养老院专项行动工作情况的报告"
    return notice(title=title, body=(text,), subject={"known": Known((fact,))})
