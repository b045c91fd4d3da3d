"""Comments in the margin of a .docx: anchored at characters of a paragraph, the text itself untouched."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Final

from lxml import etree

from reporter.ooxml.names import NAMESPACES, OFFICE_RELS, PACKAGE_RELS, XML_SPACE, qn
from reporter.ooxml.package import Package

Element = etree._Element
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_EMPTY_RELS: Final = f'<Relationships xmlns="{PACKAGE_RELS}"/>'.encode()
_COMMENT = qn("w:comment")
_R, _T, _PPR, _RPR = qn("w:r"), qn("w:t"), qn("w:pPr"), qn("w:rPr")
_MARKS: Final = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_HIDDEN: Final = frozenset(
    (qn("w:del"), qn("w:moveFrom"), qn("w:txbxContent"), qn("w:rPrChange"), qn("w:pPrChange"))
)
_SIZE: Final = "18"
"""Half points; without it a comment would be set like the body, in 三号."""


class Comments:
    """The comments of one document. `put` adds one; `save` writes what was added into the package."""

    def __init__(self, package: Package, main: str, body: Element) -> None:
        self._package, self._main, self._body = package, main, body
        folder, file = posixpath.split(main)
        self._rels = posixpath.join(folder, "_rels", f"{file}.rels")
        self._part = comments_part(package, main) or _free(package, folder)
        known = self._part in package.members
        spaces: dict[str | None, str] = {"w": NAMESPACES["w"]}
        self._root = (
            package.tree(self._part) if known else etree.Element(qn("w:comments"), nsmap=spaces)  # type: ignore[arg-type]
        )
        used = [node.get(qn("w:id"), "") for node in (*self._root, *body.iter(qn("w:commentReference")))]
        self._next = max((int(one) for one in used if one.isdecimal()), default=-1) + 1

    def put(
        self, paragraph: Element, lines: Sequence[str], author: str, span: tuple[int, int] | None = None
    ) -> None:
        """A comment of these lines at the characters `span` of the paragraph's visible text, or at all of it."""
        identity = str(self._next)
        self._next += 1
        self._root.append(_comment(identity, author, lines))
        self._mark(paragraph, identity, span)

    @property
    def part(self) -> str:
        """Where the comments stand or will stand."""
        return self._part

    def told(self) -> Iterator[Element]:
        """The comments themselves."""
        yield from self._root.iterchildren(_COMMENT)

    def add(self, paragraph: Element, comment: Element, span: tuple[int, int] | None = None) -> None:
        """A comment that somebody else wrote, under a number of this document; author and date stay."""
        identity = str(self._next)
        self._next += 1
        comment.set(qn("w:id"), identity)
        self._root.append(comment)
        self._mark(paragraph, identity, span)

    def _mark(self, paragraph: Element, identity: str, span: tuple[int, int] | None) -> None:
        covered = _covered(paragraph, span) if span else []
        tops = covered or [node for node in paragraph if node.tag != _PPR]
        begin, end = _mark("w:commentRangeStart", identity), _mark("w:commentRangeEnd", identity)
        reference = etree.Element(_R)
        etree.SubElement(reference, qn("w:commentReference")).set(qn("w:id"), identity)
        if tops:
            paragraph.insert(paragraph.index(tops[0]), begin)
            place = paragraph.index(tops[-1]) + 1
            for offset, node in enumerate((end, reference)):
                paragraph.insert(place + offset, node)
        else:
            paragraph.extend((begin, end, reference))

    def save(self) -> None:
        """Writes the comments and the document; the package can be saved then."""
        package = self._package
        package.write(self._part, self._root)
        package.declare(self._part, _TYPE)
        if comments_part(package, self._main) is None:
            package.members.setdefault(self._rels, _EMPTY_RELS)
            folder = posixpath.dirname(self._main)
            package.relate(self._rels, "comments", posixpath.relpath(self._part, folder or "."))
        package.write(self._main, self._body.getroottree().getroot())


def comments_part(package: Package, main: str) -> str | None:
    """The part that the document names as its comments."""
    folder, file = posixpath.split(main)
    rels = posixpath.join(folder, "_rels", f"{file}.rels")
    if rels not in package.members:
        return None
    for relation in package.tree(rels):
        if relation.get("Type") == f"{OFFICE_RELS}/comments":
            name = posixpath.normpath(posixpath.join("/" + folder, relation.get("Target", ""))).lstrip("/")
            return name if name in package.members else None
    return None


