"""Digits and letters are half-width (L073)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
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
_WRONG = re.compile(r"[０-９Ａ-Ｚａ-ｚ％][０-９Ａ-Ｚａ-ｚ％]*")
"""One first, then more: so it is looked for three times as fast."""


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes."""
    for para, found in subject.seen.matches(_WRONG):
        yield RULE.at(subject, para, f"全角数字、字母或百分号“{found[0]}”", around(para.text, found))
