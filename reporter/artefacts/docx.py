"""A finished .docx → its paragraphs and tables in order, headers, footers, notes and properties."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from functools import lru_cache

from lxml import etree
from msgspec import Struct

from reporter.artefacts.source import Source, load
from reporter.artefacts.streamed import body_blocks
from reporter.errors import InputError
from reporter.ooxml.container import Archive

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_PROPERTY = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"
_OFFICE_DOCUMENT = "/officeDocument"
_ROWS = 512
"""Rows that are remembered."""
_KNOWN = 64
"""Parts whose reading is remembered: those of a face are the same in every document."""
# Deleted text of tracked changes, field codes and what only older programs see are not what a reader sees.
_UNSEEN = frozenset(
    {
        f"{_W}del",
        f"{_W}moveFrom",
        f"{_W}instrText",
        f"{_W}delText",
        f"{_MC}Fallback",
        f"{_W}pPr",
        f"{_W}rPr",
    }
)
_P, _TBL, _TR, _TC, _R, _T = (f"{_W}{name}" for name in ("p", "tbl", "tr", "tc", "r", "t"))
_BOOKMARK, _BOX, _VAL, _NAME = (f"{_W}{name}" for name in ("bookmarkStart", "txbxContent", "val", "name"))
_STYLE, _HEADER, _MERGED = f"{_W}pPr/{_W}pStyle", f"{_W}trPr/{_W}tblHeader", f"{_W}tcPr/{_W}vMerge"
_SIGNS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": "\t", f"{_W}noBreakHyphen": "-"}
_AROUND = frozenset({f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"})
"""Content controls and tracked insertions: what is inside is as good as beside them."""


class DocxParagraph(Struct, frozen=True):
    """A paragraph as a reader sees it. `style` is the name in the style list; bookmarks begin in it or just
    before."""

    style: str
    text: str
    bookmarks: tuple[str, ...] = ()


class DocxTable(Struct, frozen=True):
    """Rows of cell texts; a cell that continues a merged one from above is empty, nested tables are cell
    text."""

    rows: tuple[tuple[str, ...], ...]
    header_rows: int
    """Rows at the top that are repeated on every page."""
    bookmarks: tuple[str, ...] = ()
    paragraphs: tuple[DocxParagraph, ...] = ()
    """All paragraphs of its cells, row by row."""


DocxBlock = DocxParagraph | DocxTable
Related = tuple[tuple[str, str], ...]
"""Type and target part of every relationship of a part."""


class DocxFacts(Struct, frozen=True):
    """What stands in the file. Text boxes follow the paragraph that they are anchored in."""

    blocks: tuple[DocxBlock, ...]
    headers: tuple[str, ...]
    footers: tuple[str, ...]
    notes: tuple[str, ...]
    properties: Mapping[str, str]
    """Custom document properties."""
    title: str = ""

    @property
    def paragraphs(self) -> tuple[DocxParagraph, ...]:
        return tuple(block for block in self.blocks if isinstance(block, DocxParagraph))

    def styled(self, name: str) -> tuple[DocxParagraph, ...]:
        """Paragraphs of that style in order, those in tables too."""
        found: list[DocxParagraph] = []
        for block in self.blocks:
            inside = (block,) if isinstance(block, DocxParagraph) else block.paragraphs
            found += (paragraph for paragraph in inside if paragraph.style == name)
        return tuple(found)

    @property
    def tables(self) -> tuple[DocxTable, ...]:
        return tuple(block for block in self.blocks if isinstance(block, DocxTable))


def read_docx(source: Source) -> DocxFacts:
    """Raises InputError (BadContainer) for what is no .docx, is encrypted, damaged or unpacks too large."""
    with closing(Archive(load(source))) as container:
        main = _main_part(container)
        related = _relations(container, main)
        return DocxFacts(
            blocks=_blocks(container, main, related),
            headers=_texts(container, related, "/header"),
            footers=_texts(container, related, "/footer"),
            notes=_texts(container, related, "/footnotes") + _texts(container, related, "/endnotes"),
            properties=_properties(container),
            title=_core_title(container),
        )


def _main_part(container: Archive) -> str:
    try:
        for kind, target in _relations(container, ""):
            if kind.endswith(_OFFICE_DOCUMENT) and target in container.names():
                if target.startswith("word/"):
                    return target
                break
    except KeyError:
        pass
    raise InputError("这不是 Word 文档（.docx）", "用 Word 或 WPS 打开确认，再另存为 .docx")


def _parsed(data: bytes, name: str) -> etree._Element:
    """A part as a tree, without entities and network; raises InputError when it is damaged."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    with _damage(name):
        return etree.fromstring(data, parser)


