"""Digits and letters are half-width (L073)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rare import may_be_strange
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.strange import FULL_WIDTH
from reporter.check.subject import Subject

RULE = Rule(
    code="GW514",
    title="数字和字母用半角",
    implements=("L073",),
    clause="GB/T 15835-2011 5.1",
    strength="shall",
    tests="全角的数字、拉丁字母",
    why="全角数字占一字宽，检索不到，也无法核对。",
    hint="改成半角",
    good=lambda: notice(body=("全县共有养老机构42家。",)),
    bad=lambda: notice(body=("全县共有养老机构４２家。",)),
    folds=6,
)
_WRONG = re.compile(f"[{FULL_WIDTH}]+")


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes."""
    text = subject.seen.joined
    for para, found in text.matches(_WRONG) if may_be_strange(text.text) else ():
        yield RULE.at(subject, para, f"全角数字、字母或百分号“{found[0]}”", around(para.text, found))
