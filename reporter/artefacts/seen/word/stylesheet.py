"""The style sheet of a file. Most sheets hold hundreds of styles that nobody uses: only those that are asked for are
parsed, cut out of the text of the part. A part that is written in an unusual way is parsed whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from reporter.artefacts.seen.word.units import OFF, Element, W, inner

Parse = Callable[[bytes], Element]
_SMALL: Final = 8_000
"""Bytes of a part that is parsed in no time."""
_ROOT = re.compile(rb"(?:\xef\xbb\xbf)?(?:<\?xml[^>]*\?>)?\s*(<w:styles\b[^>]*>)")
_ENCODED = re.compile(rb"""encoding=["']([^"']*)["']""")
_OURS: Final = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_BEGIN, _END, _LAST = b"<w:style ", b"</w:style>", b"</w:styles>"
_DEFAULTS = re.compile(rb"<w:docDefaults\b.*?</w:docDefaults>", re.DOTALL)
_ATTRIBUTE = re.compile(rb'\bw:(styleId|type|default)="([^"&]*)"')
_BASE = re.compile(rb'<w:basedOn w:val="([^"&]*)"')
_ID, _TYPE, _DEFAULT = f"{W}styleId", f"{W}type", f"{W}default"


class Sheet:
    """Styles by their ids. `defaults` are default ids by type; `document` is w:docDefaults."""

    def __init__(self, data: bytes, parse: Parse, used: Iterable[str] = ()) -> None:
        """`used` are ids that will be asked for; they are parsed in one go. Raises what `parse` does."""
        self._parse = parse
        self._nodes: dict[str, Element] = {}
        self._texts: dict[str, bytes] = {}
        self._root = b""
        self.defaults: dict[str, str] = {}
        self.document: Element | None = None
        if len(data) < _SMALL or not self._cut(data):
            self._read_whole(data)
        else:
            found = _DEFAULTS.search(data[: data.find(_BEGIN)])
            self._add([*self.defaults.values(), *used], found[0] if found else b"")

    def __contains__(self, identity: str | None) -> bool:
        return identity in self._texts

    def node(self, identity: str) -> Element | None:
        """The w:style of that id, the first of several."""
        if identity not in self._nodes and identity in self._texts:
            self._add([identity])
        return self._nodes.get(identity)

    def _enter(self, identity: str, kind: str, default: str | None, text: bytes) -> None:
        self._texts.setdefault(identity, text)
        if default is not None and default not in OFF:
            self.defaults.setdefault(kind, identity)

    def _read_whole(self, data: bytes) -> None:
        self._texts.clear()
        self.defaults.clear()
        root = self._parse(data)
        for node in root.iterchildren(f"{W}style"):
            identity = node.get(_ID) or ""
            self._nodes.setdefault(identity, node)
            self._enter(identity, node.get(_TYPE) or "", node.get(_DEFAULT), b"")
        self.document = inner(root, f"{W}docDefaults")

    def _add(self, wanted: list[str], defaults: bytes = b"") -> None:
        """Parses those styles with all that they are based on."""
        texts: dict[str, bytes] = {}
        while wanted:
            identity = wanted.pop()
            text = self._texts.get(identity)
            if text is None or identity in texts or identity in self._nodes:
                continue
            texts[identity] = text
            wanted += [base.decode() for base in _BASE.findall(text)[:1]]
        root = self._parse(b"".join((self._root, defaults, *texts.values(), _LAST)))
        for identity, node in zip(texts, root.iterchildren(f"{W}style"), strict=True):
            self._nodes[identity] = node
        if defaults:
            self.document = inner(root, f"{W}docDefaults")

    def _cut(self, data: bytes) -> bool:
        """Enters every style with its text. Not done where that is not safe: with comments, another encoding or prefix,
        or something between the styles."""
        root = _ROOT.match(data)
        encoded = _ENCODED.search(root[0]) if root else None
        if root is None or _OURS not in root[1] or (encoded and encoded[1].lower() != b"utf-8"):
            return False
        if data.find(b"xmlns", root.end()) >= 0 or b"<!" in data or data.count(b"<?") > 1:
            return False
        _, *texts = data.rstrip().split(_BEGIN)
        if not texts or not texts[-1].endswith(_LAST):
            return False
        texts[-1] = texts[-1][: -len(_LAST)]
        for text in texts:
            said = dict(_ATTRIBUTE.findall(text[: text.find(b">")]))
            if b"styleId" not in said or text.count(_END) != 1 or not text.rstrip().endswith(_END):
                return False
            kind, default = said.get(b"type", b""), said.get(b"default")
            self._enter(
                _told(said[b"styleId"]),
                _told(kind),
                _told(default) if default is not None else None,
                _BEGIN + text,
            )
        self._root = root[1]
        return True


def _told(value: bytes) -> str:
    """What is no UTF-8 is refused when it is parsed."""
    return value.decode("utf-8", "replace")
