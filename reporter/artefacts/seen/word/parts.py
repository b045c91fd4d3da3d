"""The parts of a .docx by their relationships, in one namespace whatever the file was saved as."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache, partial
from itertools import islice
from typing import Final

from lxml import etree
from msgspec import Struct

from reporter.artefacts.seen.word.plain import Plain, Shelf, lifted
from reporter.artefacts.seen.word.rows import Alike, cut
from reporter.artefacts.seen.word.stylesheet import Sheet
from reporter.artefacts.seen.word.units import Element, W, attributes
from reporter.errors import InputError
from reporter.once import once
from reporter.ooxml.container import Archive, Packed, unpacked
from reporter.ooxml.names import PACKAGE_RELS

_STRICT: Final = b"http://purl.oclc.org/ooxml/"
_SAME: Final = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main",
     b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
     b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships",
     b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
)  # fmt: skip
"""The strict format's namespaces and the usual ones."""
_NAMING: Final = (f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
"""What names a style."""
_FIRST: Final = 100
"""So many of them are looked at for what is parsed in one go; few styles come later."""
_NODE, _ATTRIBUTE, _MOST_BYTES = 240, 216, 300_000_000
_CERTAINLY_SMALL = 4_000_000
"""What an element with text and an attribute take in memory, and how much a part may take."""
_MOST_SHARED: Final = 32_000
"""Bytes of a part that is remembered when it was parsed."""


class Relation(Struct, frozen=True):
    """`kind` is the last word of its type; `target` a part's name."""

    id: str
    kind: str
    target: str


class Parts:
    """An open .docx. Raises InputError for what is no document; a part that is missing is None. When only words are
    asked for (`folded`), `rows` have no cells in the tree and the paragraphs of `plain` stand for others, and the trees
    of other parts may be those of another file in which they stand word for word."""

    def __init__(self, data: bytes, *, folded: bool = False) -> None:
        self._archive = Archive(data)
        self._sharing = folded
        self._trees: dict[str, Element] = {}
        self.common: set[Element] = set()
        """Trees that another file may have too."""
        self.plain: Mapping[Element, Sequence[Plain]] = {}
        self._shelf: Shelf | None = None
        """What holds their properties."""
        self._names = {name.replace("\\", "/").lower(): name for name in self._archive.names()}
        self.main = next((r.target for r in self.relations("") if r.kind == "officeDocument"), "")
        root = self._main_tree() if self.main else None
        if root is None or root.tag != f"{W}document":
            raise InputError("这不是 Word 文档（.docx）", "用 Word 或 WPS 打开确认，再另存为 .docx")
        self.document: Element = root
        self.of_document = self.relations(self.main)

    @once
    def rows(self) -> Mapping[Element, Alike]:
        """The rows of the document that are like another one but for their words."""
        found = cut(self._data(self.stored(self.main)))
        return (found.rows(self.document) if found else None) or {}

    def close(self) -> None:
        self._archive.close()

    def first(self, kind: str) -> Element | None:
        """The document's part of that kind (`styles`, `numbering` …)."""
        return next((self.tree(r.target) for r in self.of_document if r.kind == kind), None)

    def later(self, kind: str) -> Callable[[], Element | None]:
        """Gives the same when it is called; what is plainly deflated without holding the whole file till then."""
        stored = self._stored_as(kind)
        packed = self._archive.packed(stored) if stored is not None else None
        return partial(self.first, kind) if stored is None or packed is None else partial(_unpacked, stored, packed)

    def packed(self, kind: str) -> Packed | None:
        """The document's part of that kind as it is stored; None where it is missing or not plainly deflated."""
        stored = self._stored_as(kind)
        return self._archive.packed(stored) if stored is not None else None

    def styles(self, used: Iterable[str]) -> Sheet | None:
        """The style sheet, of which these styles will be asked for; raises InputError when what is read of it is
        damaged."""
        stored = self._stored_as("styles")
        return Sheet(self._data(stored), partial(_parsed, stored), used) if stored is not None else None

    def _stored_as(self, kind: str) -> str | None:
        """The name under which the container holds the document's part of that kind."""
        return self._names.get(next((r.target for r in self.of_document if r.kind == kind), "").lower())

    def naming(self, stories: Iterable[Element]) -> list[str]:
        """The styles that these stories name first, in order of their ids."""
        found = {
            str(name)
            for root in stories
            for node in islice(root.iter(*_NAMING), _FIRST)
            for name in node.values()
        }
        return sorted(found | self._shelf.styles() if self._shelf else found)

    def target(self, identity: str) -> str:
        """The part that the document refers to by that id, or an empty name."""
        return next((r.target for r in self.of_document if r.id == identity), "")

    def stored(self, name: str) -> str:
        """The name under which the container holds a part; names are compared without case."""
        return self._names.get(name.lower(), name)

    def tree(self, name: str) -> Element | None:
        """A part's root, parsed once; raises InputError when it is damaged or holds too much."""
        stored = self._names.get(name.lower())
        if stored is None:
            return None
        if stored not in self._trees:
            self._trees[stored] = self._shared(stored)
        return self._trees[stored]

    def _shared(self, stored: str) -> Element:
        """A part as another file may have it too."""
        packed = self._archive.packed(stored) if self._sharing else None
        if packed is None or packed.size > _MOST_SHARED:
            return _parsed(stored, self._data(stored))
        known = _known_tree(packed)
        if not known:
            known.append(_parsed(stored, self._data(stored)))
        self.common.add(known[0])
        return known[0]

    def _main_tree(self) -> Element | None:
        stored = self._names.get(self.main.lower())
        if stored is None or not self._sharing:
            return self.tree(self.main)
        root = self._trees[stored] = self._folded(stored, self._data(stored))
        return root

    def _folded(self, stored: str, data: bytes) -> Element:
        """Without the cells of `rows` and what `plain` paragraphs hold, which are known with it."""
        found = cut(data)
        less = found.data if found else data
        bare = lifted(less)
        root = _parsed(stored, bare.data if bare else less)
        rows = found.rows(root) if found else {}
        plain = bare.paragraphs(root, partial(_parsed, stored)) if bare else ({}, None)
        if rows is None or plain is None:
            self.rows = {}
            return _parsed(stored, data)
        self.rows, (self.plain, self._shelf) = rows, plain
        return root

    def _data(self, stored: str) -> bytes:
        return _usual(_read(self._archive.read, stored))

    def relations(self, part: str) -> tuple[Relation, ...]:
        """The part's relationships to other parts; the package's own for an empty name."""
        folder, file = posixpath.split(part)
        root = self.tree(posixpath.join(folder, "_rels", f"{file}.rels"))
        if root is None:
            return ()
        return (_known_relations if root in self.common else _relations)(root, folder)


def _relations(root: Element, folder: str) -> tuple[Relation, ...]:
    """What a part with relationships says of a part in that folder."""
    found = []
    for node in root.iter(f"{{{PACKAGE_RELS}}}Relationship"):
        said = attributes(node)
        if said.get("TargetMode") != "External":
            target = said.get("Target", "").replace("\\", "/")
            path = target if target.startswith("/") else f"/{folder}/{target}"
            kind = said.get("Type", "").rpartition("/")[2]
            found.append(Relation(said.get("Id", ""), kind, posixpath.normpath(path).lstrip("/")))
    return tuple(found)


_known_relations = lru_cache(maxsize=64)(_relations)
"""The same of trees that another file may have too."""


@lru_cache(maxsize=64)
def _known_tree(packed: Packed) -> list[Element]:
    """Where the tree of that part is kept once it was parsed. Files made from one template have the same headers,
    settings and relations to the byte."""
    return []


def _parsed(stored: str, data: bytes) -> Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        reason = "嵌套过深" if "depth" in (error.msg or "") else "已损坏"
        raise InputError(f"文件内部（{stored}）{reason}，无法读取", "用 Word 或 WPS 打开后另存一份") from None
    except (LookupError, ValueError):
        raise InputError(f"文件内部（{stored}）的编码无法识别", "用 Word 或 WPS 打开后另存一份") from None


def _unpacked(stored: str, packed: Packed) -> Element:
    return _parsed(stored, _usual(_read(partial(unpacked, packed), stored)))


def _usual(data: bytes) -> bytes:
    """A part in the usual namespaces; raises InputError for one that holds too much."""
    if len(data) > _CERTAINLY_SMALL and _weight(data) > _MOST_BYTES:
        raise InputError("文件内容过多，未读取", "请把正文和大表拆成几个文件后再检查")
    if _STRICT in data[:20000]:
        for strict, usual in _SAME:
            data = data.replace(strict, usual)
    return data


def _weight(data: bytes) -> int:
    """About what the part takes as a tree, in bytes."""
    return _NODE * (data.count(b"<") - data.count(b"</")) + _ATTRIBUTE * data.count(b'="')


def _read(read: Callable[[str], bytes], name: str) -> bytes:
    try:
        return read(name)
    except (KeyError, ValueError):
        raise InputError("文件已损坏，读不完整", "用 Word 或 WPS 打开后另存一份") from None
