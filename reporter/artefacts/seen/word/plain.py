"""Paragraphs that hold words and nothing else, as most of a text do: what they say is read from the text of the part,
and an empty w:p keeps the place of each in the tree. How they say it, few shapes, is parsed once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from msgspec import Struct

from reporter.artefacts.seen.word.shapes import MARK, may_cut, shapes_of
from reporter.artefacts.seen.word.units import Element, W

_P: Final = f"{W}p"
_END, _LEFT_OUT = b"</w:p>", b"<w:p/>"
_BEGINS: Final = (b"<w:p>", b"<w:p ", b"<w:p/")
_TABLE: Final = b"<w:tbl>"
_ROOT = re.compile(rb"<w:document\b[^>]*>")
_ROOT_END: Final = b"</w:document>"
_PPR, _RPR = b"pPr", b"rPr"
_EMPTY = rb'<w:(?!sectPr|ins|del|move)\w++(?: w:\w++="[^"<&\s]*+")*+/>'
_PROPERTIES = rb"(?:%s|<w:(numPr|pBdr|tabs|rPr)>(?:%s)*+</w:\2>)*+" % (_EMPTY, _EMPTY)
_RUN = rb"<w:r>(?:<w:rPr>(?:%s)*+</w:rPr>)?+<w:t(?: xml:space=\"preserve\")?+%s</w:r>" % (_EMPTY, MARK)
_PLAIN = re.compile(rb"<w:p>(?:<w:pPr>(%s)</w:pPr>)?+((?:%s)++)" % (_PROPERTIES, _RUN))
_LOOKS = re.compile(rb"<w:r>(?:<w:rPr>(.*?)</w:rPr>)?<w:t")

Parse = Callable[[bytes], Element]
Properties = tuple[bytes, Element | None]
"""What a w:pPr or w:rPr holds, as text and parsed."""


class Form(Struct, frozen=True):
    """How some plain paragraphs stand, and how each of their runs looks."""

    properties: Properties
    looks: Sequence[Properties]


class Plain(Struct, frozen=True):
    """A plain paragraph: the words of each run."""

    form: Form
    words: Sequence[str]


class Lifted(Struct, frozen=True):
    """A part's text without its plain paragraphs. `found` has for each its place among all w:p, from 0, what its w:pPr
    and the w:rPr of its runs hold, and their words; `total` counts all w:p."""

    data: bytes
    found: Sequence[tuple[int, _Shape, Sequence[str]]]
    total: int

    def paragraphs(self, root: Element, parse: Parse) -> tuple[Mapping[Element, Plain], Element] | None:
        """By the w:p that keeps their place in the parsed part; and what holds all their properties. None where the
        part has others than the text seemed to have. Raises what `parse` does."""
        nodes = list(root.iter(_P))
        if len(nodes) != self.total:
            return None
        forms, shelf = self._forms(parse)
        return {nodes[place]: Plain(forms[shape], words) for place, shape, words in self.found}, shelf

    def _forms(self, parse: Parse) -> tuple[Mapping[_Shape, Form], Element]:
        shapes = dict.fromkeys(shape for _, shape, _ in self.found)
        asked = dict.fromkeys((_PPR, said) for said, _ in shapes)
        asked |= dict.fromkeys((_RPR, look) for _, looks in shapes for look in looks)
        declared = _ROOT.search(self.data)
        assert declared is not None
        texts = [b"<w:%s>%s</w:%s>" % (name, said, name) for name, said in asked]
        shelf = parse(b"".join((declared[0], *texts, _ROOT_END)))
        shared = {key: (key[1], node if key[1] else None) for key, node in zip(asked, shelf, strict=True)}
        forms = {
            (said, looks): Form(shared[_PPR, said], [shared[_RPR, look] for look in looks]) for said, looks in shapes
        }
        return forms, shelf


_Shape = tuple[bytes, tuple[bytes, ...]]


def lifted(data: bytes) -> Lifted | None:
    """Up to the first table, whose paragraphs others look into. None for a part that is written so that it is not safe
    to take anything out, and for one without any."""
    if not may_cut(data) or _ROOT.search(data) is None:
        return None
    text, table, others = data.partition(_TABLE)
    kept: list[bytes] = []
    found: list[tuple[int, _Shape, Sequence[str]]] = []
    known: dict[bytes, _Shape | None] = {}
    total = 0
    *pieces, rest = text.split(_END)
    for piece, shape, words in zip(pieces, *shapes_of(text, _END), strict=False):
        before = b""
        if shape in known:
            told = known[shape]
        else:
            before, told = _parted(piece, shape)
            if not before:
                known[shape] = told
        if told is None:
            kept += (piece, _END)
            total += _opened(piece)
        else:
            total += _opened(before)
            kept += (before, _LEFT_OUT)
            found.append((total, told, words[-len(told[1]) :]))
            total += 1
    kept += (rest, table, others)
    if not found:
        return None
    return Lifted(b"".join(kept), found, total + _opened(rest) + _opened(others))


def _parted(piece: bytes, shape: bytes) -> tuple[bytes, _Shape | None]:
    """What stands before the paragraph that ends here, and its own shape."""
    at = shape.rfind(_BEGINS[0])
    begin = max(map(piece.rfind, _BEGINS[:2])) if at else 0
    return piece[:begin], _shape(shape[at:])


def _opened(text: bytes) -> int:
    """How many paragraphs begin in it."""
    return sum(map(text.count, _BEGINS)) if text else 0


def _shape(text: bytes) -> _Shape | None:
    """What the w:pPr and the w:rPr of a plain paragraph hold; None for any other."""
    plain = _PLAIN.fullmatch(text)
    return (plain[1] or b"", tuple(_LOOKS.findall(plain[3]))) if plain else None
