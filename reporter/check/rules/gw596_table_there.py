"""What is said to be in the table below or above is there (R21, R24)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.enclosures import named_attachments
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW596",
    title="写“见下表”“如上表”的，有那张表",
    implements=("R21", "R24"),
    clause="公文一致性要求",
    strength="recommended",
    tests="“见下表”“如下表”之后有没有表格（DOCX），“如上表”之前有没有表；“任务分工见附件2”与附件名称",
    why="照着找不到的表、对不上的附件，读者以为漏印了。",
    hint="补上表格或删去这句话；核对附件序号",
    good=lambda: notice(body=("具体情况如下。",)),
    bad=lambda: notice(body=("具体情况见下表。",)),
    roles=("body",),
)
_BELOW = re.compile(r"[见如]下表")
_SEE = re.compile(r"([\u4e00-\u9fff]{4,12})(?:详?见|按照?)附件\s*(\d{1,2})(?!\d)")
_ABOVE = re.compile("(?:如|见)上表")
_ROWS = 2
_ALIKE = 4


def check(subject: Subject) -> Iterator[Finding]:
    """A DOCX with no table behind the words: a PDF's tables are not surely seen, nor are pictures of one. A number of
    an attachment before which the title of another one stands."""
    text = subject.text_of("body", "heading")
    if subject.seen.format == "docx":
        for para, found in text.matches(_BELOW, "下表"):
            if para.number > _last_cell(subject):
                yield RULE.at(subject, para, "下面没有表", around(para.text, found))
    yield from _above(subject)
    for para, found in text.matches(_SEE, "附件"):
        listed = named_attachments(subject)
        named = [number for number, title in listed.items() if _ends_alike(found[1], title)]
        if len(named) == 1 and named[0] != int(found[2]) and int(found[2]) in listed:
            told = f"附件{found[2]}是{listed[int(found[2])]}"
            yield RULE.at(subject, para, told, around(para.text, found))


def _above(subject: Subject) -> Iterator[Finding]:
    """The first table that shows something must begin before."""
    for para, found in subject.text_of("body", "heading").matches(_ABOVE, "上表"):
        shown = {grid.number for grid in subject.seen.grids if len(grid.rows) > _ROWS}
        first = min((one.number for one in subject.seen.paras if one.cell and one.cell.table in shown), default=None)
        if first is None or para.number < first:
            yield RULE.at(subject, para, "前面没有表", around(para.text, found))


def _last_cell(subject: Subject) -> int:
    """The last paragraph of a table, but for those that only place a mark, names or 版记."""
    cells = (para for para in subject.seen.paras if para.cell and para.cell.table not in subject.placing)
    return max((para.number for para in cells), default=0)


def _ends_alike(words: str, title: str) -> bool:
    """Whether the last four characters before 见附件 stand in the title."""
    return len(words) >= _ALIKE and words[-_ALIKE:] in title
