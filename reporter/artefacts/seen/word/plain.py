"""Paragraphs that hold words and nothing else, as most of a text do: what they say is read from the text of the part,
and an empty w:p keeps the place of all that follow each other in the tree. How they say it, few shapes, is parsed when
it is asked for.
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

_STYLE = re.compile(rb'<w:[pr]Style w:val="([^"]*)"')

Parse = Callable[[bytes], Element]


class Shelf:
    """What plain paragraphs hold beside their words. It is parsed in one go when one of it is asked for: of most files
    nothing is, since others of their template held the same."""

    def __init__(self, root: bytes, parse: Parse) -> None:
        """`root` is the start tag of the part."""
        self._root, self._parse = root, parse
        self._texts: dict[tuple[bytes, bytes], None] = {}
        self._nodes: dict[tuple[bytes, bytes], Element] = {}

    def holding(self, name: bytes, text: bytes) -> Held:
        self._texts[name, text] = None
        return Held(name, text, self)

    def node(self, name: bytes, text: bytes) -> Element:
        """Raises what `parse` does."""
        if not self._nodes:
            texts = [b"<w:%s>%s</w:%s>" % (name, text, name) for name, text in self._texts]
            parsed = self._parse(b"".join((self._root, *texts, _ROOT_END)))
            self._nodes = dict(zip(self._texts, parsed, strict=True))
        return self._nodes[name, text]

    def styles(self) -> set[str]:
        """Those that are named."""
        texts = b"".join([text for _, text in self._texts])
        return {style.decode("utf-8", "replace") for style in _STYLE.findall(texts)}


class Held(Struct, frozen=True):
    """What a w:pPr or w:rPr (`name`) holds."""

    name: bytes
    text: bytes
    shelf: Shelf


def parsed(properties: Held | Element | None) -> Element | None:
    """A w:pPr or w:rPr; None where it is missing or empty."""
    if not isinstance(properties, Held):
        return properties
    return properties.shelf.node(properties.name, properties.text) if properties.text else None


class Form(Struct, frozen=True):
    """How some plain paragraphs stand, and how each of their runs looks."""

    properties: Held
    looks: Sequence[Held]


class Plain(Struct, frozen=True):
    """A plain paragraph: the words of each run."""

    form: Form
    words: Sequence[str]


class Lifted(Struct, frozen=True):
    """A part's text without its plain paragraphs. `found` has for each w:p that keeps the place of some its number, and
    of each of these what its w:pPr and the w:rPr of its runs hold, and their words. Numbers are from 0; `total` counts
    the w:p that are left."""

    data: bytes
    found: Sequence[tuple[int, Sequence[tuple[_Shape, Sequence[str]]]]]
    total: int

    def paragraphs(self, root: Element, parse: Parse) -> tuple[Mapping[Element, Sequence[Plain]], Shelf] | None:
        """By the w:p that keeps their place in the parsed part; and what holds all their properties, which `parse` is
        to parse. None where the part has others than the text seemed to have."""
        nodes = list(root.iter(_P))
        if len(nodes) != self.total:
            return None
        declared = _ROOT.search(self.data)
        assert declared is not None
        shelf = Shelf(declared[0], parse)
        forms = {
            shape: Form(shelf.holding(_PPR, shape[0]), [shelf.holding(_RPR, look) for look in shape[1]])
            for shape in dict.fromkeys([shape for _, some in self.found for shape, _ in some])
        }
        plain = {nodes[at]: [Plain(forms[shape], words) for shape, words in some] for at, some in self.found}
        return plain, shelf


_Shape = tuple[bytes, tuple[bytes, ...]]


def lifted(data: bytes) -> Lifted | None:
    """Up to the first table, whose paragraphs others look into. None for a part that is written so that it is not safe
    to take anything out, and for one without any."""
    if not may_cut(data) or _ROOT.search(data) is None:
        return None
    text, table, others = data.partition(_TABLE)
    kept: list[bytes] = []
    found: list[tuple[int, list[tuple[_Shape, Sequence[str]]]]] = []
    known: dict[bytes, _Shape | None] = {}
    total, goes_on = 0, False
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
            goes_on = False
            continue
        if before or not goes_on:
            total += _opened(before) + 1
            kept += (before, _LEFT_OUT)
            found.append((total - 1, []))
            goes_on = True
        found[-1][1].append((told, words[-len(told[1]) :]))
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
