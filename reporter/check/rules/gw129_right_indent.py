"""Text reaches to the right edge of the type area: 28 characters a line (L121)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW129",
    title="正文不设右缩进",
    implements=("L121",),
    clause="GB/T 9704-2012 5.2.3",
    strength="recommended",
    tests="Word 文件正文段落的右缩进",
    why="右缩进让每行不足28个字。",
    hint="段落—缩进—右侧设为0",
    good=notice,
    bad=lambda: notice(body=(line("各乡镇要逐院排查。", looks={"right": 2.0}),)),
    roles=("body",),
    folds=2,
)
_LEAST = 0.8
"""字; less may be rounding."""


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of the signed document."""
    if subject.seen.format != "docx":
        return
    for element in subject.sure("body", part=0):
        right = element.para.looks.right or 0
        if element.para.place == "text" and right >= _LEAST:
            yield RULE.at(subject, element, f"正文段落右缩进{right:.1f}字")
