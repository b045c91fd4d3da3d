"""The imprint says who prints, when, and who gets copies; no more (7.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW441",
    title="版记不写印数、打字和校对",
    implements=("L102",),
    clause="GB/T 9704-2012 7.4、7.4.3",
    strength="shall",
    tests="版记里有没有“共印×份”“打字：”“校对：”",
    why="2012年的标准取消了印数，版记只有抄送机关、印发机关和印发日期。",
    hint="删去印数、打字、校对",
    good=notice,
    bad=lambda: notice(tail=line("（共印30份）", "other")),
    severity="warning",
)
_PRINTED = r"印\s*(?:刷|制|发)?\s*[\d_×xX]+\s*份"
_COPIES = re.compile(_PRINTED)
_COUNTED = re.compile(rf"[（(]?\s*共?\s*{_PRINTED}\s*[）)]?[。.]?")
_BEHIND = re.compile(rf"日\s*(?:印发)?\s*[（(]\s*共?\s*{_PRINTED}\s*[）)]$")
"""As the forms before 2012 had it, behind the date."""
_WHO = re.compile(r"(?:打字|校对|核稿|录入)\s*[：:]")
_COLON = apart(*(rf"{sign}(?<=[字对稿入\s].)" for sign in "：:"))
"""Where it may end, which few paragraphs have."""


def check(subject: Subject) -> Iterator[Finding]:
    """Lines that say no more, and those that begin so, in papers with a header."""
    if subject.seen.face == "plain":
        return
    for para in subject.seen.joined.holding(_COLON):
        if found := _WHO.match(para.text):
            yield RULE.at(subject, para, f"版记里写了“{found[0].rstrip('：:').strip()}”")
    for para in subject.seen.joined.holding(_COPIES, "份"):
        if _COUNTED.fullmatch(para.text) or _BEHIND.search(para.text):
            yield RULE.at(subject, para, "版记里写了印数")
