"""Invented identities: unified social credit codes with right check characters, telephone numbers, people.

The region 990121 is no place, the area code 0000 no exchange, and 某 stands for every given name.
"""

from __future__ import annotations

REGION = "990121"
SYMBOLS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""The 31 characters of GB 32100-2015 (no I, O, S, V, Z)."""
BODY_SYMBOLS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""The 36 characters of GB 11714-1997."""

SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭鲁韦"


def credit_check(first17: str) -> str:
    """Check character of a unified social credit code: weights 3^i mod 31 (GB 32100-2015, 4.5)."""
    total = sum(SYMBOLS.index(c) * pow(3, i, 31) for i, c in enumerate(first17))
    return SYMBOLS[-total % 31]


def organisation_check(first8: str) -> str:
    """Check character of an organisation code (GB 11714-1997): 11 minus the weighted sum mod 11, 10 is X."""
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    rest = 11 - sum(BODY_SYMBOLS.index(c) * w for c, w in zip(first8, weights, strict=True)) % 11
    return {10: "X", 11: "0"}.get(rest, str(rest))


def credit_code(kind: str, number: int) -> str:
    """18 characters: `kind` (12 事业单位, 52 民办非企业单位, 91 企业), region, body, check."""
    body = f"MJ{number:06d}"
    first17 = f"{kind}{REGION}{body}{organisation_check(body)}"
    return first17 + credit_check(first17)


def phone(number: int) -> str:
    """A number of the exchange 0000, which does not exist."""
    return f"0000-{6600000 + number:07d}"


def person(number: int) -> str:
    """张某, 李某某: no such person."""
    surname = SURNAMES[number * 7 % len(SURNAMES)]
    return surname + ("某某" if number % 3 == 0 else "某")
