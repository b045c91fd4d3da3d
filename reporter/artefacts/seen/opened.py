"""A .docx opened to be changed: what a reader sees of it, and for each paragraph the XML that it was read from."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reporter.artefacts.geometry_docx import Sheets, sheets_of
from reporter.artefacts.seen.docx import seen_with_nodes
from reporter.artefacts.seen.model import Para, Seen
from reporter.artefacts.seen.recognise import recognise
from reporter.artefacts.seen.word.parts import Parts
from reporter.artefacts.seen.word.units import OFF, Element, W
from reporter.errors import InputError
from reporter.ooxml.container import open_container, read_part
from reporter.ooxml.package import Package, serialise
from reporter.ooxml.spans import in_open_field, text_of

MOST_BYTES = 12_000_000
"""Unpacked size of one part: such a file has some hundreds of pages."""
MOST_PARAGRAPHS = 20_000
MOST_OF_A_PARAGRAPH = 500_000
"""Bytes of XML; looking for faults takes more than twice as long in a paragraph of twice the length."""


def refuse_long(data: bytes) -> None:
    """Raises InputError, before anything is parsed, for a file too long to be changed with proof in short time."""
    with open_container(data) as container:
        names = [part.filename for part in container.infolist() if part.filename.lower().endswith(".xml")]
        for name in names:
            if container.getinfo(name).file_size > MOST_BYTES:
                raise _too_long()
            paragraphs = _PARAGRAPH.split(read_part(container, name))
            longest = max(map(len, paragraphs[1:]), default=0)
            if len(paragraphs) > MOST_PARAGRAPHS or longest > MOST_OF_A_PARAGRAPH:
                raise _too_long()


def _too_long() -> InputError:
    return InputError("文件太长，不能代改", "请把正文和大表拆成几个文件后再试")


_PARAGRAPH = re.compile(rb"<w:p[ >]")


class Opened:
    """The file as read and the trees of its parts, which may be changed; `data` gives it with those changes."""

    def __init__(self, data: bytes) -> None:
        """Raises InputError for what is no .docx or may not be changed."""
        parts = Parts(data)
        seen, self._nodes = seen_with_nodes(parts)
        self.seen: Seen = recognise(seen)
        self.setting: Sheets = sheets_of(parts)
        self._package = Package.read(data)
        self.trees: Mapping[str, Element] = _stories(parts)
        self._before = {name: serialise(root) for name, root in self.trees.items()}
        self._inside = frozenset(node for root in self.trees.values() for node in in_open_field(root))
        self._refuse(parts)

    def node(self, para: Para) -> Element | None:
        """The w:p of the paragraph, when its characters are those that a reader sees, one for one."""
        node = self._nodes[para.number - 1]
        if node in self._inside or para.place in ("box", "note"):
            return None
        root = node.getroottree().getroot()
        known = any(root is tree for tree in self.trees.values())
        return node if known and text_of(node) == para.typed else None

    @property
    def sections(self) -> tuple[Element, ...]:
        """Every w:sectPr in force, in the order of `setting.sections`."""
        main = next(iter(self.trees.values()))
        return tuple(
            node for node in main.iter(f"{W}sectPr") if node.getparent().tag != f"{W}sectPrChange"  # type: ignore[union-attr]
        )  # fmt: skip

    def data(self) -> bytes:
        """The file; parts that were not changed keep their bytes."""
        package = self._package.copy()
        for name, root in self.trees.items():
            if serialise(root) != self._before[name]:
                package.write(name, root)
        return package.data()

    def _refuse(self, parts: Parts) -> None:
        if any(name.startswith("_xmlsignatures/") for name in self._package.members):
            raise InputError("文件有数字签名，改动会使签名失效", "请在未签名的文件上修改")
        if b"http://purl.oclc.org/ooxml/" in self._package.members[parts.stored(parts.main)][:20000]:
            raise InputError("文件是“严格 Open XML”格式，不能修改", "用 Word 另存为普通的 .docx 后再试")
        settings = parts.first("settings")
        protection = settings.find(f"{W}documentProtection") if settings is not None else None
        if protection is None or protection.get(f"{W}enforcement", "0") in OFF:
            return
        if protection.get(f"{W}edit") not in ("trackedChanges", "none"):
            raise InputError("文件设了编辑保护", "在 Word 或 WPS 中停止保护后再试")


def _stories(parts: Parts) -> dict[str, Element]:
    """The document, then headers and footers, by the names under which they are stored."""
    found = {parts.stored(parts.main): parts.document}
    for relation in parts.of_document:
        if relation.kind in ("header", "footer"):
            root = parts.tree(relation.target)
            if root is not None:
                found[parts.stored(relation.target)] = root
    return found
