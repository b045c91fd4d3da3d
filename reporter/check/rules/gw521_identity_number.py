"""No identity number in a document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

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
_NUMBER = re.compile(r"(?<!\d)[1-9]\d{5}(?:19|20)\d{9}[\dXx](?!\d)", re.ASCII)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"


def check(subject: Subject) -> Iterator[Finding]:
    """Eighteen characters whose last is the right check digit, in text and cells, blanks between them left out."""
    for para in subject.seen.prose():
        for found in _NUMBER.finditer(para.text):
            if _valid(found[0]):
                yield RULE.at(subject, para, "写有公民身份号码", f"{found[0][:3]}…{found[0][-2:]}")


def _valid(number: str) -> bool:
    """GB 11643-1999: weights of the seventeen digits, modulo 11."""
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], _WEIGHTS, strict=True))
    month, day = int(number[10:12]), int(number[12:14])
    return _CHECK[total % 11] == number[17].upper() and 1 <= month <= 12 and 1 <= day <= 31
