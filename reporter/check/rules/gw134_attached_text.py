"""The text of an attachment is set like that of the document (7.3.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.model import Element
from reporter.check.faces import FANG, HEI, KAI
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import enclosed, line, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW134",
    title="附件正文的字体、字号同公文正文",
    implements=("L084", "L123"),
    clause="GB/T 9704-2012 7.3.7、5.2.2",
    strength="recommended",
    tests="附件里整段文字的字体和字号，有表格的附件不查",
    why="附件与公文正文是一体的，格式要求同正文。",
    hint="选中附件的文字，改为三号仿宋",
    good=lambda: notice(attachment_label=(*enclosed("清单"), line(_TEXT, part=1))),
    bad=lambda: notice(attachment_label=(*enclosed("清单"), line(_TEXT, part=1, font="宋体", size=12.0))),
    roles=("body",),
    folds=1,
    signs=("附件",),
)
_TEXT = "本清单由县民政局更新，每月五日前更新一次，各乡镇对照落实。"
_LONG = 20
_NOTE = re.compile(r"\s*[（(]?(?:注|说明|备注|填[表报]|来源|资料)")
_SMALL = 15.0
"""pt; 三号 is 16."""


def check(subject: Subject) -> Iterator[Finding]:
    """Long paragraphs of attachments without a table; notes and forms are set as they need."""
    labels = subject.sure("attachment_label")
    if subject.seen.face == "plain" or not labels:
        return
    for part in sorted({one.part for one in labels if one.part > 0}):
        told = [(one, said) for one in subject.sure("body", part=part) if _text(one) and (said := _said(one))]
        if told and not _tabled(subject, part):
            for one, said in told:
                yield RULE.at(subject, one, said)


def _text(one: Element) -> bool:
    para = one.para
    return para.place == "text" and len(para.text) >= _LONG and not _NOTE.match(para.text)


def _said(one: Element) -> str:
    main = one.para.main
    if main.font and not any(face.search(main.font) for face in (FANG, HEI, KAI)):
        return f"附件正文的字体是{main.font}，正文用仿宋"
    return f"附件正文是{main.size:g}磅，正文用三号（16磅）" if 0 < main.size < _SMALL else ""


def _tabled(subject: Subject, part: int) -> bool:
    """Whether a table stands beside its text, but for 版记."""
    numbers = [one.para.number for one in subject.sure("body", "heading", part=part)]
    near = subject.seen.paras[max(0, min(numbers) - 2) : max(numbers) + 1]
    imprint = {one.para.number for one in subject.sure("cc", "print_office", "print_date")}
    return any(para.cell and para.number not in imprint for para in near)
