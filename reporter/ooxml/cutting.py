"""Well-formed text cut where its elements end, without parsing it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reporter.patterns import regex

_TAG = regex(r"<([^\s<>/?!]+)[^<>]*?(/?)>")


def inside(element: str) -> tuple[str, int, int]:
    """Start tag of an element, and where in its text the content begins and ends."""
    found = _TAG.match(element)
    if found is None or found[2]:
        raise ValueError("no element with content")
    return found[0], found.end(), element.rindex("</")


def elements(text: str, start: int, stop: int) -> Iterator[tuple[str, str]]:
    """Name and text of the elements of one level, each with the blanks behind it; what is none has no name.

    Attributes must hold neither < nor >, as written by lxml and by an escaping template. Raises ValueError where an
    end tag is missing.
    """
    while start < stop:
        found = _TAG.match(text, start, stop)
        name = found[1] if found else ""
        next_one = text.find("<", _end(text, start, stop, found), stop)
        end = stop if next_one < 0 else next_one
        if end == start:
            raise ValueError("no element")
        yield name, text[start:end]
        start = end


def _end(text: str, start: int, stop: int, opened: re.Match[str] | None) -> int:
    """Index after the element with this start tag; `start` where there is none."""
    if opened is None:
        return text.index("?>", start, stop) + 2 if text.startswith("<?", start) else start
    if opened[2]:
        return opened.end()
    name, position, depth = opened[1], opened.end(), 1
    close = f"</{name}>"
    while depth:
        end = text.index(close, position, stop)
        depth += _opened(text, name, position, end) - 1
        position = end + len(close)
    return position


def _opened(text: str, name: str, start: int, stop: int) -> int:
    """Elements of that name that begin in a stretch and have content."""
    if text.find(f"<{name}>", start, stop) < 0 and text.find(f"<{name} ", start, stop) < 0:
        return 0
    return sum(1 for _ in _opening(name).finditer(text, start, stop))


@cache
def _opening(name: str) -> re.Pattern[str]:
    return re.compile(rf"<{re.escape(name)}(?:\s[^<>]*)?(?<!/)>")
