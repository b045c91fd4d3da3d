"""What several repairs do alike: signs swapped or taken away where a pattern stands in a paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from reporter.artefacts.seen.model import Para
from reporter.check.repair import Change, Fault, Say, Stand

BLANKS = " \u3000\t\u00a0"
FULL: dict[str, str] = {
    ",": "，",
    ";": "；",
    ":": "：",
    "?": "？",
    "!": "！",
    ".": "。",
    "(": "（",
    ")": "）",
}
"""Half-width marks beside hanzi and what they stand for."""


def swapped(para: Para, pattern: re.Pattern[str], new: str, span: tuple[int, int]) -> Iterator[Change]:
    """Group 1 of the only match in the span gives way to `new`; nothing for no match or several."""
    found = list(pattern.finditer(para.typed, *span))
    if len(found) == 1:
        yield Say(para, *found[0].span(1), new)


def heading_mark(fault: Fault, pattern: re.Pattern[str], new: str) -> Iterator[Change]:
    """Group 1 of the pattern at the start of a typed heading gives way to `new`; automatic numbers stay."""
    for element in fault.elements("heading", "body"):
        span = fault.span(element) if element.role == "heading" or element.label else None
        if span and not fault.para.label and (found := pattern.match(fault.para.typed, *span)):
            yield Say(fault.para, *found.span(1), new)


def marks(fault: Fault, pattern: re.Pattern[str], new: Callable[[str], str | None]) -> Iterator[Change]:
    """Every match in the paragraph gives way to what `new` makes of it; None leaves it."""
    for found in pattern.finditer(fault.para.typed):
        written = new(found[0])
        if written is not None:
            yield Say(fault.para, found.start(), found.end(), written)


def last_mark(para: Para, signs: str, new: str = "") -> Iterator[Change]:
    """The signs at the paragraph's end give way to `new`."""
    text = para.typed.rstrip(BLANKS)
    bare = text.rstrip(signs)
    if bare and bare != text:
        yield Say(para, len(bare), len(text), new)


def leading(para: Para) -> int:
    """How many blanks were typed in front of the text."""
    return len(para.typed) - len(para.typed.lstrip(BLANKS))


def indented(para: Para, first: float) -> Iterator[Change]:
    """Typed blanks go; the first line is set in by `first` 字 of its size."""
    if blanks := leading(para):
        yield Say(para, 0, blanks)
    yield Stand(para, first=first, left=0.0)
