"""Nothing follows the name of an attachment (L080)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

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
    about=("attachments",),
)
_WRONG = frozenset("。；，、.;,：:！!")


_COPIES = re.compile("[0-9一二三四五六七八九十]+份$")
_LABEL = re.compile(r"附\s*件\s*[：:]")
"""Names follow on lines of their own."""


def check(subject: Subject) -> Iterator[Finding]:
    """Lines of 附件说明; a name in 《》 or brackets ends in its own mark."""
    for element in subject.sure("attachments"):
        text = element.text.rstrip()
        if text[-1:] in _WRONG and not _LABEL.fullmatch(text):
            yield RULE.at(subject, element, f"附件名称后面有“{text[-1]}”")
        elif found := _COPIES.search(text):
            told = RULE.at(subject, element, f"附件名称后面写了“{found[0]}”")
            yield replace(told, severity="info", hint="附件说明只写顺序号和名称")
