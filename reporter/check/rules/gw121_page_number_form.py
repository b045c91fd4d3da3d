"""Page numbers are digits between dashes (L110)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW121",
    title="页码用4号半角宋体阿拉伯数字，左右各放一条一字线",
    implements=("L110",),
    clause="GB/T 9704-2012 7.5",
    strength="recommended",
    tests="页脚里页码的样式",
    why="一字线使页码在版心外也看得清。",
    hint="页码两边加一字线“—”，例：— 1 —",
    good=lambda: notice(tail=line("— 1 —", "page_number")),
    bad=lambda: notice(tail=line("第 1 页 共 3 页", "page_number")),
    roles=("page_number",),
    folds=2,
)
_BLANKS = re.compile(r"[\s\u3000\u00a0]+")
_FORM = re.compile(r"[—―](?:\d+)?[—―]", re.ASCII)


def check(subject: Subject) -> Iterator[Finding]:
    """Footers and headers that hold a page number; a field's digits are whatever was last shown."""
    for element in subject.sure("page_number"):
        text = _BLANKS.sub("", element.text)
        if not _FORM.fullmatch(text):
            yield RULE.at(subject, element, "页码不是“— 1 —”的样式")
        elif any(rule.weight for rule in element.para.looks.rules):
            yield RULE.at(subject, element, "页码上下有横线，应只有数字和左右的一字线")