@contextmanager
def _damage(name: str) -> Iterator[None]:
    try:
        yield
    except etree.XMLSyntaxError as error:
        raise InputError(f"文件内部（{name}）已损坏：{error.msg}", "用 Word 或 WPS 打开后另存一份") from None


def _blocks(container: Archive, main: str, related: Related) -> tuple[DocxBlock, ...]:
    try:
        with _damage(main):
            return tuple(body_blocks(container.read(main), _Reader(_style_names(container, related))))
    except LookupError:
        raise InputError("这个 .docx 里没有正文") from None


def _relations(container: Archive, part: str) -> Related:
    """`(type, target part)` of the part's relationships; the package's own for an empty name."""
    folder, file = posixpath.split(part)
    name = posixpath.join(folder, "_rels", f"{file}.rels")
    if name not in container.names():
        return ()
    return _related(container.read(name), name, folder)


@lru_cache(maxsize=_KNOWN)
def _related(data: bytes, name: str, folder: str) -> Related:
    found = []
    for relation in _parsed(data, name).iter(f"{_RELS}Relationship"):
        if relation.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/" + folder, relation.get("Target", ""))).lstrip("/")
            found.append((relation.get("Type", ""), target))
    return tuple(found)


def _texts(container: Archive, related: Related, kind: str) -> tuple[str, ...]:
    """The text of every header, footer or note part, one string a part, without empty ones."""
    found = []
    for relation, target in related:
        if relation.endswith(kind) and target in container.names():
            text = _whole_text(container.read(target), target)
            if text:
                found.append(text)
    return tuple(found)


@lru_cache(maxsize=_KNOWN)
def _whole_text(data: bytes, name: str) -> str:
    texts = [_flat(block) for block in _Reader({}).blocks(_parsed(data, name))]
    return "\n".join(text for text in texts if text)


def _flat(block: DocxBlock) -> str:
    if isinstance(block, DocxParagraph):
        return block.text
    return "\n".join("\t".join(row) for row in block.rows)


def _style_names(container: Archive, related: Related) -> Mapping[str, str]:
    """Style id → name; the empty id is that of paragraphs without one."""
    names: dict[str, str] = {}
    for kind, target in related:
        if kind.endswith("/styles") and target in container.names():
            names |= _named(container.read(target), target)
    return names


@lru_cache(maxsize=_KNOWN)
def _named(data: bytes, part: str) -> Mapping[str, str]:
    names: dict[str, str] = {}
    for style in _parsed(data, part).iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        names[style.get(f"{_W}styleId", "")] = name.get(f"{_W}val", "") if name is not None else ""
        if style.get(f"{_W}type") == "paragraph" and style.get(f"{_W}default") in {"1", "true", "on"}:
            names[""] = names[style.get(f"{_W}styleId", "")]
    return names


def _properties(container: Archive) -> dict[str, str]:
    name = "docProps/custom.xml"
    if name not in container.names():
        return {}
    return dict(_own_properties(container.read(name), name))


@lru_cache(maxsize=_KNOWN)
def _own_properties(data: bytes, name: str) -> Mapping[str, str]:
    found = _parsed(data, name).iter(_PROPERTY)
    return {prop.get("name", ""): "".join(str(text) for text in prop.itertext()) for prop in found}


def _core_title(container: Archive) -> str:
    name = "docProps/core.xml"
    if name not in container.names():
        return ""
    return _titled(container.read(name), name)


@lru_cache(maxsize=_KNOWN)
def _titled(data: bytes, name: str) -> str:
    return _parsed(data, name).findtext("{http://purl.org/dc/elements/1.1/}title") or ""


@lru_cache(maxsize=8)
def _known_rows(styles: tuple[tuple[str, str], ...]) -> dict[bytes, DocxTable]:
    """What rows of documents in these styles say, by their XML."""
    return {}


def _paragraphs(block: DocxBlock) -> tuple[DocxParagraph, ...]:
    return (block,) if isinstance(block, DocxParagraph) else block.paragraphs


