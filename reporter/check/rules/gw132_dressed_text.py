"""Text and titles are in no italics, not underlined as a whole, and nothing is struck out, marked or raised
(practice)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.model import Odd, Role
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW132",
    title="标题、正文不用斜体，不整段加下划线，不留删除线、突出显示、底纹、上下标、着重号，不加边框",
    implements=("L123", "L051", "L110"),
    clause="排版通行做法（GB/T 9704-2012 5.2.2、7.3.1 只规定字体字号）",
    strength="practice",
    tests="Word 文件的版头、标题、正文、日期、页码是不是斜体，整段有没有下划线，有没有删除线、突出显示、底纹、上标、"
    "着重号、空心、阴影、首字下沉和四周的边框",
    why="汉字没有真正的斜体；下划线像没有填的空，删除线、突出显示像没有定的稿，底纹多是从网页粘贴来的。",
    hint="选中这一段，取消倾斜、下划线、删除线、突出显示、底纹、文字效果、首字下沉和边框",
    good=notice,
    bad=lambda: notice(body=(line("各乡镇要逐院排查。", looks={"odd": Odd(italic=1.0)}),)),
    roles=("title", "recipients", "heading", "body", "mark", "number", "date", "page_number"),
    severity="warning",
    folds=3,
    odd=True,
)
_ROLES: tuple[tuple[Role, str], ...] = (
    ("title", "标题"), ("recipients", "主送机关"), ("heading", "小标题"), ("body", "正文"), ("mark", "发文机关标志"),
    ("number", "发文字号"), ("date", "成文日期"), ("page_number", "页码"),
)  # fmt: skip
_SHORT = ("number", "date", "page_number")
_MOST = 0.5
"""A word in italics may be foreign, an underlined one stressed."""
_WHOLE = 0.9
_ANY_STRUCK = 0.02
_HANZI = re.compile(r"[\u4e00-\u9fff]{2}")


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of the signed document, each once; forms and texts of others hang behind. A first letter that is set
    large stands in a paragraph of its own, which is none to a reader."""
    dropped = [para for para in subject.seen.paras if para.looks.odd and para.looks.odd.dropped]
    yield from (RULE.at(subject, para, "正文首字下沉") for para in dropped)
    told = {para.number for para in dropped}
    for role, name in _ROLES:
        for element in subject.sure(role, part=0):
            for para in element.paras:
                odd = para.looks.odd
                if odd is None or para.number in told:
                    continue
                if not (role in _SHORT or _HANZI.search(para.text)):
                    continue
                if said := _said(odd):
                    told.add(para.number)
                    yield RULE.at(subject, para, f"{name}{said}")


def _said(odd: Odd) -> str:
    if odd.italic >= _MOST:
        return "是斜体"
    if odd.underlined >= _WHOLE:
        return "整段加了下划线"
    if odd.marked > _ANY_STRUCK:
        return "里有突出显示或底纹"
    if odd.raised:
        return "里有几个字成了上标或下标"
    if odd.stressed:
        return "里有着重号或空心、阴影效果"
    if odd.boxed:
        return "加了边框"
    return "里有删除线" if odd.struck > _ANY_STRUCK else ""
