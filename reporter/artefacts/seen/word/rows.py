"""Rows that are alike but for their words: of the hundreds of a long list only the first of each sort is parsed.

The text of the part is cut at its rows. What is left of a row without its words is its shape; a row whose shape stood
above in its table may be left out of the tree, where an empty w:tr keeps its place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Final

from msgspec import Struct

from reporter.artefacts.seen.word.units import NAMED, OURS, Element, W

FEW: Final = 8
"""Rows; fewer are parsed as quickly as they are cut."""
_TR, _T = f"{W}tr", f"{W}t"
_ROW, _END, _LEFT_OUT = b"<w:tr", b"</w:tr>", b"<w:tr/>"
_ROWS: Final = (b"<w:tr>", b"<w:tr ")
_WORDS_END: Final = b"</w:t>"
_MARK: Final = b"\0"
"""Stands for words in a shape."""
_WORDS: Final = (b"<w:t" + _MARK, b'<w:t xml:space="preserve"' + _MARK)
_OTHERS: Final = (b"<w:tbl>", b"<w:sectPr")
"""What a row holds that is parsed in any case."""
_DECLARED: Final = 80
"""Bytes in which the XML declaration ends."""
_ENCODED = re.compile(rb"""(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?encoding=["'](?!utf-8["'])""", re.IGNORECASE)
_IDLE: Final = (
    (b"<w:bookmark", b"/>", 1), (b"<w:proofErr", b"/>", 1), (b" w:rsid", b'"', 2), (b" w14:paraId", b'"', 2),
    (b" w14:textId", b'"', 2),
)  # fmt: skip
"""What makes each row another and shows nothing: how it begins, and what it ends with that often."""
_SAMPLE: Final = 8_000
"""Bytes in which it shows whether a program writes such things into rows."""


class Alike(Struct):
    """A row that is like `row`, which stands above it in its table and is neither the first nor the last there, but for
    its words: one text for each w:t."""

    row: Element
    words: Sequence[str]

    def fill(self, row: Element) -> None:
        """Gives the row that was left out its cells."""
        if not len(row):
            copy = deepcopy(self.row)
            for node, words in zip(spoken(copy), self.words, strict=True):
                node.text = words
            row.extend(list(copy))


def spoken(node: Element) -> list[Element]:
    """Every w:t below that says something."""
    return [one for one in node.iter(_T) if one.text]


class Cut(Struct, frozen=True):
    """A part's text without the rows that are like others; `alike` has for each row, in order, the number of the row
    that it is like, from 0, and its words, or None."""

    data: bytes
    alike: Sequence[tuple[int, Sequence[str]] | None]

    def rows(self, root: Element) -> Mapping[Element, Alike] | None:
        """The rows of the parsed part that are like others; None where it has others than the text seemed to have."""
        nodes = list(root.iter(_TR))
        if len(nodes) != len(self.alike):
            return None
        return {
            node: Alike(nodes[one[0]], one[1])
            for node, one in zip(nodes, self.alike, strict=True)
            if one is not None
        }


def cut(data: bytes) -> Cut | None:
    """None for a part with few rows or in which tables stand in tables, and for one that is written so that it is not
    safe to cut it."""
    if data.count(_END) < FEW or not _may_cut(data):
        return None
    start, stop = data.find(_ROW), data.rfind(_END)
    kept = [data[:start]]
    found: list[tuple[int, Sequence[str]] | None] = []
    known: dict[bytes, int] = {}
    rows = data[start:stop].split(_END)
    shapes, said = _shapes(data[start:stop])
    for at, (row, shape, words) in enumerate(zip(rows, shapes, said, strict=True)):
        goes_on = at + 1 < len(shapes) and shapes[at + 1].startswith(_ROWS)
        if not at or not shape.startswith(_ROWS):
            known = {}  # another table
        elif goes_on and shape in known:
            kept.append(_LEFT_OUT)
            found.append((known[shape], words))
            continue
        elif _only_words(shape):
            known[shape] = at
        if sum(map(shape.count, _ROWS)) != 1:
            return None
        kept += (row, _END)
        found.append(None)
    return Cut(b"".join((*kept, data[stop + len(_END) :])), found)


def _may_cut(data: bytes) -> bool:
    """Not with comments and raw text, in which a row could seem to begin, another prefix or another encoding. A single
    sign that is hardly ever there is looked for in no time."""
    odd = (
        _MARK in data
        or (b"!" in data and b"<!" in data)
        or (data.rfind(b"?") > _DECLARED and b"<?" in data[2:])
    )
    return not odd and data.count(NAMED) == 1 and OURS in data and not _ENCODED.match(data)


def _shapes(text: bytes) -> tuple[Sequence[bytes], Sequence[Sequence[str]]]:
    """Shapes and words of the rows. Words that are not simply what is written stay in the shape, which is then no other
    row's."""
    sample = text[:_SAMPLE]
    for begin, end, times in _IDLE:
        if begin in sample:
            first, *others = text.split(begin)
            text = b"".join([first, *[one.split(end, times)[-1] for one in others]])
    *pieces, rest = [piece.rpartition(b">") for piece in text.split(_WORDS_END)]
    shape = [before for before, _, _ in pieces]
    told = _MARK.join([words for _, _, words in pieces]).decode("utf-8", "replace")
    said = told.split(_MARK.decode()) if pieces else []
    if not _plain(told):
        shape = [
            one if _plain(words) else one + b"<" + words.encode()
            for one, words in zip(shape, said, strict=True)
        ]
    shapes, found, place = _MARK.join([*shape, b"".join(rest)]).split(_END), [], 0
    counts: dict[bytes, int] = {}
    for one in shapes:
        count = counts.get(one)
        if count is None:
            count = counts[one] = one.count(_MARK)
        found.append(said[place : place + count])
        place += count
    return shapes, found


def _plain(words: str) -> bool:
    """Not for words with blanks at their ends, which may count or not, signs that are written by their names or are
    none, and no words at all; `words` may be of several places, with marks between them."""
    whole, bare = f"\0{words}\0", words.replace("\0", "")
    if "&" in bare or "<" in bare or "\ufffd" in bare or not bare.replace("\u3000", "").isprintable():
        return False
    return "\0 " not in whole and " \0" not in whole and "\0\0" not in whole


def _only_words(shape: bytes) -> bool:
    """Whether it has words only where they show, and nothing that is needed elsewhere."""
    return sum(map(shape.count, _WORDS)) == shape.count(_MARK) and not any(one in shape for one in _OTHERS)
