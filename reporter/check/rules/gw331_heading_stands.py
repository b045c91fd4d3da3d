"""A heading begins two 字 in like any paragraph (7.3.3)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from reporter.check.finding import Finding
from reporter.check.indents import first_indent
from reporter.check.rule import Rule
from reporter.check.samples import Line, heading, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW331",
    title="正文的标题左空二字，不居中、不顶格",
    implements=("L096",),
    clause="GB/T 9704-2012 7.3.3",
    strength="shall",
    tests="一级、二级标题的对齐方式和缩进",
    why="标题是正文的自然段，与其他段落一样左空二字。",
    hint="段落—左对齐，特殊格式选“首行缩进2字符”",
    good=notice,
    bad=lambda: notice(body=(_heading("center"), "各乡镇要逐院排查，建立台账。")),
    roles=("heading",),
    severity="warning",
    folds=2,
)
_LEAST, _MOST = 0.6, 3.4
_DEEPEST = 2


def check(subject: Subject) -> Iterator[Finding]:
    """Numbered headings of the main text; white that was typed counts, and a tab stops somewhere."""
    for element in subject.sure("heading", part=0):
        para, looks = element.para, element.para.looks
        if not element.label or element.level > _DEEPEST or para.place != "text":
            continue
        if looks.align in ("center", "right"):
            yield RULE.at(subject, element, "标题没有左空二字，排成了居中或居右")
            continue
        known = looks.first is not None and not para.typed.startswith("\t") and not para.label
        indent = first_indent(para) if known else _LEAST
        if indent < _LEAST:
            yield RULE.at(subject, element, "标题顶格，没有左空二字")
        elif indent > _MOST and para.text == element.text and looks.align in ("left", "justify"):
            yield RULE.at(subject, element, f"标题左空了{indent:.0f}字，应空二字")


def _heading(align: str) -> Line:
    return replace(heading("一、总体要求", 1), looks={"align": align, "first": 0.0})
