"""Cells that are alike but for their words: of the thousands of a long list only the first of each sort is read.

The text of the part is cut at its cells. What is left of a cell without its words is its shape; cells of one shape in
one table stand and look the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from reporter.artefacts.seen.word.units import Element, W

_TC: Final = f"{W}tc"
_CELL = re.compile("<w:tc(?=[ >/])")
_UNSAFE = re.compile(rb"<!|<\?(?!xml )")
"""Comments, raw text and the like, in which a cell could seem to begin."""
_ENCODED = re.compile(rb"""\s*<\?xml[^>]*?encoding=["'](?!utf-8["'])""", re.IGNORECASE)
_NAMED: Final = b"xmlns:w="
_OURS: Final = _NAMED + b'"http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_IDLE: Final = tuple(
    (begin, re.compile(begin + rest))
    for begin, rest in (
        (b"<w:bookmark", rb"(?:Start|End)\b[^>]*/>"), (b' w:rsid', rb'\w*="[^"]*"'), (b" w14:paraId", rb'="[^"]*"'),
        (b" w14:textId", rb'="[^"]*"'), (b"<w:proofErr", rb"\b[^>]*/>"),
    )
)  # fmt: skip
"""What makes each cell another and shows nothing."""
_HEAD: Final = 50_000
"""In so many bytes it shows whether a program writes such things."""
_END: Final = "</w:tc>"
_WORDS = re.compile(r">([^<>&\r \t\n](?:[^<>&\r]*[^<>&\r \t\n])?)</w:t>")
_PLACE: Final = "\0"
"""Where words stood between their marks; no XML holds it."""


def words_of_cells(document: Element, data: bytes) -> Mapping[Element, tuple[str, str]]:
    """Each cell's shape and its words, without cells that hold others; none where the part is written so that it is not
    safe to cut it. Words that are not simply those that are written there remain in the shape."""
    cells = list(document.iter(_TC))
    if (
        not cells
        or data.count(_NAMED) != 1
        or _OURS not in data
        or _UNSAFE.search(data)
        or _ENCODED.match(data)
    ):
        return {}
    head = data[:_HEAD]
    for begin, idle in _IDLE:
        if begin in head:
            data = idle.sub(b"", data)
    pieces = _WORDS.split(data.decode())
    before, *shapes = _CELL.split(_PLACE.join(pieces[::2]))
    if len(shapes) != len(cells):
        return {}
    at = 2 * before.count(_PLACE) + 1
    found = {}
    for cell, shape in zip(cells, shapes, strict=True):
        count = shape.count(_PLACE)
        if _END in shape:
            found[cell] = shape, pieces[at] if count == 1 else "".join(pieces[at : at + 2 * count : 2])
        at += 2 * count
    return found
