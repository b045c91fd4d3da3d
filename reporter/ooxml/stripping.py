"""A file as it leaves the office: without hidden bookmarks of ours and custom properties; all that prints stays."""

from __future__ import annotations

from lxml import etree

from reporter.ooxml.bookmarks import PREFIX
from reporter.ooxml.custom import PART
from reporter.ooxml.names import CONTENT_TYPES, PACKAGE_RELS, qn
from reporter.ooxml.package import Package

_RELS, _TYPES = "_rels/.rels", "[Content_Types].xml"


def stripped(data: bytes) -> bytes:
    """The same package for the same file; raises InputError for what is no package."""
    package = Package.read(data)
    for name in sorted(package.members):
        if name.startswith("word/") and name.endswith(".xml") and PREFIX.encode() in package.members[name]:
            root = package.tree(name)
            _drop_bookmarks(root)
            package.write(name, root)
    if PART in package.members:
        del package.members[PART]
        _drop(package, _RELS, f"{{{PACKAGE_RELS}}}Relationship", "Target")
        _drop(package, _TYPES, f"{{{CONTENT_TYPES}}}Override", "PartName")
    return package.data()


def _drop_bookmarks(root: etree._Element) -> None:
    start, end, name, number = qn("w:bookmarkStart"), qn("w:bookmarkEnd"), qn("w:name"), qn("w:id")
    ours = {mark.get(number) for mark in root.iter(start) if str(mark.get(name)).startswith(PREFIX)}
    for mark in [mark for mark in root.iter(start, end) if mark.get(number) in ours]:
        parent = mark.getparent()
        if parent is not None:
            parent.remove(mark)


def _drop(package: Package, part: str, tag: str, attribute: str) -> None:
    """Entries that point to the custom properties."""
    root = package.tree(part)
    for entry in [entry for entry in root.iter(tag) if str(entry.get(attribute)).lstrip("/") == PART]:
        root.remove(entry)
    package.write(part, root)
