"""附件说明 begins two 字 in (7.3.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.model import Para
from reporter.check.finding import Finding
from reporter.check.indents import first_indent
from reporter.check.rule import Rule
from reporter.check.samples import enclosed, line, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW440",
    title="附件说明左空二字",
    implements=("L086",),
    clause="GB/T 9704-2012 7.3.4",
    strength="shall",
    tests="“附件：”一行的缩进，前面打的空格也算",
    why="附件说明与正文自然段对齐，读者一眼看出它不是署名，也不是附件本身。",
    hint="第二个附件起左空五字；把“附件：”一行的缩进改成左空二字，名称回行时与第一行的名称对齐",
    good=lambda: _listed(-3.0, 5.0),
    bad=lambda: _listed(0.0, 0.0),
    roles=("attachments",),
    about=("attachments",),
)
_INDENT, _ROUNDING = 2.0, 0.6
_NEXT = re.compile(r"[2-9２-９]\s*[.．、]")
_LEAST_NEXT = 4.0
"""字; the first number stands five in, behind “附件：”."""


def check(subject: Subject) -> Iterator[Finding]:
    """The first line of the list, where its indent is known; what a tab makes of it is not."""
    first = next(iter(subject.sure("attachments", part=0)), None)
    if first is None or subject.seen.format != "docx" or first.para.place != "text":
        return
    looks, typed = first.para.looks, first.para.typed
    if looks.first is None or looks.align in ("center", "right") or typed.startswith("\t"):
        return
    indent = _begin(first.para)
    if abs(indent - _INDENT) > _ROUNDING:
        told = "没有空" if abs(indent) <= _ROUNDING else f"空了{indent:.1f}字" if indent > 0 else "伸出了版心"
        yield RULE.at(subject, first, f"“附件：”前面{told}，应左空二字")
    for other in subject.sure("attachments", part=0)[1:]:
        para = other.para
        if not _NEXT.match(other.text) or para.looks.first is None or para.typed[:1] == "\t":
            continue
        if len(para.text) == len(other.text) and para.place == "text" and _begin(para) < _LEAST_NEXT:
            yield RULE.at(subject, other, "第二个附件没有与第一个的序号对齐")


def _begin(para: Para) -> float:
    """Where its first line begins with blanks typed in front, 字; less than 0 out in the margin."""
    return first_indent(para) + min(para.looks.left or 0, 0)


def _listed(first: float, left: float) -> Subject:
    name = line("附件：整改清单", "attachments", looks={"first": first, "left": left})
    return notice(attachments=name, attachment_label=enclosed("整改清单"))
