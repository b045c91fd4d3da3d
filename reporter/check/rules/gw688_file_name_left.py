"""No name of a file is left at the head or the foot of a page (R27)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import Line, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW688",
    title="页眉、页脚里没有文件名和稿次",
    implements=("R27",),
    clause="GB/T 9704-2012 7.5",
    strength="recommended",
    tests="页眉、页脚里的“.docx”“.wps”“终稿”“修改稿”",
    why="版心外面只印页码，稿件的文件名不能印发出去。",
    hint="删去文件名，只留页码",
    good=notice,
    bad=lambda: notice(body=(Line("通报终稿3.docx", "other", place="footer"),)),
    signs=(".doc", ".wps", "终稿", "修改稿", "定稿"),
)
_NAME = re.compile(r"\.docx?|\.wps|终稿|修改稿|定稿")


def check(subject: Subject) -> Iterator[Finding]:
    """Headers and footers of a Word file."""
    told: set[str] = set()
    for para in subject.seen.paras:
        if para.place in ("header", "footer") and _NAME.search(para.text) and para.text not in told:
            told.add(para.text)
            yield RULE.at(subject, para, f"“{para.text}”像是文件名")
