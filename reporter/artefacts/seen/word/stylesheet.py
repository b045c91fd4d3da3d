"""The style sheet of a file. Most sheets hold hundreds of styles that nobody uses: only those that are asked for are
parsed, cut out of the text of the part. A part that is written in an unusual way is parsed whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from reporter.artefacts.seen.word.units import OFF, OURS, Element, W, inner

Parse = Callable[[bytes], Element]
_SMALL: Final = 8_000
"""Bytes of a part that is parsed in no time."""
_ROOT = re.compile(rb"(?:\xef\xbb\xbf)?(?:<\?xml[^>]*\?>)?\s*(<w:styles\b[^>]*>)")
_ENCODED = re.compile(rb"""encoding=["']([^"']*)["']""")
_BEGIN, _END, _LAST = b"<w:style ", b"</w:style>", b"</w:styles>"
_NAMED: Final = b'w:styleId="'
_DEFAULTS = re.compile(rb"<w:docDefaults\b.*?</w:docDefaults>", re.DOTALL)
_DEFAULT: Final = b'w:default="'
_ATTRIBUTE = re.compile(rb'\bw:(styleId|type|default)="([^"]*)"')
_BASE = re.compile(rb'<w:basedOn w:val="([^"]*)"')
_ID, _TYPE, _IS_DEFAULT = f"{W}styleId", f"{W}type", f"{W}default"


class Sheet:
    """Styles by their ids. `defaults` are default ids by type; `document` is w:docDefaults."""

    def __init__(self, data: bytes, parse: Parse, used: Iterable[str] = ()) -> None:
        """`used` are ids that will be asked for; they are parsed in one go. Raises what `parse` does."""
        self._parse = parse
        self._nodes: dict[str, Element] = {}
        self._pieces: dict[bytes, bytes] = {}
        """By the ids of styles the text from there to the next style; empty when all are parsed."""
        self._root = b""
        self.defaults: dict[str, str] = {}
        self.document: Element | None = None
        if len(data) < _SMALL or not self._cut(data):
            self._pieces, self.defaults = {}, {}
            self._read_whole(data)
            return
        found = _DEFAULTS.search(data[: data.find(_BEGIN)])
        self._add([*self.defaults.values(), *used], found[0] if found else b"")

    def __contains__(self, identity: str | None) -> bool:
        return identity in self._nodes or (identity is not None and bool(self._text(identity)))

    def node(self, identity: str) -> Element | None:
        """The w:style of that id, the first of several."""
        if self._pieces and identity not in self._nodes:
            self._add([identity])
        return self._nodes.get(identity)

    def _enter(self, identity: str, kind: str, default: str | None) -> None:
        if default is not None and default not in OFF:
            self.defaults.setdefault(kind, identity)

    def _read_whole(self, data: bytes) -> None:
        root = self._parse(data)
        for node in root.iterchildren(f"{W}style"):
            identity = node.get(_ID) or ""
            self._nodes.setdefault(identity, node)
            self._enter(identity, node.get(_TYPE) or "", node.get(_IS_DEFAULT))
        self.document = inner(root, f"{W}docDefaults")

    def _add(self, wanted: list[str], defaults: bytes = b"") -> None:
        """Parses those styles with all that they are based on."""
        texts: dict[str, bytes] = {}
        while wanted:
            identity = wanted.pop()
            if identity in texts or identity in self._nodes or not (text := self._text(identity)):
                continue
            texts[identity] = text
            wanted += [base.decode() for base in _BASE.findall(text)[:1]]
        if not texts and not defaults:
            return
        root = self._parse(b"".join((self._root, defaults, *texts.values(), _LAST)))
        for identity, node in zip(texts, root.iterchildren(f"{W}style"), strict=True):
            self._nodes[identity] = node
        if defaults:
            self.document = inner(root, f"{W}docDefaults")

    def _text(self, identity: str) -> bytes:
        """The text of a style, the first of several; empty for one that is not there."""
        piece = self._pieces.get(identity.encode())
        return b"" if piece is None else _BEGIN + piece[: piece.find(_END)] + _END

    def _cut(self, data: bytes) -> bool:
        """Cuts the text at its styles. False where they cannot be told from the text alone: with comments, another
        encoding or prefix, signs that are written by their names, or styles that are written in another way than the
        usual one."""
        root = _ROOT.match(data)
        encoded = _ENCODED.search(root[0]) if root else None
        if root is None or OURS not in root[1] or (encoded and encoded[1].lower() != b"utf-8"):
            return False
        if (
            b"&" in data
            or b"!" in data
            or b"?" in data[root.end() :]
            or data.count(b"xmlns") > root[1].count(b"xmlns")
        ):
            return False
        pieces = data.split(_BEGIN)[1:]
        if not data.count(_END) == data.count(_NAMED) == len(pieces) > 0 or not data.rstrip().endswith(_LAST):
            return False
        tags = [piece.partition(b">")[0] for piece in pieces]
        ids = [tag.partition(_NAMED)[2].partition(b'"')[0] for tag in tags]
        if not all(ids):
            return False
        self._root = root[1]
        self._pieces = dict(zip(reversed(ids), reversed(pieces), strict=True))  # the first of several counts
        for tag in tags:
            if _DEFAULT in tag:
                said = {name: _told(value) for name, value in _ATTRIBUTE.findall(tag)}
                self._enter(said[b"styleId"], said.get(b"type", ""), said[b"default"])
        return True


def _told(value: bytes) -> str:
    """What is no UTF-8 is refused when it is parsed."""
    return value.decode("utf-8", "replace")
