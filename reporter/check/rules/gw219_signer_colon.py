"""签发人 is followed by a full-width colon (L031)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW219",
    title="“签发人”后标全角冒号",
    implements=("L031",),
    clause="GB/T 9704-2012 7.2.6",
    strength="shall",
    tests="“签发人”三字后面的冒号",
    why="半角冒号字宽不同，姓名对不齐。",
    hint="把“:”改成“：”",
    good=lambda: notice(signer="签发人：高远", seen_direction="up"),
    bad=lambda: notice(signer="签发人:高远", seen_direction="up"),
    roles=("signer",),
    about=("signer",),
)
_SIGNER = re.compile(r"签\s*发")
_COLON = re.compile(r"签\s*发\s*人：")


def check(subject: Subject) -> Iterator[Finding]:
    """The sign behind 签发人; below it further names stand alone."""
    for at, element in enumerate(subject.sure("signer")):
        if at and not _SIGNER.search(element.text):
            continue
        if not _COLON.search(element.text):
            yield RULE.at(subject, element, "“签发人”后面没有全角冒号")
