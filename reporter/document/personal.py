"""What says something about a person that is not for publication: telephones, mailboxes, identity numbers, health.

Patterns over typed text. They err on the side of finding: a clerk looks at every hit, nothing is changed by them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from reporter.patterns import regex
from reporter.text import half_width

MOBILE = regex(r"(?<![\dA-Za-z])1[3-9]\d(?:[- ]?\d{4}){2}(?![\dA-Za-z])")
_EMAIL = regex(r"[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", re.ASCII)
_ACCOUNT = regex(r"(?:微信|QQ)(?:号码?)?(?:[:：]\s*|\s*)[A-Za-z0-9_-]{5,}", re.IGNORECASE)
_WITH_PERSON = regex(
    r"(?:联系人|经办人|填报人)[^。；]{0,20}?(?:(?:电话|手机|传真)[:：]?\s*\d[\d-]{4,}|0\d{2,3}-?\d{7,8}|\d{7,8}(?!\d))"
)
_HEALTH = regex(r"(?:健康(?:状况|状态)|身体状况|病史|病情|所患疾病|诊断(?:结果)?)\s*[:：]\s*[^\s，。；、]+")
_IDENTITY = regex(r"(?<![\dA-Za-z])[1-8]\d{16}[\dXx](?![\dA-Za-z])")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_OF_AN_OFFICE = regex(r"(?:举报|监督|投诉|意见|征集|咨询|公开|单位|办公室)[^。；@]{0,12}$")

_KINDS = (("手机号码", MOBILE), ("联系电话", _WITH_PERSON), ("微信或QQ号", _ACCOUNT), ("健康状况", _HEALTH))


def personal(text: str) -> Iterator[tuple[str, str]]:
    """What is found in `text`, each with its kind in Chinese: 手机号码, 联系电话, 电子邮箱, 身份证号 …"""
    plain = half_width(text)
    for kind, pattern in _KINDS:
        yield from ((kind, text[found.start() : found.end()]) for found in pattern.finditer(plain))
    for found in _EMAIL.finditer(plain):
        if not _OF_AN_OFFICE.search(plain[: found.start()]):
            yield "电子邮箱", text[found.start() : found.end()]
    for found in _IDENTITY.finditer(plain):
        if is_identity_number(found[0]):
            yield "身份证号", text[found.start() : found.end()]


def is_identity_number(text: str) -> bool:
    """Whether 18 characters are a 公民身份号码: a day of birth within and the right check character (GB 11643)."""
    try:
        born = date(int(text[6:10]), int(text[10:12]), int(text[12:14]))
    except ValueError:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(text[:17], _WEIGHTS, strict=True))
    return born.year >= 1900 and _CHECKS[total % 11] == text[17].upper()
