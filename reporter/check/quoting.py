"""A place in a sentence with a few characters around it, as a finding quotes it."""

from __future__ import annotations

import re

_AROUND = 8
_LEADING = 12


def around(text: str, found: re.Match[str], offset: int = 0) -> str:
    """The match, which begins `offset` characters later in `text`, with up to eight characters on either side."""
    return _cut(text, offset + found.start(), offset + found.end())


def around_at(text: str, place: int) -> str:
    """One character with up to eight on either side."""
    return _cut(text, place, place + 1)


def around_span(text: str, start: int, end: int) -> str:
    """The characters from `start` up to `end` with up to eight on either side."""
    return _cut(text, start, end)


def leading(text: str, start: int, end: int) -> str:
    """The characters from `start` up to `end` with twelve that lead up to them."""
    return text[max(0, start - _LEADING) : end]


def _cut(text: str, start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    return ("…" if first else "") + text[first:last].strip() + ("…" if last < len(text) else "")
