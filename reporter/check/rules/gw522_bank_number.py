"""No bank account of a person in a document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW522",
    title="不写银行账号",
    implements=("R28",),
    clause="《中华人民共和国个人信息保护法》第二十八条、第二十九条",
    strength="shall",
    tests="全文和表格里的银行卡号、账号",
    why="金融账户是个人敏感信息。",
    hint="删去账号，另行用加密方式传递",
    good=lambda: notice(body=("补贴发放到养老机构。",)),
    bad=lambda: notice(body=("补贴发放到卡号6222020200112230027。",)),
)
_NUMBER = re.compile(r"(?<![\dA-Z])\d{4}(?:\s?\d{4}){2}\s?\d{4,7}(?: \d{1,3})?(?![\dA-Z])", re.ASCII)
_PARTED = re.compile(r"(?<![\dA-Z-])\d{4}(?:[-－]\d{4}){2,3}[-－]\d{1,7}(?![\dA-Z-])", re.ASCII)
_BEHIND = re.compile(r"(?:卡号|[账帐]号)[：:为]?\s?(\d{12,30})(?!\d)", re.ASCII)
_LABEL = re.compile(r"卡号|账号|帐号|账户|开户")
_FIRST, _WHOLE = 4, 16
"""Digits before the first blank, if there are blanks, and without them."""
_NEAR = 12
_PREFIX = ("62", "4", "5")


def check(subject: Subject) -> Iterator[Finding]:
    """Sixteen to nineteen digits with a right check digit, or behind 卡号 and 账号; blanks between are let pass."""
    text = subject.seen.joined
    first = _FIRST if subject.seen.spaced else _WHOLE
    for para, found in text.matches(_NUMBER, at=text.numbers.long(first)):
        digits = re.sub(r"\s", "", found[0])
        labelled = bool(_LABEL.search(para.text[: found.start()][-_NEAR:]))
        if labelled or (digits.startswith(_PREFIX) and _luhn(digits)):
            yield RULE.at(subject, para, "写有银行账号", f"{digits[:4]}…{digits[-2:]}")
    for para, found in text.matches(_BEHIND, "账号", "帐号", "卡号"):
        if not _NUMBER.search(found[1]):
            yield RULE.at(subject, para, "写有银行账号", f"{found[1][:4]}…{found[1][-2:]}")
    for para, found in subject.seen.matches(_PARTED, "-", "－"):
        digits = re.sub(r"\D", "", found[0])
        if _LABEL.search(para.text[: found.start()][-_NEAR:]) or _luhn(digits):
            yield RULE.at(subject, para, "写有银行账号", f"{digits[:4]}…{digits[-2:]}")


def _luhn(digits: str) -> bool:
    """ISO/IEC 7812-1 check digit."""
    doubled = [int(d) * (2 if place % 2 else 1) for place, d in enumerate(reversed(digits))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0
