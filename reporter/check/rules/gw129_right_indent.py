"""Text reaches to the right edge of the type area: 28 characters a line (L121)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.sheets import sheet_spot
from reporter.check.subject import Subject

RULE = Rule(
    code="GW129",
    title="正文不设右缩进，不分栏",
    implements=("L121",),
    clause="GB/T 9704-2012 5.2.3",
    strength="recommended",
    tests="Word 文件正文段落的右缩进，页面的栏数",
    why="右缩进、分栏让每行不足28个字。",
    hint="段落—缩进—右侧设为0；布局—栏选“一栏”",
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
    sections = subject.setting.sections if subject.setting else ()
    if sections and sections[0].columns > 1 and subject.seen.face != "plain":
        yield RULE.on(subject, f"正文分成了{sections[0].columns}栏", spot=sheet_spot(1, len(sections)))
    for element in subject.sure("body", part=0):
        right = element.para.looks.right or 0
        if element.para.place == "text" and right >= _LEAST:
            yield RULE.at(subject, element, f"正文段落右缩进{right:.1f}字")
