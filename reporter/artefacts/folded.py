"""Texts as a comparison sees them, and finding expected texts in what a file really holds.

White space, line breaks and the way a format writes a gap never matter; for PDF neither do compatibility
forms, since a font's table may give back ⼀ (Kangxi radical) for 一.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache

from msgspec import Struct

_NOTHING = re.compile(r"[\s_\u00ad\u200b-\u200f\u2060\ufeff\u3000\uff3f]+")
NEAR = 1500
"""How far ahead a text may stand before a long search is made, in folded characters: a page of repeated
heads."""
SHORT = 6
"""A text of fewer folded characters is only looked for nearby, since it may stand anywhere by chance."""
_NEAR_SHORT = 300
_REMEMBERED, _TEXTS = 64, 4096
"""Characters of a text that is remembered, and how many are: the cells of forms say the same again and again."""
_FRAGMENTS = 8
_MIN_FRAGMENT = 4
_LEAST_BETWEEN = 8
"""The repeated beginning of a torn row is longer; anything shorter is a change of the text, save where a page
begins."""


def fold(text: str, *, compatible: bool = False) -> str:
    """`text` without white space and gaps; `compatible` also folds compatibility forms (NFKC)."""
    return (_folded if len(text) > _REMEMBERED else _lately)(text, compatible)


def _folded(text: str, compatible: bool) -> str:
    return _NOTHING.sub("", unicodedata.normalize("NFKC" if compatible else "NFC", text))


_lately = lru_cache(maxsize=_TEXTS)(_folded)


class Stream(Struct, frozen=True):
    """The folded text of a file and where its parts (pages, blocks, rows) begin in it."""

    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, parts: Iterable[str], *, compatible: bool = False) -> Stream:
        starts, texts, length = [], [], 0
        for part in parts:
            folded = fold(part, compatible=compatible)
            starts.append(length)
            texts.append(folded)
            length += len(folded)
        return cls("".join(texts), tuple(starts))

    def starts_in(self, start: int, end: int) -> tuple[int, ...]:
        """Where parts begin between two places."""
        return self.starts[bisect_left(self.starts, start) : bisect_right(self.starts, end)]

    def part_at(self, place: int) -> int:
        """Index of the part that the character at `place` belongs to."""
        return max(bisect_right(self.starts, place) - 1, 0)


class Span(Struct, frozen=True):
    """Where a text was found: characters `start` to `end` of the stream."""

    start: int
    end: int


def place_in_order(texts: Sequence[str], stream: str) -> list[Span | None]:
    """For each folded text its place after those before it, or None. Linear as long as most of them are
    there.

    A text that is missing moves nothing; a text of at least SHORT characters may be far ahead (texts between
    were lost).
    """
    found: list[Span | None] = []
    cursor = 0
    for text in texts:
        near = NEAR if len(text) >= SHORT else _NEAR_SHORT
        start = stream.find(text, cursor, cursor + near + len(text))
        if start < 0 and len(text) >= 2 * SHORT:
            start = stream.find(text, cursor)
        if start < 0:
            found.append(None)
            continue
        cursor = start + len(text)
        found.append(Span(start, cursor))
    return found


def fragments(text: str, gap: str, tears: Sequence[int] = ()) -> list[Span] | None:
    """The pieces of `text` in order in `gap`, where something (a page's head, a repeated row) stands between
    them.

    At most eight pieces of at least four characters, the last may be shorter; None when that does not give
    `text`.
    `tears` are the places in the gap where a page or a row begins: there even a short text may stand between.
    """
    spans: list[Span] = []
    rest, cursor = text, 0
    while rest:
        length = longest_prefix(rest, gap, cursor)
        if length < min(_MIN_FRAGMENT, len(rest)) or len(spans) == _FRAGMENTS:
            return None
        start = gap.index(rest[:length], cursor)
        if spans and start - cursor < _LEAST_BETWEEN and not any(cursor <= tear <= start for tear in tears):
            return None
        cursor = start + length
        spans.append(Span(start, cursor))
        rest = rest[length:]
    return spans


def longest_prefix(text: str, gap: str, cursor: int) -> int:
    """Length of the longest beginning of `text` that stands in `gap` from `cursor` on (found by halving)."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if gap.find(text[:middle], cursor) >= 0:
            low = middle
        else:
            high = middle - 1
    return low
