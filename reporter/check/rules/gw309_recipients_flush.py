"""主送机关 begins at the left edge (L032)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.addressed import moved
from reporter.check.finding import Finding
from reporter.check.indents import begins
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW309",
    title="主送机关居左顶格",
    implements=("L032",),
    clause="GB/T 9704-2012 7.3.2",
    strength="shall",
    tests="主送机关的缩进",
    why="主送机关顶格排，回行时仍顶格。",
    hint="把首行缩进改为无，删去前面的空格",
    good=notice,
    bad=lambda: notice(recipients=line("各乡镇人民政府、街道办事处：", "recipients", looks={"first": 2.0})),
    roles=("recipients",),
)
_ROUNDING = 0.5


def check(subject: Subject) -> Iterator[Finding]:
    """A known indent, or typed blanks."""
    for element in subject.sure("recipients"):
        if moved(subject, element):
            continue
        para = element.para
        indent = begins(para.looks)
        if para.looks.align in ("center", "right"):
            yield RULE.at(subject, element, "主送机关没有居左顶格")
        elif indent > _ROUNDING or para.typed[:1] in ("\u3000", " "):
            yield RULE.at(subject, element, "主送机关前面空了字")
