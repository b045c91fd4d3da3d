"""Clauses are parted by ，, words in a row by 、 (GB/T 15834-2011 4.4, 4.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart, sentence_at
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW586",
    title="分句之间用逗号",
    implements=("L064",),
    clause="GB/T 9704-2012 9、GB/T 15834-2011 4.4、4.5",
    strength="recommended",
    tests="“应当”“不得”“不予”前面的顿号",
    why="顿号只用在并列的词语之间。",
    hint="改为逗号",
    good=lambda: notice(body=("遇有险情，应当立即报告。",)),
    bad=lambda: notice(body=("遇有险情、应当立即报告。",)),
    severity="warning",
)
_WRONG = re.compile("、(?<![一二三四五六七八九十）)]、)(?:应当|必须|不予|不得)(?=[\u4e00-\u9fff]{2})")
_QUICK = apart("、应当", "、必须", "、不[予得]")
_MODAL = re.compile("应当|必须|不予|不得|可以|严禁|禁止|需要|不准|不能")


def check(subject: Subject) -> Iterator[Finding]:
    """Before what is to be done, in a sentence that says only once that something is to be done."""
    for para, found in subject.seen.joined.matches(_WRONG, quick=_QUICK):
        sentence = sentence_at(para.text, found.start())[1]
        if len(_MODAL.findall(sentence)) == 1:
            yield RULE.at(subject, para, f"“{found[0][1:]}”前面用了顿号", around(para.text, found))
