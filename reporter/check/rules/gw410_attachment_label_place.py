"""附件 stands on the first line of its page, flush left (L084)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.measure.items import LEFT_MM
from reporter.check.places import page_of, text_lines
from reporter.check.rule import Rule
from reporter.check.samples import enclosed, notice, with_lines
from reporter.check.subject import Subject
from reporter.typeset.standard import CELL_MM

RULE = Rule(
    code="GW410",
    title="“附件”二字顶格编排在版心左上角第一行",
    implements=("L084",),
    clause="GB/T 9704-2012 7.3.7",
    strength="shall",
    tests="排版后“附件”所在行的位置",
    why="翻开就知道是第几个附件。",
    hint="“附件”前插入分页符，左对齐，不加首行缩进",
    good=lambda: with_lines(
        notice(tail=enclosed("整改清单")), ("附件", 28.0, 39.0), ("整改清单", 90.0, 120.0)
    ),
    bad=lambda: with_lines(
        notice(tail=enclosed("整改清单")), ("请认真落实。", 28.0, 61.0), ("附件", 28.0, 39.0)
    ),
    roles=("attachment_label",),
    needs=("layout",),
    severity="warning",
)
_LINE = 2.0
"""mm."""


def check(subject: Subject) -> Iterator[Finding]:
    """Labels as lines of the layout."""
    for label in subject.sure("attachment_label"):
        found = page_of(subject, label.text)
        if found is None or label.part <= 0:
            continue
        page, line = found
        above = [one for one in text_lines(page) if one.baseline < line.baseline - _LINE and not one.red]
        if above:
            yield RULE.at(subject, label, "“附件”不在这一页的第一行")
        elif line.left - LEFT_MM > CELL_MM / 2 and not page.landscape:
            yield RULE.at(subject, label, "“附件”没有顶格")
