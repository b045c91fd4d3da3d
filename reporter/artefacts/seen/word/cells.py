"""Cells that are alike but for their words: of the thousands of a long list only the first of each sort is read.

The text of the part is cut at its cells. What is left of a cell without its words is its shape; cells of one shape in
one table stand and look the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from reporter.artefacts.seen.word.units import Element

Shape = tuple[str, ...]
FEW: Final = 30
"""Cells; fewer are read as quickly as the part is cut."""
_CELL: Final = "<w:tc>"
_NAMED: Final = b"xmlns:w="
_OURS: Final = _NAMED + b'"http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_ENCODED = re.compile(rb"""\s*<\?xml[^>]*?encoding=["'](?!utf-8["'])""", re.IGNORECASE)
_IDLE: Final = tuple(
    (begin, re.compile(begin + rest))
    for begin, rest in (
        ("<w:bookmark", r"(?:Start|End)\b[^>]*/>"), (" w:rsid", r'\w*="[^"]*"'), (" w14:paraId", r'="[^"]*"'),
        (" w14:textId", r'="[^"]*"'), ("<w:proofErr", r"\b[^>]*/>"),
    )
)  # fmt: skip
"""What makes each cell another and shows nothing."""
_SAMPLE: Final = 4_000
"""Characters in which it shows whether a program writes such things into cells."""
_END, _WORDS_END = "</w:tc>", "</w:t>"
_BLANK: Final = " \t\n"


def words_of_cells(cells: Sequence[Element], data: bytes) -> Mapping[Element, tuple[Shape, str]]:
    """For all cells of a part in their order its shape and words, without those that hold others or whose words are not
    simply those that are written there; none where the part is written so that it is not safe to cut it."""
    if data.count(_NAMED) != 1 or _OURS not in data or _ENCODED.match(data):
        return {}
    if data.find(b"<!") >= 0 or data.find(b"<?", 2) >= 0:
        return {}  # comments and raw text, in which a cell could seem to begin
    _, *texts = data.decode().split(_CELL)
    if len(texts) != len(cells):
        return {}
    sample = "".join(texts[:5])[:_SAMPLE]
    idle = [one for one in _IDLE if one[0] in sample]
    found = {}
    for cell, text in zip(cells, texts, strict=True):
        for begin, pattern in idle:
            if begin in text:
                text = pattern.sub("", text)
        said = _parted(text)
        if said is not None:
            found[cell] = said
    return found


def _parted(text: str) -> tuple[Shape, str] | None:
    """Shape and words of one cell; blanks at the ends of words may count or not, signs may be written by names."""
    if _END not in text or "&" in text or "\r" in text:
        return None
    *pieces, last = text.split(_WORDS_END)
    shape, said = [], []
    for piece in pieces:
        before, _, words = piece.rpartition(">")
        if not words or words[0] in _BLANK or words[-1] in _BLANK:
            return None
        shape.append(before)
        said.append(words)
    return (*shape, last), "".join(said)
