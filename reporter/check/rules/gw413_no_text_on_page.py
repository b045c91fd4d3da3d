"""（此页无正文） is not written (L094)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW413",
    title="不写“（此页无正文）”",
    implements=("L094",),
    clause="GB/T 9704-2012 7.3.5.5",
    strength="recommended",
    tests="全文有没有“此页无正文”“（正文完）”",
    why="署名与正文不在一页时，应当调整行距、字距，使它们同页。",
    hint="删去这几个字，调整行距、字距或把正文移一两行过来",
    good=notice,
    bad=lambda: notice(body=("（此页无正文）",)),
    signs=("无", "完）", "完)"),
)
_WORDS = re.compile(r"[（(]?\s*(?:[此本]\s*页|以\s*下)\s*无\s*(?:正\s*文|内\s*容)\s*[)）]?")
_QUICK = re.compile(r"[此本以]\s*[页下]\s*无")
_DONE = re.compile(r"[（(]\s*(?:正\s*文|全\s*文)?\s*完\s*[)）]")


def check(subject: Subject) -> Iterator[Finding]:
    """The words anywhere in the text."""
    for para in subject.seen.joined.holding(_QUICK):
        if _WORDS.search(para.text):
            yield RULE.at(subject, para, "用了“此页无正文”一类的话")
    for para in subject.seen.joined.holding(_DONE, "完"):
        if _DONE.fullmatch(para.text):
            yield RULE.at(subject, para, "正文末尾写了“完”")
