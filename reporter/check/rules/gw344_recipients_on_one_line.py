"""Recipients follow one another in one paragraph (L032)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW344",
    title="主送机关连着排，不一家一行",
    implements=("L032",),
    clause="GB/T 9704-2012 7.3.2",
    strength="recommended",
    tests="Word 文件里分成几段的主送机关，前一段不满一行",
    why="主送机关排满一行再回行，回行仍顶格。",
    hint="删去中间的回车，连成一段",
    good=notice,
    bad=lambda: notice(recipients=(line("各养老机构，", "recipients"), line("各医疗卫生机构：", "recipients"))),
    roles=("recipients",),
)
_LINE = 24
"""字: whoever breaks the line by hand where it is full is let pass."""


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs right below one another, the first of them short."""
    if subject.seen.format != "docx":
        return
    paras = [(element, para) for element in subject.sure("recipients") for para in element.paras]
    for (element, above), (_, below) in pairwise(paras):
        if below.number == above.number + 1 and len(above.text.strip()) < _LINE:
            yield RULE.at(subject, element, "主送机关分成了几段")
            return
