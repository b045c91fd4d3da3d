"""The 发文字号 is centred; that of a letter stands at the right (7.2.5, 10.1)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from reporter.check.finding import Finding
from reporter.check.indents import pushed_in
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW232",
    title="下行文、平行文的发文字号居中，信函的顶格居右",
    implements=("L005",),
    clause="GB/T 9704-2012 7.2.5、10.1",
    strength="shall",
    tests="没有签发人的发文字号的对齐方式",
    why="只有上行文的发文字号才居左空一字，与签发人同处一行。",
    hint="取消缩进，文件格式设为居中，信函格式设为右对齐",
    good=notice,
    bad=lambda: notice(number=line("安民发〔2026〕12号", "number", looks={"align": "left"})),
    roles=("number",),
)
_FAR = 4.0
"""字; a number that is so far in was pushed to its place by an indent."""


def check(subject: Subject) -> Iterator[Finding]:
    """A number alone on its line below a mark; orders and minutes have their own."""
    number, face = subject.the("number"), subject.seen.face
    if number is None or face not in ("document", "letter"):
        return
    title, mark = subject.the("title"), subject.the("mark")
    below = mark and (mark.para.place == "header" or (title and mark.para.number < title.para.number))
    if title and below and title.para.number < number.para.number and "〔" in number.text:
        told = RULE.at(subject, title, "标题排在发文字号之上，应在版头之下")
        yield replace(told, severity="warning", hint="发文字号移到标题之上")
    if subject.seen.direction == "up":
        return
    para, looks = number.para, number.para.looks
    alone = para.place == "text" and para.text == number.text and para.typed[:1].strip() == para.typed[:1]
    if not alone or subject.sure("signer") or not subject.sure("mark", part=0):
        return
    pushed = looks.align in ("left", "justify") and pushed_in(looks) < _FAR
    if pushed or (looks.align == "right" and face == "document" and _below_a_file_mark(subject)):
        right = "顶格居右" if face == "letter" else "居中"
        yield RULE.at(subject, number, f"发文字号没有{right}")


def _below_a_file_mark(subject: Subject) -> bool:
    """Whether it is a 文件 for sure: a letter whose lines were not seen has its number at the right."""
    return any(mark.text.endswith("文件") for mark in subject.sure("mark", part=0))
