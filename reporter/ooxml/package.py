"""A package as plain members: reading with limits, strict XML, adding parts with their relationships."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from lxml import etree
from msgspec import Struct, field

from reporter.errors import InputError
from reporter.ooxml.container import open_container, read_part
from reporter.ooxml.names import CONTENT_TYPES, OFFICE_RELS, PACKAGE_RELS
from reporter.ooxml.zipping import pack

_REMEMBERED = 64
"""Lists of types and relationships that were written lately: those of a face are the same in every document."""
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def parse(data: bytes, name: str = "") -> etree._Element:
    """Strict parse: no entities, no network, no recovery. Raises InputError naming the part."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, huge_tree=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(
            f"文件内部（{name or 'XML'}）不合规：{error.msg}", "请用 Word 或 WPS 打开后另存一份"
        ) from None


def serialise(root: etree._Element) -> bytes:
    """UTF-8 with the declaration that Office writes."""
    return _DECLARATION + etree.tostring(root, encoding="UTF-8")


class Package(Struct):
    """The parts of a .docx by name (`word/document.xml`), to be changed in place."""

    members: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def read(cls, data: bytes) -> Package:
        """All parts of `data`; raises InputError for anything that is no package or is too large."""
        with open_container(data) as archive:
            return cls(
                {i.filename: read_part(archive, i.filename) for i in archive.infolist() if not i.is_dir()}
            )

    def copy(self) -> Package:
        """Another package with the same parts (bytes are shared)."""
        return Package(dict(self.members))

    def tree(self, name: str) -> etree._Element:
        """One part parsed; raises InputError when it is missing."""
        return parse(self.part(name), name)

    def part(self, name: str) -> bytes:
        """One part as it is; raises InputError when it is missing."""
        if name not in self.members:
            raise InputError(f"文件内部缺少 {name}", "请换用完整的 .docx 文件")
        return self.members[name]

    def write(self, name: str, root: etree._Element) -> None:
        """Replace one part."""
        self.members[name] = serialise(root)

    def data(self, streamed: Mapping[str, Iterable[bytes]] | None = None) -> bytes:
        """The package as a deterministic zip; `streamed` parts come in pieces that are never held together."""
        return pack({**self.members, **(streamed or {})})

    def declare(self, name: str, content_type: str) -> None:
        """State the content type of a part, once."""
        types = "[Content_Types].xml"
        self.members[types] = _declared(self.part(types), name, content_type)

    def relate(self, owner: str, kind: str, target: str) -> str:
        """The id of the relationship of `kind` (last part of its type) from a .rels file to `target`, made once."""
        self.members[owner], name = _related(self.part(owner), kind, target)
        return name


@lru_cache(maxsize=_REMEMBERED)
def _declared(types: bytes, name: str, content_type: str) -> bytes:
    root = parse(types, "[Content_Types].xml")
    tag, part = f"{{{CONTENT_TYPES}}}Override", f"/{name}"
    found = next((e for e in root.iter(tag) if e.get("PartName") == part), None)
    if found is None:
        found = etree.SubElement(root, tag, PartName=part)
    found.set("ContentType", content_type)
    return serialise(root)


@lru_cache(maxsize=_REMEMBERED)
def _related(relations: bytes, kind: str, target: str) -> tuple[bytes, str]:
    root = parse(relations, ".rels")
    tag, wanted = f"{{{PACKAGE_RELS}}}Relationship", f"{OFFICE_RELS}/{kind}"
    for found in root.iter(tag):
        if found.get("Type") == wanted and found.get("Target") == target:
            return relations, str(found.get("Id"))
    used = {found.get("Id") for found in root.iter(tag)}
    number = next(n for n in range(1, len(used) + 2) if f"rId{n}" not in used)
    etree.SubElement(root, tag, Id=f"rId{number}", Type=wanted, Target=target)
    return serialise(root), f"rId{number}"
