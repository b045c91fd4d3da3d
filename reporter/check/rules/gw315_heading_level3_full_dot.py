"""The dot behind 1 is half-width (L043)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.numbered import numbered
from reporter.check.rule import Rule
from reporter.check.samples import heading, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW315",
    title="三级标题的下圆点用半角",
    implements=("L043",),
    clause="GB/T 15834-2011 附录 B.3.3",
    strength="recommended",
    tests="1、2、3后面的圆点",
    why="序号写法统一，层次才一目了然。",
    hint="把“1．”改为“1.”",
    good=lambda: notice(body=(heading("1.建立台账", 3),)),
    bad=lambda: notice(body=(heading("1．建立台账", 3),)),
    roles=("heading",),
    folds=2,
    signs=("．", "·", "•"),
)
_WRONG = re.compile(r"^\d{1,2}\s*([．·•])", re.ASCII)


def check(subject: Subject) -> Iterator[Finding]:
    """Headings and numbered items as typed or as automatic numbering prints them."""
    for element in numbered(subject):
        if found := _WRONG.match(element.text):
            yield RULE.at(subject, element, f"阿拉伯数字序号后面用了{'全角圆点' if found[1] == '．' else '间隔号'}")
