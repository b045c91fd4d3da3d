"""一 is followed by 、 (L040)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.numbered import numbered
from reporter.check.rule import Rule
from reporter.check.samples import heading, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW312",
    title="一级标题序号后用顿号",
    implements=("L040",),
    clause="GB/T 15834-2011 附录 B.3.2",
    strength="shall",
    tests="一、二、三后面的标点",
    why="序号写法统一，层次才一目了然。",
    hint="把序号后的标点改为顿号：一、",
    good=lambda: notice(body=(heading("一、总体要求", 1),)),
    bad=lambda: notice(body=(heading("一，总体要求", 1),)),
    roles=("heading",),
    folds=2,
)
_WRONG = re.compile(r"^[一二三四五六七八九十]{1,3}\s*[，,.．：:]|^[一二三四五六七八九十]{1,3}[ \u3000]+\S")
_BLANK = re.compile(r"[一二三四五六七八九十]{1,3}、[ \u3000]+\S")


def check(subject: Subject) -> Iterator[Finding]:
    """Headings and numbered items as typed or as automatic numbering prints them."""
    for element in numbered(subject):
        if _WRONG.match(element.text):
            yield RULE.at(subject, element, "“一”后面不是顿号")
        elif element.role == "heading" and _BLANK.match(element.para.typed.strip()):
            yield RULE.at(subject, element, "序号后多了空格")
