"""Tracked changes in WordprocessingML (ECMA-376 part 1, 17.13.5): what Word shows for acceptance or rejection.

    tracker = Tracker(Revision("公文检查", "2026-03-06T00:00:00Z"), roots)
    tracker.edit(paragraph, [Edit(4, 5, "〔")])                  # characters of its text, as `spans.text_of` gives it
    ordered.put(tracker.paragraph(paragraph), "w:jc", val="center")

Property changes keep the former properties; runs are parted where a change begins or ends and keep their look and
their w:rsid. What stands in somebody else's insertion, a field or an answer control is not touched: `Locked`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from itertools import pairwise
from typing import Final

from lxml import etree
from msgspec import Struct

from reporter.ooxml.names import REVISED, XML_SPACE, qn
from reporter.ooxml.ordered import put
from reporter.ooxml.spans import IN_REVISION, Piece, alone, part_after, part_before, pieces

Element = etree._Element
_R, _T, _P, _PPR, _RPR, _ID = qn("w:r"), qn("w:t"), qn("w:p"), qn("w:pPr"), qn("w:rPr"), qn("w:id")
_INS, _DEL = qn("w:ins"), qn("w:del")
_DELETED: Final = {_T: qn("w:delText"), qn("w:instrText"): qn("w:delInstrText")}
_REFERENCES: Final = (qn("w:headerReference"), qn("w:footerReference"))
_UNDECIDED: Final = frozenset("“”‘’…—·")
"""Signs that Word sets in the Latin face unless told that they are East Asian."""


class Locked(Exception):
    """These characters or properties may not be changed; the message is a Chinese reason."""


class Revision(Struct, frozen=True):
    """Whose changes, and when: `date` as 2026-03-06T00:00:00Z."""

    author: str
    date: str


class Edit(Struct, frozen=True):
    """Characters `start` to `end` of a paragraph's text give way to `new`; one of the two may be empty."""

    start: int
    end: int
    new: str = ""


class Marks:
    """New elements of one revision, with ids that nothing in `roots` has, all trees of the file. `given` are their
    ids."""

    def __init__(self, revision: Revision, roots: Iterable[Element]) -> None:
        self._revision = revision
        used = (node.get(_ID, "") for root in roots for node in root.iter() if isinstance(node.tag, str))
        self._next = max((int(one) for one in used if one.isdecimal() and len(one) < 10), default=0) + 1
        self.given: set[str] = set()

    def numbered(self, name: str) -> Element:
        """An empty element with an id of its own."""
        identity = str(self._next)
        self._next += 1
        self.given.add(identity)
        return etree.Element(qn(name), {_ID: identity})

    def made(self, name: str) -> Element:
        """The same with author and date."""
        node = self.numbered(name)
        node.set(qn("w:author"), self._revision.author)
        node.set(qn("w:date"), self._revision.date)
        return node

    def around(self, run: Element, name: str) -> Element:
        """A new mark with the run inside: `w:ins`, `w:del`, `w:moveFrom`, `w:moveTo`."""
        made = self.made(name)
        run.addprevious(made)
        made.append(run)
        if name == "w:del":
            as_deleted(run)
        return made


