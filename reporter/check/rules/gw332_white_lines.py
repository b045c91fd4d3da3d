"""Title, recipients and list of attachments stand apart from what is above them (7.3.1, 7.3.2, 7.3.4)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reporter.artefacts.seen.model import Element, Role
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject
from reporter.check.whites import nearest_above
from reporter.typeset.standard import SANHAO_PT

RULE = Rule(
    code="GW332",
    title="发文字号在标志下空二行，标题在红线下空二行，主送机关在标题下空一行，附件说明、署名在正文下空一行",
    implements=("L032", "L083"),
    clause="GB/T 9704-2012 7.2.5、7.3.1、7.3.2、7.3.4、7.3.5",
    strength="shall",
    tests="Word 文件里标志与发文字号、发文字号与标题、标题与主送机关、正文与附件说明、署名之间有没有空行或段距",
    why="各部分空开，版面才醒目。",
    hint="在两者之间加空行，或设段前距",
    good=lambda: notice(recipients=line("各乡镇人民政府：", "recipients", looks={"before": 29.0}), **_WHITE),
    bad=lambda: notice(**_WHITE),
    roles=("title", "recipients"),
    severity="warning",
)
_TITLE = line("安和县民政局关于做好养老院安全管理工作的通知", "title", looks={"before": 58.0})
_NUMBER = line("安民字〔2026〕12号", "number", looks={"before": 58.0})
_NAME = line("安和县民政局", "signatory", looks={"before": 29.0})
_WHITE: dict[str, Any] = {"number": _NUMBER, "title": _TITLE, "attachments": None, "signatory": _NAME}
_LEAST_PT = 8.0
_ROOMY = 2.0
"""Sizes of type that a line is high which holds the white below it."""
_PAIRS: tuple[tuple[tuple[Role, ...], Role, str], ...] = (
    (("mark",), "number", "发文字号紧接标志，没有空二行"),
    (("number", "signer"), "title", "标题紧贴红线，没有空行"),
    (("title",), "recipients", "主送机关与标题之间没有空行"),
    (("body", "heading"), "attachments", "附件说明与正文之间没有空行"),
    (("body", "heading", "attachments"), "signatory", "署名紧接正文，没有空行，盖章会压住正文"),
)
_OF_LETTERS: tuple[tuple[tuple[Role, ...], Role, str], ...] = (
    (("number",), "title", "标题紧贴发文字号，没有空二行"),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Neighbours in the text of a Word file with a header, without an empty paragraph or white between them. A border
    below the number and rules that are drawn take room of their own: only the text counts."""
    if subject.seen.format != "docx" or not subject.sure("mark", part=0):
        return
    pairs = _PAIRS if subject.seen.face == "document" else _OF_LETTERS if subject.seen.face == "letter" else ()
    for above, role, told in pairs:
        below = subject.the(role)
        before = nearest_above(subject, above, below) if below else None
        if below and before and _close(before, below):
            yield RULE.at(subject, below, told)


def _close(above: Element, below: Element) -> bool:
    first, second = above.paras[-1], below.para
    if (first.looks.pitch or 0) > _ROOMY * (first.main.size or SANHAO_PT):
        return False
    together = second.number == first.number + 1 and first.place == second.place == "text"
    return together and max(first.looks.after or 0, second.looks.before or 0) < _LEAST_PT
