"""统一社会信用代码: 18 characters with a check character (GB 32100-2015, 5 and annex A)."""

from __future__ import annotations

from reporter.text import half_width

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""31 characters: no I, O, S, V, Z."""
LENGTH = 18


def check_character(body: str) -> str:
    """The 18th character for the first 17; raises ValueError for a character outside the alphabet."""
    total = sum(ALPHABET.index(character) * pow(3, place, 31) for place, character in enumerate(body))
    return ALPHABET[(31 - total % 31) % 31]


def fault_of(code: str) -> str:
    """What is wrong with a code, as a Chinese sentence; empty when it is well-formed."""
    text = half_width(code).strip().upper()
    if len(text) != LENGTH:
        return f"统一社会信用代码应为{LENGTH}位，现在是{len(text)}位"
    strange = sorted(set(text) - set(ALPHABET))
    if strange:
        return f"统一社会信用代码里不会有“{'、'.join(strange)}”"
    if check_character(text[:-1]) != text[-1]:
        return "统一社会信用代码的校验位不对，可能录错了一位"
    return ""