class Tracker:
    """Writes changes into trees of one file (`roots`: the document, its headers and footers). `made` are their ids."""

    def __init__(self, revision: Revision, roots: Iterable[Element]) -> None:
        self._marks = Marks(revision, roots)
        self.made = self._marks.given

    def why_not(self, paragraph: Element, edit: Edit) -> str:
        """Why the edit is not possible; empty when it is."""
        found = pieces(paragraph)
        covered = list(_between(found, edit.start, edit.end))
        if edit.end > sum(len(one.text) for one in found):
            return "文字对不上"
        if covered:
            return next((piece.locked for piece, _, _ in covered if piece.locked), "")
        return "" if edit.start == edit.end and _anchor(found, edit.start) is not None else IN_REVISION

    def edit(self, paragraph: Element, edits: Sequence[Edit]) -> None:
        """All edits of one paragraph at once; positions are those before the first. Raises Locked with nothing done,
        ValueError for edits that overlap."""
        ordered = sorted(edits, key=lambda one: (one.start, one.end))
        if any(one.end > other.start for one, other in pairwise(ordered)):
            raise ValueError("edits overlap")
        for one in ordered:
            if reason := self.why_not(paragraph, one):
                raise Locked(reason)
        for one in reversed(ordered):
            self._edit(paragraph, one)

    def runs(self, paragraph: Element, start: int, end: int) -> list[Element]:
        """The w:rPr of every run of these characters, parted from the others and its former state kept: change what
        is given. Raises Locked with nothing done."""
        covered = list(_between(pieces(paragraph), start, end))
        for piece, _, _ in covered:
            if piece.locked or self._changed(piece.run.find(_RPR), "w:rPrChange"):
                raise Locked(piece.locked or IN_REVISION)
        return [self._run_look(alone(*one)) for one in covered]

    def paragraph(self, paragraph: Element) -> Element:
        """Its w:pPr, the former state kept. Raises Locked when another change of it is open."""
        look = paragraph.find(_PPR)
        if self._changed(look, "w:pPrChange"):
            raise Locked(IN_REVISION)
        if look is None:
            look = etree.Element(_PPR)
            paragraph.insert(0, look)
        self._keep(look, "w:pPrChange", (_RPR, qn("w:sectPr")))
        return look

    def section(self, section: Element) -> Element:
        """The w:sectPr itself, its former state kept. Raises Locked when another change of it is open."""
        if self._changed(section, "w:sectPrChange"):
            raise Locked(IN_REVISION)
        self._keep(section, "w:sectPrChange", _REFERENCES)
        return section

    def _edit(self, paragraph: Element, edit: Edit) -> None:
        found = pieces(paragraph)
        covered = list(_between(found, edit.start, edit.end))
        place: Element | None = None
        look: Element | None = None
        for piece, begin, end in covered:
            run = alone(piece, begin, end)
            look = run.find(_RPR) if place is None else look
            place = self._deleted(run, place)
        if not edit.new:
            return
        if place is None:
            anchor = _anchor(found, edit.start)
            assert anchor is not None
            self._inserted(paragraph, anchor, edit.new)
        else:
            place.addnext(self._insertion(look, edit.new))

    def _deleted(self, run: Element, last: Element | None) -> Element:
        """The run inside the deletion before it when that is this edit's own, else in one of its own."""
        if last is not None and run.getprevious() is last:
            last.append(run)
            as_deleted(run)
            return last
        return self._wrap(run, "w:del")

    def _inserted(self, paragraph: Element, anchor: tuple[Piece | None, int], text: str) -> None:
        piece, at = anchor
        if piece is None:
            end = paragraph.find(f"{_PPR}/{_RPR}")
            runs = [one for one in paragraph.iter(_R) if _owner(one) is paragraph]
            made = self._insertion(runs[-at].find(_RPR) if runs else end, text)
            paragraph.insert(len(paragraph) if at else int(paragraph.find(_PPR) is not None), made)
        elif at:
            run = part_after(piece, at)
            run.addnext(self._insertion(run.find(_RPR), text))
        else:
            run = part_before(piece)
            run.addprevious(self._insertion(run.find(_RPR), text))

    def _insertion(self, look: Element | None, text: str) -> Element:
        made = self._marks.made("w:ins")
        run = etree.SubElement(made, _R)
        if look is not None:
            run.append(_plain(look))
        if _UNDECIDED.intersection(text):
            _east_asian(run)
        for at, part in enumerate(text.split("\n")):
            if at:
                etree.SubElement(run, qn("w:br"))
            if part:
                node = etree.SubElement(run, _T)
                node.text = part
                node.set(XML_SPACE, "preserve")
        return made

    def _wrap(self, run: Element, kind: str) -> Element:
        if run.getparent() is not None and run.getparent().tag == _DEL:  # type: ignore[union-attr]
            return run.getparent()  # type: ignore[return-value]
        return self._marks.around(run, kind)

    def _run_look(self, run: Element) -> Element:
        look = run.find(_RPR)
        if look is None:
            look = etree.Element(_RPR)
            run.insert(0, look)
        self._keep(look, "w:rPrChange", ())
        return look

    def _keep(self, look: Element, name: str, without: Sequence[str]) -> None:
        """The former properties as the last child, once."""
        if look.find(qn(name)) is not None:
            return
        former = etree.Element(look.tag)
        for key, value in look.attrib.items():
            former.set(key, value)
        former.extend(
            deepcopy(child) for child in look if child.tag not in without and child.tag not in REVISED
        )
        change = self._marks.made(name)
        change.append(former)
        look.append(change)

    def _changed(self, look: Element | None, name: str) -> bool:
        """Whether somebody else's change of these properties is open."""
        change = look.find(qn(name)) if look is not None else None
        return change is not None and change.get(_ID) not in self.made


def _between(found: Iterable[Piece], start: int, end: int) -> Iterator[tuple[Piece, int, int]]:
    """The pieces of these characters, with the part of each that is meant."""
    at = 0
    for piece in found:
        first, last = max(start - at, 0), min(end - at, len(piece.text))
        if first < last:
            yield piece, first, last
        at += len(piece.text)


def _anchor(found: Sequence[Piece], place: int) -> tuple[Piece | None, int] | None:
    """Where to insert: behind `at` characters of a piece, in front of it (0), at the paragraph's end (None, 1) or its
    begin (None, 0)."""
    at, left, right = 0, None, None
    for piece in found:
        if at < place <= at + len(piece.text):
            left = piece, place - at
        if at == place and piece.text:
            right = right or (piece, 0)
        at += len(piece.text)
    if left is not None and left[1] < len(left[0].text):
        return None if left[0].locked else left
    for one in (left, right):
        if one is not None and not one[0].locked:
            return one
    return (None, int(place > 0 or not at)) if place in (0, at) else None


def _owner(run: Element) -> Element | None:
    return next(run.iterancestors(_P), None)


def as_deleted(run: Element) -> None:
    """What stands in a run of a deletion is called otherwise."""
    for node in run:
        node.tag = _DELETED.get(str(node.tag), str(node.tag))


def _plain(look: Element) -> Element:
    """The same look without its history."""
    copy = etree.Element(_RPR)
    copy.extend(
        deepcopy(child) for child in look if child.tag != qn("w:rPrChange") and child.tag not in REVISED
    )
    return copy


def _east_asian(run: Element) -> None:
    look = run.find(_RPR)
    if look is None:
        look = etree.Element(_RPR)
        run.insert(0, look)
    fonts = look.find(qn("w:rFonts"))
    if fonts is None:
        fonts = put(look, "w:rFonts")
    fonts.set(qn("w:hint"), "eastAsia")
