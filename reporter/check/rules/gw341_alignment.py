"""Elements at the left stand at the left, and 发文字号 where the kind of paper puts it (7.2–7.4, 10)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.artefacts.seen.model import Align, Element, Role
from reporter.check.finding import Finding
from reporter.check.indents import begins
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW341",
    title="份号、附件说明、附件标记、抄送机关居左，发文字号依文种居中、居左或居右，正文不居右",
    implements=("L084", "L133"),
    clause="GB/T 9704-2012 7.2.1、7.2.5、7.3.3、7.3.4、7.3.7、7.4.2、10.1、10.2",
    strength="shall",
    tests="Word 文件里这些要素的段落对齐方式",
    why="要素在固定的位置，收文机关才找得到。",
    hint="选中这一段，段落对齐方式改为左对齐（两端对齐）；下行文的发文字号居中，信函的居右",
    good=notice,
    bad=lambda: notice(attachments=line("附件：名单", "attachments", looks={"align": "center"})),
    roles=("copy_number", "number", "attachments", "attachment_label", "cc", "body"),
)
_LEFT: tuple[tuple[Role, str], ...] = (
    ("copy_number", "份号"), ("attachments", "附件说明"), ("attachment_label", "“附件”"), ("cc", "抄送机关"),
)  # fmt: skip
_NAMES: dict[Align, str] = {"center": "居中", "right": "居右"}
_LONG = 20
"""Characters of prose; shorter lines at the right may sign something."""


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of the text of a Word file, one a line: rows of a table and boxes are placed by their frames."""
    if subject.seen.format != "docx" or subject.seen.face == "plain":
        return
    for role, name in _LEFT:
        for element in subject.sure(role):
            align = element.para.looks.align
            placed = element.para.place == "text" or role == "cc"
            if placed and align in _NAMES and len(element.para.text) == len(element.text):
                yield RULE.at(subject, element, f"{name}排成了{_NAMES[align]}，应居左")
    yield from _number(subject)
    for element in subject.sure("body", part=0):
        para = element.para
        if (
            para.looks.align == "right"
            and para.place == "text"
            and len(para.text) > _LONG
            and para.text[-1] == "。"
        ):
            yield RULE.at(subject, element, "正文排成了居右")


def _number(subject: Subject) -> Iterator[Finding]:
    """Of a paper downward and of an order in the middle, of a letter at the right."""
    number, face = subject.the("number"), subject.seen.face
    if number is None or number.para.place == "box" or number.para.text != number.text:
        return
    align, looks = number.para.looks.align, number.para.looks
    pushed = bool(begins(looks) > 1 or number.para.typed[:1].isspace())
    alone = number.para.cell is None or not _beside(subject, number)
    if face == "document" and subject.seen.direction == "down" and align == "right" and alone:
        yield RULE.at(subject, number, "发文字号居右，应居中")
    elif (
        face == "document" and align == "center" and subject.seen.direction == "up" and subject.sure("signer")
    ):
        yield RULE.at(subject, number, "上行文的发文字号居中，应居左空一字，与签发人同一行")
    elif face == "order" and (align == "right" or (align in ("left", "justify") and not pushed)):
        yield RULE.at(subject, number, "令号没有居中")
    elif face == "letter" and align == "center":
        yield RULE.at(subject, number, "信函的发文字号居中，应排在版心右上角")


def _beside(subject: Subject, number: Element) -> bool:
    """Whether something stands beside it in its row."""
    cell = number.para.cell
    return any(
        para.cell
        and cell
        and (para.cell.table, para.cell.row) == (cell.table, cell.row)
        and para is not number.para
        for para in subject.seen.paras[: number.para.number + 3]
    )
