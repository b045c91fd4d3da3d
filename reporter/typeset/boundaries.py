"""Where a Chinese line may end: one level for every boundary between two characters.

Kinsoku 避头尾 after GB/T 15834-2011 cl. 5 (marks at the line's edges) and office custom for numbers, document
numbers and codes. Levels grow with reluctance; a line breaker takes the lowest level that serves.
"""

from __future__ import annotations

import unicodedata
from enum import IntEnum
from functools import lru_cache

from reporter.patterns import regex


class Level(IntEnum):
    """How reluctantly a line ends at a boundary."""

    FREE = 0  # between two hanzi, after 。, after a blank between words
    COUNTED = 1  # between a number and its counter (2026|年): only when the line would be a character short
    WEAK = 2  # inside a code or an address (GB 38600—|2019): only when keeping it whole leaves a hole
    INNER = 3  # inside a word or a number: only when it is longer than the line
    FORBIDDEN = 4  # 避头尾, —— and ……: only when nothing else is left
    GLUED = 5  # inside one visible character (combining marks, variation selectors)


NEVER_START = frozenset("，。、；：？！）》」』】〕〉〗…—·％‰℃°～–-”’／々,.;:?!)]}%/~ \t\u00a0\u3000")
NEVER_END = frozenset("（《〔“‘「『【〈〖〘￥¥$([{№§\u00a0／/")
SPACES = frozenset(" \t\n")  # zero-width at a line's end

_WORD = r"[A-Za-z0-9À-ɏͰ-ϿЀ-ӿ_]"
_JOINERS = "-—–./:@&=?#%+~～_·"
_JOIN = r"[-—–./:@&=?#%+~～_·]"
# Kept whole as strictly as a word: numbers with separators, sign and unit sign.
_NUMBER = regex(r"[￥¥$]?(?:(?<![\w\-])[+\-−±])?\d+(?:[.,:/]\d+)*[%％‰℃°]?")
# A Latin word with its apostrophes.
_LATIN = regex(rf"{_WORD}+(?:['’]{_WORD}+)*")
# 发文字号's tail: 〔2026〕12号.
_DOC_NUMBER = regex(r"〔\d{4}〕\d+(?:[-—]\d+)?号")
# A code or an address: several words joined by dashes, dots, slashes; a capital prefix and one blank before.
_CODE = regex(
    rf"(?:[A-Z]{{1,6}}(?:/[A-Z])? )?{_WORD}+(?:{_JOIN}{{1,3}}{_WORD}+)+|[A-Z]{{1,6}}(?:/[A-Z])? \d[\d.]*"
)
# A number and the counter behind it stay together where that costs little.
_COUNTED = regex(r"(?<=\d)[年月日号时分秒条项家人名个件次户处所张元万亿米吨]")
_MARK = regex(r"[\W々]")
"""What rules speak of. Between two hanzi or letters a line may always end: most of a text need not be looked at."""
_WHOLE = (
    (_LATIN, Level.INNER),
    (_NUMBER, Level.INNER),
    (_DOC_NUMBER, Level.INNER),
    (regex(r"——|……"), Level.FORBIDDEN),
)


def break_levels(text: str) -> list[Level]:
    """Level of the boundary before every character of `text`; index 0 is GLUED, the list is as long as it.

    A boundary after a newline is FREE: forced breaks are the caller's business.
    """
    levels = [Level.GLUED, *[Level.FREE] * (len(text) - 1)]
    for match in _MARK.finditer(text):
        for index in (match.start(), match.end()):
            if 0 < index < len(text):
                levels[index] = _pair_level(text[index - 1], text[index])
    for match in _COUNTED.finditer(text):
        _raise(levels, match.start(), match.end(), Level.COUNTED)
    for match in _CODE.finditer(text):
        _raise(levels, match.start() + 1, match.end(), Level.WEAK)
        _open_joints(text, levels, match.start() + 1, match.end())
    for pattern, level in _WHOLE:
        for match in pattern.finditer(text):
            _raise(levels, match.start() + 1, match.end(), level)
    return levels[: len(text)]


def _open_joints(text: str, levels: list[Level], start: int, stop: int) -> None:
    """Inside a code or an address a line may end after a dash or slash, though not elsewhere."""
    for index in range(start, stop):
        if text[index - 1] in _JOINERS and text[index] not in _JOINERS and levels[index] < Level.GLUED:
            levels[index] = Level.WEAK


def _raise(levels: list[Level], start: int, stop: int, level: Level) -> None:
    for index in range(start, stop):
        if levels[index] < level:
            levels[index] = level


@lru_cache(maxsize=16384)
def _pair_level(before: str, after: str) -> Level:
    if before == "\n":
        return Level.FREE
    if is_attached(after) or before == "\u200d":
        return Level.GLUED
    if after == "\n":
        return Level.FORBIDDEN
    if before == "\u3000" and after == "\u3000":
        return Level.FREE
    if after in NEVER_START or before in NEVER_END:
        return Level.FORBIDDEN
    return Level.FREE


@lru_cache(maxsize=32768)
def is_attached(char: str) -> bool:
    """Whether the character shows as part of the one before it (no width and no gap of its own)."""
    return ord(char) >= 0x300 and unicodedata.category(char) in ("Mn", "Mc", "Me", "Cf")
