"""Rows that are alike but for their words: of the hundreds of a long list only the first of each sort is parsed.

The text of the part is cut at its rows. What is left of a row without its words is its shape; a row whose shape stood
above in its table may be left out of the tree, where an empty w:tr keeps its place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Final

from msgspec import Struct

from reporter.artefacts.seen.word.shapes import MARK, may_cut, shapes_of
from reporter.artefacts.seen.word.units import Element, W

FEW: Final = 8
"""Rows; fewer are parsed as quickly as they are cut."""
_TR, _T = f"{W}tr", f"{W}t"
_ROW, _END, _LEFT_OUT = b"<w:tr", b"</w:tr>", b"<w:tr/>"
_ROWS: Final = (b"<w:tr>", b"<w:tr ")
_WORDS: Final = (b"<w:t" + MARK, b'<w:t xml:space="preserve"' + MARK)
_OTHERS: Final = (b"<w:tbl>", b"<w:sectPr")
"""What a row holds that is parsed in any case."""


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
    *rows, rest = data.split(_END)
    if len(rows) < FEW or not may_cut(data):
        return None
    start = rows[0].find(_ROW)
    kept, rows[0] = [rows[0][:start]], rows[0][start:]
    found: list[tuple[int, Sequence[str]] | None] = []
    known: dict[bytes, int] = {}
    shapes, said = shapes_of(data[start : -len(_END) - len(rest)], _END)
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
    return Cut(b"".join((*kept, rest)), found)


def _only_words(shape: bytes) -> bool:
    """Whether it has words only where they show, and nothing that is needed elsewhere."""
    return sum(map(shape.count, _WORDS)) == shape.count(MARK) and not any(one in shape for one in _OTHERS)
