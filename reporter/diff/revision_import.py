"""Pieces of the old draft for use in the new draft's file: styles by name, pictures and links, no bookmarks."""

from __future__ import annotations

import posixpath
from copy import deepcopy
from typing import Final

from lxml import etree

from reporter.ooxml.names import NAMESPACES, PACKAGE_RELS, qn
from reporter.ooxml.package import Package

Element = etree._Element
_STYLES: Final = "word/styles.xml"
_NAMED: Final = tuple(qn(f"w:{name}") for name in ("pStyle", "rStyle", "tblStyle"))
_LINKED: Final = tuple(qn(f"w:{name}") for name in ("basedOn", "next", "link"))
_DROPPED: Final = tuple(
    qn(f"w:{name}")
    for name in (
        "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr", "permStart", "permEnd",
        "commentReference",
        "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
    )
)  # fmt: skip
_NOTES: Final = {
    qn("w:footnoteReference"): ("word/footnotes.xml", qn("w:footnote")),
    qn("w:endnoteReference"): ("word/endnotes.xml", qn("w:endnote")),
}
_P, _COMMENTED = qn("w:p"), qn("w:commentReference")
_ID: Final = qn("w:id")
_VAL, _STYLE_ID = qn("w:val"), qn("w:styleId")
_EDGES: Final = ("/header", "/footer")
"""Ends of the types of relations that lead to those."""
_EDGE_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_R_SPACE: Final = f"{{{NAMESPACES['r']}}}"
_REL: Final = f"{{{PACKAGE_RELS}}}Relationship"