def visible_text(paragraph: Element) -> str:
    """What is read of a paragraph: no deleted text, no text box anchored in it."""
    return "".join(text for _, text in _pieces(paragraph))


def _pieces(paragraph: Element) -> Iterator[tuple[Element, str]]:
    """Nodes that print something, with it."""
    for node in _shown(paragraph):
        if node.tag == _T:
            yield node, node.text or ""
        elif node.tag in _MARKS:
            yield node, _MARKS[str(node.tag)]


def _shown(node: Element) -> Iterator[Element]:
    """Below a paragraph in order, but for what does not belong to its own text."""
    stack = [iter(node)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag not in _HIDDEN and child.tag not in (_PPR, _RPR):
            yield child
            stack.append(iter(child))


def _covered(paragraph: Element, span: tuple[int, int]) -> list[Element]:
    """The paragraph's own children that hold the span; runs that reach beyond it are parted at its ends."""
    for at in sorted(span, reverse=True):
        _part_at(paragraph, at)
    found: list[Element] = []
    place = 0
    for node, text in _pieces(paragraph):
        if text and place < span[1] and place + len(text) > span[0]:
            top = _top(paragraph, node)
            if not found or found[-1] is not top:
                found.append(top)
        place += len(text)
    return found


def _part_at(paragraph: Element, at: int) -> None:
    """Parts the run that holds character `at` in two alike, when it stands in the paragraph itself."""
    place = 0
    for node, text in _pieces(paragraph):
        if place <= at < place + len(text):
            run = node.getparent()
            if run is not None and run.tag == _R and run.getparent() is paragraph:
                _part_run(run, node, at - place)
            return
        place += len(text)


def _part_run(run: Element, node: Element, offset: int) -> None:
    """All of the run from character `offset` of its child `node` goes into a run of its own."""
    before = [child for child in list(run)[: run.index(node)] if child.tag != _RPR]
    if offset == 0 and not before:
        return
    second = etree.Element(_R, attrib={str(name): str(value) for name, value in run.attrib.items()})
    look = run.find(_RPR)
    if look is not None:
        second.append(deepcopy(look))
    moved = list(run)[run.index(node) + (1 if offset else 0) :]
    if offset:
        text = node.text or ""
        rest = etree.SubElement(second, _T)
        node.text, rest.text = text[:offset], text[offset:]
        node.set(XML_SPACE, "preserve")
        rest.set(XML_SPACE, "preserve")
    second.extend(moved)
    run.addnext(second)


def _top(paragraph: Element, node: Element) -> Element:
    """The paragraph's child around the node."""
    while (above := node.getparent()) is not paragraph and above is not None:
        node = above
    return node


def _mark(name: str, identity: str) -> Element:
    found = etree.Element(qn(name))
    found.set(qn("w:id"), identity)
    return found


def _comment(identity: str, author: str, lines: Sequence[str]) -> Element:
    found = etree.Element(qn("w:comment"))
    for name, value in (("w:id", identity), ("w:author", author), ("w:initials", author)):
        found.set(qn(name), value)
    for line in lines or ("",):
        paragraph = etree.SubElement(found, qn("w:p"))
        look = etree.SubElement(paragraph, _PPR)
        spacing = etree.SubElement(look, qn("w:spacing"))
        spacing.set(qn("w:line"), "240")
        spacing.set(qn("w:lineRule"), "auto")
        indent = etree.SubElement(look, qn("w:ind"))
        indent.set(qn("w:firstLineChars"), "0")
        indent.set(qn("w:firstLine"), "0")
        etree.SubElement(look, qn("w:jc")).set(qn("w:val"), "left")
        run = etree.SubElement(paragraph, _R)
        size = etree.SubElement(run, _RPR)
        for name in ("w:sz", "w:szCs"):
            etree.SubElement(size, qn(name)).set(qn("w:val"), _SIZE)
        text = etree.SubElement(run, _T)
        text.text = line
        text.set(XML_SPACE, "preserve")
    return found


def _free(package: Package, folder: str) -> str:
    names = (
        posixpath.join(folder, f"comments{number or ''}.xml") for number in range(len(package.members) + 1)
    )
    return next(name for name in names if name not in package.members)