class _Reader:
    def __init__(self, styles: Mapping[str, str]) -> None:
        self.styles = styles
        self.pending: list[str] = []
        self._known = _known_rows(tuple(styles.items()))

    def blocks(self, parent: etree._Element) -> Iterator[DocxBlock]:
        for child in parent:
            yield from self.child(child)

    def child(self, child: etree._Element) -> Iterator[DocxBlock]:
        """The blocks in one child of a body, cell or box."""
        tag = child.tag
        if tag == _P:
            yield from self._paragraph(child)
        elif tag == _TBL:
            table = self.open_table()
            for part in child:
                table.add(part)
            yield table.done()
        elif tag == _BOOKMARK:
            self.pending.append(child.get(_NAME, ""))
        elif tag not in _UNSEEN:
            yield from self.blocks(child)

    def open_table(self) -> _Table:
        """A table that begins here; bookmarks that stand before it are its."""
        marks, self.pending = self.pending, []
        return _Table(self, marks)

    def row(self, row: etree._Element) -> DocxTable:
        """A row as a table of its own. One that was read before is known: forms of counties have the same rows."""
        if self.pending:  # its first paragraph takes marks from before
            return self._row(row)
        key = etree.tostring(row, with_tail=False)
        read = self._known.get(key)
        if read is None:
            read = self._row(row)
            if len(self._known) >= _ROWS:
                self._known.clear()
            if not self.pending:
                self._known[key] = read
        return read

    def _row(self, row: etree._Element) -> DocxTable:
        cells: list[str] = []
        inside: list[DocxBlock] = []
        for cell in _below(row, _TC):
            blocks = list(self.blocks(cell))
            inside += blocks
            merged = cell.find(_MERGED)
            continues = merged is not None and merged.get(_VAL, "continue") == "continue"
            cells.append("" if continues else "\n".join(_flat(block) for block in blocks))
        marks = (mark for block in inside for mark in block.bookmarks)
        paragraphs = (one for block in inside for one in _paragraphs(block))
        return DocxTable((tuple(cells),), int(row.find(_HEADER) is not None), tuple(marks), tuple(paragraphs))

    def _paragraph(self, node: etree._Element) -> Iterator[DocxBlock]:
        parts: list[str] = []
        boxes: list[etree._Element] = []
        marks, self.pending = self.pending, []
        self._collect(node, parts, boxes, marks)
        style = node.find(_STYLE)
        key = style.get(_VAL, "") if style is not None else ""
        yield DocxParagraph(self.styles.get(key, key), "".join(parts), tuple(marks))
        for box in boxes:
            yield from self.blocks(box)

    def _collect(
        self, node: etree._Element, parts: list[str], boxes: list[etree._Element], marks: list[str]
    ) -> None:
        for child in node:
            tag = child.tag
            if tag == _T:
                parts.append(child.text or "")
            elif tag in _UNSEEN:
                pass
            elif tag in _SIGNS:
                parts.append("" if child.get(f"{_W}type") == "page" else _SIGNS[tag])
            elif tag == _BOOKMARK:
                marks.append(child.get(_NAME, ""))
            elif tag == _BOX:
                boxes.append(child)
            else:
                self._collect(child, parts, boxes, marks)


class _Table:
    """A table, read child by child."""

    def __init__(self, reader: _Reader, marks: list[str]) -> None:
        self.reader, self.marks = reader, marks
        self.rows: list[tuple[str, ...]] = []
        self.paragraphs: list[DocxParagraph] = []
        self.header_rows = 0

    def add(self, child: etree._Element) -> None:
        """The next child of w:tbl: a row, or something with rows in it."""
        for row in _among(child, _TR):
            read = self.reader.row(row)
            if read.header_rows and self.header_rows == len(self.rows):
                self.header_rows += 1
            self.rows += read.rows
            self.marks += read.bookmarks
            self.paragraphs += read.paragraphs

    def done(self) -> DocxTable:
        """The whole."""
        return DocxTable(tuple(self.rows), self.header_rows, tuple(self.marks), tuple(self.paragraphs))


def _below(node: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Children of that tag, also inside content controls and tracked insertions, not inside nested tables."""
    for child in node:
        yield from _among(child, tag)


def _among(child: etree._Element, tag: str) -> Iterator[etree._Element]:
    if child.tag == tag:
        yield child
    elif child.tag in _AROUND:
        yield from _below(child, tag)
