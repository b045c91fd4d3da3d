"""A citation gives the title first, the number behind it (L007)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW518",
    title="引用公文先引标题，后引发文字号",
    implements=("L007",),
    clause="公文引用通行做法",
    strength="practice",
    tests="发文字号是不是写在《》前面",
    why="先标题后字号，读者先知道是什么文件。",
    hint="写成《标题》（发文字号）",
    good=lambda: notice(body=("按照《检查办法》（岭民发〔2026〕8号）执行。",)),
    bad=lambda: notice(body=("按照岭民发〔2026〕8号《检查办法》执行。",)),
)
_NUMBER = r"[\u4e00-\u9fff]{1,8}〔\d{4}〕\d+号"
_WRONG = re.compile(
    rf"(?<![》）])[（(]{_NUMBER}[）)](?:文件)?《|(?<![（(\u4e00-\u9fff])(?:按照|根据|依据)?{_NUMBER}(?:文件)?《"
)


_QUICK = apart("号《", "）《", r"\)《", "件《")


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes."""
    for para in subject.seen.joined.holding(_QUICK):
        for found in _WRONG.finditer(para.text):
            yield RULE.at(subject, para, "先引发文字号，后引标题", around(para.text, found))
