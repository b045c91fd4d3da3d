"""Headers and footers of two drafts: which is which is said by section and sort, not by the names of their parts.

What only the new draft prints comes, what only the old one prints is brought along and goes: accepted, an empty
header stays behind.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from typing import Final

from lxml import etree
from msgspec import Struct

from reporter.ooxml.names import NAMESPACES, OFFICE_RELS, qn
from reporter.ooxml.package import Package

Element = etree._Element
Sections = Sequence[tuple[Element, Element]]
"""Sections that are one: w:sectPr of the old draft and of the new one."""
_RELS: Final = "word/_rels/document.xml.rels"
_REFERENCES: Final = (qn("w:headerReference"), qn("w:footerReference"))
_ID: Final = f"{{{NAMESPACES['r']}}}id"
_PRINTED: Final = tuple(
    qn(f"w:{name}") for name in ("t", "drawing", "pict", "object", "instrText", "fldSimple")
)
Key = tuple[str, str]
"""`header` or `footer`, and `default`, `first` or `even`."""


class Edge(Struct, frozen=True):
    """A header or footer as parts of either package, empty where a draft has none; `section` is the new one's."""

    kind: str
    sort: str
    old: str
    new: str
    section: Element


def edges(old: Package, new: Package, roots: tuple[Element, Element], sections: Sections) -> list[Edge]:
    """What each section shows on either side."""
    before, after = _effective(old, roots[0]), _effective(new, roots[1])
    found = []
    for one, other in sections:
        mine, theirs = before.get(one, {}), after.get(other, {})
        found += [
            Edge(*key, mine.get(key, ""), theirs.get(key, ""), other) for key in sorted({*mine, *theirs})
        ]
    return found


def prints(root: Element) -> bool:
    """Whether anything of it shows."""
    return any(node.tag != qn("w:t") or (node.text or "").strip() for node in root.iter(*_PRINTED))


def refer(package: Package, edge: Edge, name: str) -> None:
    """The section shows the part `name`."""
    identity = package.relate(_RELS, edge.kind, posixpath.relpath(name, "word"))
    for node in edge.section.findall(qn(f"w:{edge.kind}Reference")):
        if node.get(qn("w:type"), "default") == edge.sort:
            edge.section.remove(node)
    reference = etree.Element(qn(f"w:{edge.kind}Reference"))
    reference.set(qn("w:type"), edge.sort)
    reference.set(_ID, identity)
    edge.section.insert(0, reference)


def _effective(package: Package, root: Element) -> Mapping[Element, Mapping[Key, str]]:
    """What each section shows: its own headers and footers, else those of the section before."""
    parts = _parts(package)
    found: dict[Element, Mapping[Key, str]] = {}
    shown: dict[Key, str] = {}
    for section in root.iter(qn("w:sectPr")):
        if section.getparent() is not None and section.getparent().tag == qn("w:sectPrChange"):  # type: ignore[union-attr]
            continue
        for node in section.iterchildren(*_REFERENCES):
            kind = etree.QName(node).localname.removesuffix("Reference")
            if name := parts.get(node.get(_ID, "")):
                shown[kind, node.get(qn("w:type"), "default")] = name
        found[section] = dict(shown)
    return found


def _parts(package: Package) -> dict[str, str]:
    """Id of a relationship → the part it leads to, of headers and footers that are there."""
    if _RELS not in package.members:
        return {}
    found = {}
    for one in package.tree(_RELS):
        if one.get("Type") in (f"{OFFICE_RELS}/header", f"{OFFICE_RELS}/footer"):
            name = posixpath.normpath(posixpath.join("/word", one.get("Target", ""))).lstrip("/")
            if name in package.members:
                found[one.get("Id", "")] = name
    return found
