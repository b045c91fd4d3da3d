"""No half-width marks beside hanzi (L060)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.labels import judged_apart
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW501",
    title="汉字旁边用全角标点",
    implements=(
        "L060",
        "R25",
    ),
    clause="GB/T 15834-2011 4、5.1",
    strength="shall",
    tests="汉字前后的逗号、句号、分号、冒号、问号、叹号",
    why="半角标点占半个字宽，行末对不齐，也与英文标点相混。",
    hint="改成全角标点",
    good=lambda: notice(body=("各乡镇要逐院排查，建立台账；按时报送。",)),
    bad=lambda: notice(body=("各乡镇要逐院排查,建立台账;按时报送.",)),
    severity="warning",
    folds=6,
    signs=tuple(",;:?!."),
    yields=("GW405", "GW689"),
)
_WRONG = re.compile(
    r"(?<=[\u4e00-\u9fff》”）])[,;:?!]|(?<=[\u4e00-\u9fff》”）])\.(?![A-Za-z0-9.])|[,;?!](?=[\u4e00-\u9fff《“（])"
)
"""A colon of times and ratios has no hanzi in front of it, nor has a dot in 1.总则."""


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes; signs of elements have rules of their own."""
    for para, found in subject.seen.matches(_WRONG):
        if not judged_apart(subject, para, *found.span()):
            yield RULE.at(subject, para, f"半角标点“{found[0]}”与汉字连用", around(para.text, found))
