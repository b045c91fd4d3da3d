"""No identity number in a document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject
from reporter.document.personal import is_identity_number
from reporter.text import half_width

RULE = Rule(
    code="GW521",
    title="不写公民身份号码",
    implements=("R28",),
    clause="《中华人民共和国个人信息保护法》第二十八条、第二十九条",
    strength="shall",
    tests="全文和表格里的18位身份号码（校验位正确的）",
    why="身份号码是个人敏感信息，公文流转的每一个环节都会泄露。",
    hint="删去，或只留后四位并用*代替其余",
    good=lambda: notice(body=("责任人：安和县河口镇敬老院院长。",)),
    bad=lambda: notice(body=("责任人身份证号110101190001010014。",)),
)
_NUMBER = re.compile(
    r"(?<!\d)[1-9]\d{5}[ -]?(?:19|20)\d{2}[ -]?\d{4}[ -]?\d{3}[\dXx](?!\d)",
    re.ASCII,
)
_FIRST = 6
"""Digits before the first blank or hyphen, if there are any."""
_PARTED = str.maketrans("", "", " -")
_OLD = re.compile(
    r"身份证[^，。；\d]{0,8}(?<!\d)([1-9]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3})(?!\d)", re.ASCII
)
_WIDE = re.compile("[０-９]{15}")


def check(subject: Subject) -> Iterator[Finding]:
    """Eighteen characters whose last is the right check digit, in text and cells; blanks and hyphens between them are
    left out."""
    text = subject.seen.joined
    for para, found in text.matches(_NUMBER, at=text.numbers.long(_FIRST)):
        if is_identity_number(found[0].translate(_PARTED)):
            yield RULE.at(subject, para, "写有公民身份号码", f"{found[0][:3]}…{found[0][-2:]}")
    for para, found in text.matches(_OLD, "身份证"):
        yield RULE.at(subject, para, "写有15位的旧身份号码", f"{found[1][:3]}…{found[1][-2:]}")
    for para in text.holding(_WIDE, *"０１２３４５６７８９"):
        for found in _NUMBER.finditer(half_width(para.text)):
            if not para.text[found.start()].isascii() and is_identity_number(found[0].replace(" ", "")):
                yield RULE.at(
                    subject, para, "写有公民身份号码（全角数字）", f"{found[0][:3]}…{found[0][-2:]}"
                )
