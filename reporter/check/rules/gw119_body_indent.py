"""A body paragraph begins two 字 in (7.3.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.model import Looks
from reporter.check.finding import Finding
from reporter.check.indents import first_indent
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject
from reporter.text import width

RULE = Rule(
    code="GW119",
    title="正文每个自然段左空二字",
    implements=("L096",),
    clause="GB/T 9704-2012 7.3.3",
    strength="shall",
    tests="正文段落的首行缩进",
    why="左空二字是分段的标记。",
    hint="段落—特殊格式选“首行缩进2字符”",
    good=notice,
    bad=lambda: notice(body=(line("各乡镇要逐院排查，建立台账。", looks={"first": 0.0}),)),
    roles=("body",),
    folds=2,
    yields=("GW118", "GW329", "GW331", "GW413"),
)
_INDENT, _ROUNDING = 2.0, 0.6
_LONG, _SHIFTED = 40, 1.4
"""Characters that take more than a line; 字 that lines behind the first stand in."""
_LABEL = re.compile(r"[^，。；：]{1,8}：")
_LABELLED = 9
"""Characters among which its colon stands."""


def check(subject: Subject) -> Iterator[Finding]:
    """Body paragraphs with a known indent, typed blanks counted; centred lines and tables have rules of their own, and
    in a list names stand below the first behind its label."""
    behind: float | None = None
    usual: Looks | None = None
    for element in subject.sure("body", part=0):
        para = element.paras[0]
        looks = para.looks
        labelled = "：" in para.text[:_LABELLED]
        plain = not labelled and not para.typed[:1].isspace()
        if plain and looks is usual:
            continue
        if para.typed.startswith("\t"):
            odd = looks.odd  # how far a tab goes, its stop says
            if odd and odd.tab and abs(odd.tab - _INDENT) > _ROUNDING and not (looks.first or looks.left):
                yield RULE.at(subject, element, f"段首的制表符落在{odd.tab:.1f}字处，应空二字")
            continue
        if looks.align == "center" and len(para.text) > _LONG and para.place == "text":
            yield RULE.at(subject, element, "正文排成了居中")
            continue
        if looks.first is None or looks.align in ("center", "right") or para.place != "text":
            continue
        first = first_indent(para)
        if labelled and (label := _LABEL.match(para.text)):
            behind = first + width(label[0])
        if behind is not None and abs(first - behind) <= _ROUNDING:
            continue
        if abs(first - _INDENT) > _ROUNDING:
            yield RULE.at(subject, para, f"段首空了{first:.1f}字，应空二字")
        elif (
            (looks.left or 0) > _SHIFTED
            and subject.seen.format == "docx"
            and len(para.text) > _LONG
            and not element.label
        ):
            yield RULE.at(subject, element, "整段左缩进，回行没有顶格")
        elif plain and (looks.left or 0) <= _SHIFTED:
            usual = looks  # right for every other that begins without label and blanks
