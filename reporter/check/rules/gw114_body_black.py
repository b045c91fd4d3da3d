"""Text is black (L123)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from reporter.artefacts.colours import is_red
from reporter.artefacts.seen.model import Role, Run
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW114",
    title="公文中文字用黑色",
    implements=("L123",),
    clause="GB/T 9704-2012 5.2.4",
    strength="shall",
    tests="正文、标题等文字的颜色",
    why="除版头的红色要素外，彩色文字在复印、归档时会变淡或丢失。",
    hint="选中文字，字体颜色改为黑色（自动）",
    good=notice,
    bad=lambda: notice(title=line("安和县民政局关于做好养老院安全管理工作的通知", "title", colour="0070C0")),
    roles=(
        "number",
        "title",
        "recipients",
        "heading",
        "body",
        "attachments",
        "signatory",
        "date",
        "remark",
        "cc",
    ),
    severity="warning",
    folds=2,
)
_ROLES: tuple[Role, ...] = (
    "number", "title", "recipients", "heading", "body", "attachments", "signatory", "date", "remark", "cc",
    "print_office", "print_date", "copy_number", "urgency", "classification", "signer", "table_title",
    "attachment_label", "attachment_title",
)  # fmt: skip


def check(subject: Subject) -> Iterator[Finding]:
    """Body, headings, title and end matter with a known colour that is neither black nor a dark grey."""
    for element in subject.sure(*_ROLES):
        for run in element.para.runs:
            if len(run.colour) == 6 and _light(run.colour) and run.text.strip():
                yield RULE.at(subject, element, f"文字颜色是{_named(run)}，不是黑色", run.text.strip())
                break
    yield from _in_tables(subject)


def _in_tables(subject: Subject) -> Iterator[Finding]:
    """Red characters in tables of data."""
    cells = [para for para in subject.seen.paras if para.cell]
    if not any(map(is_red, {run.colour for para in cells for run in para.runs})):
        return
    head = {one.para.number for one in subject.seen.elements if one.para.cell}
    for para in cells:
        for run in para.runs:
            if run.colour and run.red and run.text.strip() and para.number not in head:
                yield RULE.at(subject, para, "表格的文字是红色，不是黑色")
                break


def _named(run: Run) -> str:
    return f"红色（{run.colour}）" if run.red else run.colour


@lru_cache(maxsize=256)
def _light(colour: str) -> bool:
    return any(int(colour[at : at + 2], 16) > 0x40 for at in (0, 2, 4))
