"""Nothing follows ① (L048)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import heading, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW320",
    title="圆圈数字序号后不加标点",
    implements=("L048",),
    clause="GB/T 15834-2011 附录 B.3.4",
    strength="recommended",
    tests="①、②后面的标点",
    why="序号写法统一，层次才一目了然。",
    hint="删去①后面的标点",
    good=lambda: notice(body=(heading("①登记", 5),)),
    bad=lambda: notice(body=(heading("①、登记", 5),)),
    roles=("heading",),
    folds=2,
)
_WRONG = re.compile(r"^[①-⑳]\s*[、.．，]")


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs that begin with ① and the like, headings or items."""
    for para in subject.paras_of("heading", "body"):
        if _WRONG.match(para.text):
            yield RULE.at(subject, para, "①后面加了标点")
