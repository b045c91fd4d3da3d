"""紧急程度 is 特急 or 加急 (L132)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW208",
    title="紧急程度标“特急”或“加急”",
    implements=("L132",),
    clause="《党政机关公文处理工作条例》第九条（三）",
    strength="shall",
    tests="版头里的紧急程度",
    why="自造的紧急程度没有对应的办理时限。",
    hint="改为“特急”或“加急”，不急的删去",
    good=lambda: notice(urgency="特急"),
    bad=lambda: notice(urgency="紧急"),
    roles=("urgency",),
)
_FRAMED = re.compile(r"[【\[〔（(]\s*(?:特急|加急|特提|平急|急件)\s*[】\]〕）)]")
_BLANKS = re.compile(r"[\s\u3000]+")


def check(subject: Subject) -> Iterator[Finding]:
    """The mark in the header; telegrams have others and are not judged here."""
    marks = subject.sure("urgency")
    for element in marks:
        if _BLANKS.sub("", element.text) not in ("特急", "加急"):
            yield RULE.at(subject, element, "紧急程度只分“特急”“加急”")
    if len({_BLANKS.sub("", one.text) for one in marks}) > 1:
        yield RULE.at(subject, marks[0], "紧急程度标了两个，只标一个", marks[0].para.text)
    mark = subject.the("mark")
    above = (para for para in subject.seen.paras[:_TOP] if mark and para.number < mark.para.number)
    for para in above:
        if _FRAMED.fullmatch(para.text):
            yield RULE.at(subject, para, "紧急程度不加括号")


_TOP = 8
"""So many paragraphs may stand above the mark."""
