"""The plain form that the grammar reads, and the way back to the places of the text as written."""

from __future__ import annotations

import re

from msgspec import Struct

from reporter.patterns import regex
from reporter.text import half_width

_BLANKS = frozenset(" \t\u3000\u00a0\u200b\ufeff")
_ORDINARY = {"–": "—", "―": "—", "－": "—", "-": "—", "~": "—", "～": "—", "─": "—", "O": "〇", "○": "〇"}
_ODD = regex(f"[\\r\\n{''.join(sorted(_BLANKS))}{re.escape(''.join(_ORDINARY))}]")
"""Without any of these a text is plain already."""
_DIGITS = "〇一二三四五六七八九"


class Plain(Struct, frozen=True):
    """`text` with half-width digits, one kind of dash and no blanks; `places[i]` is where its i-th character stands."""

    text: str
    places: tuple[int, ...]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The span as written of a non-empty span of the plain text."""
        return self.places[start], self.places[end - 1] + 1


def plain_of(written: str) -> Plain:
    """Blanks between two digits stay, so that two numbers never become one; line ends stay unless they split a date."""
    half = half_width(written)
    if not _ODD.search(half):
        return Plain(half, tuple(range(len(half))))
    kept: list[str] = []
    places: list[int] = []
    last, gap = 0, False
    for place in (*[found.start() for found in _ODD.finditer(half)], len(half)):
        if last < place:
            if gap and kept and kept[-1][-1].isdigit() and half[last].isdigit():
                kept.append(" ")
                places.append(last - 1)
            gap = False
            kept.append(half[last:place])
            places += range(last, place)
        if place == len(half):
            break
        char, last = half[place], place + 1
        if char in _BLANKS or (char in "\r\n" and _splits(half, place)):
            gap = True
        else:
            gap = False
            kept.append(_ORDINARY.get(char, char))
            places.append(place)
    return Plain("".join(kept), tuple(places))


def _splits(text: str, place: int) -> bool:
    """Whether a line end stands inside a date, as scanned texts have them: 2020年⏎4月, 11月10日⏎前."""
    before, after = (
        text[max(0, place - 8) : place].rstrip(" \r\u3000")[-1:],
        text[place + 1 : place + 9].lstrip(" \r\u3000")[:1],
    )
    split = (before.isdigit() and after in "年月日号") or (before in "年月于在至到—" and after.isdigit())
    return bool(before and after) and (split or (before in "年月日底" and after in "底末前以之"))


def number_of(text: str) -> int:
    """12, 十二, 二十, 〇五, 两, 二〇二六 as a number; raises ValueError for anything else."""
    if re.fullmatch(r"[0-9]+", text):
        return int(text)
    text = text.replace("零", "〇").replace("两", "二")
    if text == "半":
        raise ValueError("half is no whole number")
    if "十" in text:
        tens, _, ones = text.partition("十")
        return 10 * (_DIGITS.index(tens) if tens else 1) + (_DIGITS.index(ones) if ones else 0)
    return int("".join(str(_DIGITS.index(char)) for char in text))