class Importer:
    """Copies from one package into another. `save` writes the styles that had to come along."""

    def __init__(self, old: Package, new: Package) -> None:
        self._old, self._new = old, new
        self._from, self._to = _styles(old), _styles(new)
        self._by_name = {_name(node): node.get(_STYLE_ID, "") for node in _each(self._to)}
        self._known = {node.get(_STYLE_ID, ""): node for node in _each(self._from)}
        self._ids: dict[str, str] = {}
        self._relations: dict[tuple[str, str], str] = {}
        self._came = self._noted = False
        self._edges: dict[str, str] = {}
        self.anchors: list[tuple[Element, Element]] = []
        """Paragraphs of the old file that somebody commented, and what became of each."""
        self.came_from: dict[str, str] = {}
        """Part of the new file → the old file's part that is woven into it, where the two have other names."""
        self.notes = {
            part: (old.tree(part), new.tree(part))
            for part, _ in _NOTES.values()
            if part in old.members and part in new.members
        }
        """Footnotes and endnotes of both, where both have such a part."""

    def became(self, old: Element, made: Element) -> None:
        """Remembers where comments of `old`, a paragraph or what holds some, go: into a copy or a paragraph."""
        if next(old.iter(_COMMENTED), None) is not None:
            self.anchors += zip(old.iter(_P), made.iter(_P), strict=False)

    def restyled(self, node: Element) -> Element:
        """A copy with the new file's names of styles."""
        copy = deepcopy(node)
        for named in copy.iter(*_NAMED):
            named.set(_VAL, self._style(named.get(_VAL, "")))
        return copy

    def copied(self, node: Element, part: str) -> Element:
        """A copy that can stand in the new file's `part`."""
        copy = self.restyled(node)
        for dropped in list(copy.iter(*_DROPPED)):
            _take_out(dropped)
        for one in list(copy.iter()):
            if isinstance(one.tag, str):
                self._relate(one, part)
        for reference in list(copy.iter(*_NOTES)):
            self._note(reference)
        return copy

    def has_notes(self, node: Element) -> bool:
        """Whether it refers to notes."""
        return bool(self.notes) and next(node.iter(*_NOTES), None) is not None

    def note_pairs(self, old: Element, new: Element) -> list[tuple[str, Element, Element]]:
        """The notes of two paragraphs that refer to as many, with their part."""
        found = []
        for tag, (part, kind) in _NOTES.items():
            for one, other in zip(old.iter(tag), new.iter(tag), strict=False):
                roots = self.notes.get(part)
                notes = [
                    _by_id(root, kind, node) for root, node in zip(roots or (), (one, other), strict=False)
                ]
                if len(notes) == 2 and notes[0] is not None and notes[1] is not None:
                    found.append((part, notes[0], notes[1]))
        return found

    def save(self) -> None:
        """The styles and notes, where there are new ones."""
        if self._came and self._to is not None:
            self._new.write(_STYLES, self._to)
        for part, (_, root) in self.notes.items():
            if self._noted:
                self._new.write(part, root)

    def touched(self) -> None:
        """The notes are other now."""
        self._noted = True

    def _note(self, reference: Element) -> None:
        """The note comes along under a number of its own; without a place for it the reference goes."""
        part, kind = _NOTES[str(reference.tag)]
        roots = self.notes.get(part)
        note = _by_id(roots[0], kind, reference) if roots else None
        if roots is None or note is None:
            _take_out(reference)
            return
        copy = self.copied(note, part)
        used = [one.get(_ID, "") for one in roots[1].iter(kind)]
        number = max((int(one) for one in used if one.isdecimal()), default=0) + 1
        copy.set(_ID, str(number))
        reference.set(_ID, str(number))
        roots[1].append(copy)
        self.touched()

    def _style(self, identity: str) -> str:
        if identity in self._ids:
            return self._ids[identity]
        node = self._known.get(identity)
        found = self._by_name.get(_name(node)) if node is not None else None
        self._ids[identity] = found or identity
        if node is None or found or self._to is None:
            return self._ids[identity]
        taken = {one.get(_STYLE_ID, "") for one in _each(self._to)}
        name = identity
        while name in taken:
            name += "Old"
        self._ids[identity] = name
        copy = deepcopy(node)
        copy.set(_STYLE_ID, name)
        if copy.get(qn("w:default")) is not None:
            del copy.attrib[qn("w:default")]
        self._to.append(copy)
        self._came = True
        for linked in copy.iter(*_LINKED):
            linked.set(_VAL, self._style(linked.get(_VAL, "")))
        return name

    def _relate(self, node: Element, part: str) -> None:
        for key, value in node.attrib.items():
            if str(key).startswith(_R_SPACE) and value:
                identity = self._relation(part, str(value))
                if identity:
                    node.set(key, identity)
                elif node.tag in (qn("w:headerReference"), qn("w:footerReference")):
                    _take_out(node)
                else:
                    del node.attrib[key]

    def _relation(self, part: str, identity: str) -> str:
        """The new file's id of what the old file's part calls `identity`; made where there is none yet."""
        if (part, identity) in self._relations:
            return self._relations[part, identity]
        rels, source = rels_of(part), rels_of(self.came_from.get(part, part))
        found = next((one for one in _relations(self._old, source) if one.get("Id") == identity), None)
        if found is None:
            return ""
        kind, target = found.get("Type", ""), found.get("Target", "")
        root = self._new.tree(rels) if rels in self._new.members else etree.fromstring(
            f'<Relationships xmlns="{PACKAGE_RELS}"/>'.encode()
        )  # fmt: skip
        if kind.endswith(_EDGES):
            target = self._edge(part, target, kind.rpartition("/")[2])
        same = next((one for one in root if (one.get("Type"), one.get("Target")) == (kind, target)), None)
        if same is not None and self._as_it_is(part, target, found):
            self._relations[part, identity] = same.get("Id", "")
            return self._relations[part, identity]
        used = {one.get("Id") for one in root}
        number = next(n for n in range(1, len(used) + 2) if f"rIdOld{n}" not in used)
        made = etree.SubElement(root, _REL, Id=f"rIdOld{number}", Type=kind, Target=target)
        if found.get("TargetMode") == "External":
            made.set("TargetMode", "External")
        elif not kind.endswith(_EDGES):
            made.set("Target", self._bring(part, target))
        self._new.write(rels, root)
        self._relations[part, identity] = made.get("Id", "")
        return self._relations[part, identity]

    def _as_it_is(self, part: str, target: str, relation: Element) -> bool:
        if relation.get("TargetMode") == "External" or relation.get("Type", "").endswith(_EDGES):
            return True
        path = _path(part, target)
        return self._old.members.get(path) == self._new.members.get(path)

    def _edge(self, part: str, target: str, kind: str) -> str:
        """The header or footer of a section that only the old file has, as it is there; its place for a relation."""
        path = _path(part, target)
        if path not in self._edges and path in self._old.members:
            root = self._old.tree(path)
            self._edges[path] = name = self.new_part(kind, path)
            for node in root:
                root.replace(node, self.copied(node, name))
            self._new.write(name, root)
        return posixpath.relpath(self._edges.get(path, path), posixpath.dirname(part))

    def new_part(self, kind: str, path: str) -> str:
        """The name of another header or footer in the new file for what the old one's `path` holds."""
        taken = self._new.members
        name = next(one for at in range(1, len(taken) + 2) if (one := f"word/{kind}Old{at}.xml") not in taken)
        taken[name] = b""
        self.came_from[name] = path
        self._new.declare(name, _EDGE_TYPE.format(kind))
        return name

    def _bring(self, part: str, target: str) -> str:
        """A picture under a name of its own."""
        path = _path(part, target)
        stem, suffix = posixpath.splitext(path)
        name, number = path, 0
        while name in self._new.members:
            number += 1
            name = f"{stem}_old{number}{suffix}"
        self._new.members[name] = self._old.members.get(path, b"")
        self._declare(suffix.lstrip("."))
        return posixpath.relpath(name, posixpath.dirname(part))

    def _declare(self, suffix: str) -> None:
        """The content type of a suffix, as the old file has it."""
        name = "[Content_Types].xml"
        root = self._new.tree(name)
        if any(one.get("Extension", "").lower() == suffix.lower() for one in root):
            return
        for one in self._old.tree(name):
            if one.get("Extension", "").lower() == suffix.lower():
                root.insert(0, deepcopy(one))
                self._new.write(name, root)
                return


def _take_out(node: Element) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def _path(part: str, target: str) -> str:
    """The part that a target of another part's relations means."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))


def _styles(package: Package) -> Element | None:
    return package.tree(_STYLES) if _STYLES in package.members else None


def _by_id(root: Element, kind: str, reference: Element) -> Element | None:
    return next((one for one in root.iter(kind) if one.get(_ID) == reference.get(_ID)), None)


def _each(root: Element | None) -> list[Element]:
    return list(root.iterchildren(qn("w:style"))) if root is not None else []


def _name(style: Element | None) -> str:
    named = style.find(qn("w:name")) if style is not None else None
    kind = style.get(qn("w:type"), "") if style is not None else ""
    return f"{kind}:{named.get(_VAL, '').lower()}" if named is not None else ""


def rels_of(part: str) -> str:
    """Where the relations of a part stand."""
    return posixpath.join(posixpath.dirname(part), "_rels", posixpath.basename(part) + ".rels")


def _relations(package: Package, rels: str) -> list[Element]:
    return list(package.tree(rels)) if rels in package.members else []
