"""Nothing follows the name of an attachment (L080)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import naming
from reporter.check.subject import Subject

RULE = Rule(
    code="GW401",
    title="附件名称后不加标点",
    implements=("L080",),
    clause="GB/T 9704-2012 7.3.4",
    strength="shall",
    tests="附件说明每一行的最后一个字符",
    why="附件说明是清单，不是句子。",
    hint="删去名称后面的标点",
    good=naming,
    bad=lambda: naming("附件：1.责任清单；", "2.整改清单。"),
    roles=("attachments",),
)
_WRONG = frozenset("。；，、.;,")


def check(subject: Subject) -> Iterator[Finding]:
    """Lines of 附件说明; a name in 《》 or brackets ends in its own mark."""
    for element in subject.sure("attachments"):
        text = element.text.rstrip()
        if text[-1:] in _WRONG:
            yield RULE.at(subject, element, f"附件名称后面有“{text[-1]}”")
