"""Paragraphs and tables of two drafts as one sequence with tracked changes, level by level."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import Final

from lxml import etree

from reporter.diff.folding import folded
from reporter.diff.model import Edit
from reporter.diff.pairing import Item, Woven, pair, weave
from reporter.diff.revision_ends import lend_ends
from reporter.diff.revision_import import Importer
from reporter.diff.revision_marks import Marker, written
from reporter.diff.revision_moves import Move, native_moves
from reporter.diff.revision_tables import Rows, same_grid
from reporter.diff.revision_text import (
    edit_paragraph,
    mark_moved,
    replace_content,
)
from reporter.ooxml.names import qn
from reporter.ooxml.spans import text_of

Element = etree._Element
_P, _TBL, _SDT, _PPR, _SECT = qn("w:p"), qn("w:tbl"), qn("w:sdt"), qn("w:pPr"), qn("w:sectPr")
_BLOCKS: Final = (_P, _TBL, _SDT)
_CONTENT: Final = qn("w:sdtContent")


class Weaver:
    """Brings the old draft's blocks into the new draft's tree of `part`, marked so that either can be had again."""

    def __init__(self, marker: Marker, importer: Importer, part: str) -> None:
        self._marker, self._importer, self._part = marker, importer, part
        self.sections: list[tuple[Element, Element]] = []
        """Sections of both drafts that end in one paragraph."""

    def blocks(self, old: Element, new: Element) -> None:
        """Everything below two containers: bodies, cells, headers, controls."""
        left, right = _blocks(old), _blocks(new)
        same = [written(one) for one in left] == [written(one) for one in right]
        if same and not self._importer.has_notes(new):
            for one, other in zip(left, right, strict=True):
                self._ends_section(one, other)
            return
        woven = _woven(left, right)
        moves = {
            b: Move(self._marker.next_move(), changes)
            for b, changes in self._moves(woven, left, right).items()
        }
        done: list[tuple[str, Element]] = []
        for kind, a, b in woven:
            if kind == "same" and a is not None and b is not None:
                done += self._pair(left[a], right[b])
            elif kind in ("deleted", "moved_away") and a is not None:
                done.append(("del", self._gone(left[a], moves.get(b) if b is not None else None)))
                self._importer.became(left[a], done[-1][1] if b is None else right[b])
            elif b is not None:
                self._come(right[b], moves.get(b))
                done.append(("ins", right[b]))
            self._settle(done, new, right)
        lend_ends(self._marker, done)

    def _moves(
        self, woven: Sequence[Woven], left: Sequence[Element], right: Sequence[Element]
    ) -> Mapping[int, tuple[Edit, ...]]:
        if all(kind != "moved" for kind, _, _ in woven):
            return {}
        return native_moves(self._marker, woven, [self._importer.restyled(one) for one in left], right)

    def _settle(self, done: Sequence[tuple[str, Element]], new: Element, right: Sequence[Element]) -> None:
        """What came from the old draft stands behind what was done before it."""
        kind, node = done[-1]
        if kind != "del" or node.getparent() is not None:
            return
        if len(done) > 1:
            done[-2][1].addnext(node)
        elif right:
            right[0].addprevious(node)
        else:
            new.insert(0, node)

    def _pair(self, old: Element, new: Element) -> list[tuple[str, Element]]:
        """Two that are one; where its changes cannot be told inside, the old one goes and the new one comes."""
        self._ends_section(old, new)
        if new.tag == _P:
            self._importer.became(old, new)
        if written(old) == written(new):
            if new.tag == _P:
                self._notes(old, new)
            return [("same", new)]
        if new.tag == _SDT:
            before, after = old.find(_CONTENT), new.find(_CONTENT)
            if before is not None and after is not None:
                self.blocks(before, after)
            return [("same", new)]
        restyled = self._importer.restyled(old)
        if new.tag == _TBL:
            self._table(restyled, new)
            return [("same", new)]
        if edit_paragraph(self._marker, restyled, new):
            self._section(restyled, new)
            self._notes(restyled, new)
            return [("same", new)]
        if replace_content(self._marker, self._importer.copied(old, self._part), new):
            self._section(restyled, new)
            return [("same", new)]
        gone = self._gone(old)
        new.addprevious(gone)
        self._come(new)
        return [("del", gone), ("ins", new)]

    def _ends_section(self, old: Element, new: Element) -> None:
        before, after = old.find(f"{_PPR}/{_SECT}"), new.find(f"{_PPR}/{_SECT}")
        if before is not None and after is not None:
            self.sections.append((before, after))

    def all_come(self, container: Element) -> None:
        """Everything in a container that the old draft has not; its last end stays."""
        *others, last = _blocks(container)
        for node in others:
            self._come(node)
        if last.tag == _P:
            self._marker.content(last, "w:ins")

    def all_gone(self, old: Element, new: Element) -> None:
        """Everything of a container that the new draft has not, into the empty one `new`; its last end stays."""
        *others, last = _blocks(old)
        new.extend(self._gone(node) for node in others)
        copy = self._importer.copied(last, self._part)
        self._marker.content(copy, "w:del")
        new.append(copy)

    def _notes(self, old: Element, new: Element) -> None:
        """What the notes of the paragraph say."""
        for part, before, after in self._importer.note_pairs(old, new):
            if written(before) != written(after):
                Weaver(self._marker, self._importer, part).blocks(before, after)
                self._importer.touched()

    def _section(self, old: Element, new: Element) -> None:
        before, after = old.find(f"{_PPR}/{_SECT}"), new.find(f"{_PPR}/{_SECT}")
        if before is not None and after is not None:
            keep_section(self._marker, before, after)

    def _table(self, old: Element, new: Element) -> None:
        Rows(self._marker, self._importer, self._part, self.blocks).weave(old, new, same_grid(old, new))

    def _gone(self, old: Element, move: Move | None = None) -> Element:
        """A copy of a block of the old draft, marked as going."""
        copy = self._importer.copied(old, self._part)
        if move:
            mark_moved(self._marker, copy, move.changes, "delete")
            self._marker.move(copy, "w:moveFrom", move.number)
        else:
            self._mark(copy, "w:del")
        return copy

    def _come(self, new: Element, move: Move | None = None) -> None:
        if move:
            mark_moved(self._marker, new, move.changes, "insert")
            self._marker.move(new, "w:moveTo", move.number)
        else:
            self._mark(new, "w:ins")

    def _mark(self, node: Element, name: str) -> None:
        if node.tag == _P:
            self._marker.paragraph(node, name)
        elif node.tag == _TBL:
            for row in node.iterchildren(qn("w:tr")):
                self._marker.row(row, name)
        else:
            for inner in _blocks(node.find(_CONTENT)):
                self._mark(inner, name)


def keep_section(marker: Marker, old: Element, new: Element) -> None:
    """Paper, margins and columns of the old draft as the former ones, where they are other."""
    references = (qn("w:headerReference"), qn("w:footerReference"))
    if marker.told(old, references) != marker.told(new, references):
        marker.former(new, old, references)


def _blocks(container: Element | None) -> list[Element]:
    return [node for node in container if node.tag in _BLOCKS] if container is not None else []


def _items(blocks: Sequence[Element]) -> list[Item]:
    return [Item(folded(_text(one)), _sort(one)) for one in blocks]


def _text(node: Element) -> str:
    if node.tag == _P:
        return text_of(node)
    return "\n".join(text_of(one) for one in node.iter(_P))


def _sort(node: Element) -> str:
    """Only things of one sort are paired: a paragraph that ends a section is another sort."""
    ends = node.tag == _P and node.find(f"{_PPR}/{_SECT}") is not None
    return f"{etree.QName(node).localname}{'§' if ends else ''}"


def _woven(left: Sequence[Element], right: Sequence[Element]) -> list[Woven]:
    """Both sides in one order that leaves a last paragraph to both."""
    before, after = _items(left), _items(right)
    found = pair(before, after)
    woven = _with_plain_end(weave(found, before, after))
    if _closed(woven, left, right) or not left or not right:
        return woven
    a, b = len(left) - 1, len(right) - 1
    if left[a].tag != right[b].tag:
        return woven
    found = [one for one in found if one[0] != a and one[1] != b]
    return _with_plain_end(weave([*found, (a, b)], before, after))


def _closed(woven: Sequence[Woven], left: Sequence[Element], right: Sequence[Element]) -> bool:
    """Whether the end can be told: both sides end in one block, or paragraphs of one side follow a shared one."""
    tail = list(takewhile(lambda one: one[0] != "same", reversed(woven)))
    if not tail:
        return True
    nodes = [right[b] if b is not None else left[a or 0] for _, a, b in tail]
    one_side = len({kind for kind, _, _ in tail}) == 1 and all(node.tag == _P for node in nodes)
    if not one_side or len(tail) == len(woven):
        return False
    _, _, shared = woven[len(woven) - len(tail) - 1]
    return shared is not None and right[shared].tag == _P and right[shared].find(f"{_PPR}/{_SECT}") is None


def _with_plain_end(woven: Sequence[Woven]) -> list[Woven]:
    """Moves at the very end are told as going and coming: there is no end of a paragraph to move."""
    tail = len(list(takewhile(lambda one: one[0] != "same", reversed(woven))))
    ends = {(a, b) for kind, a, b in woven[len(woven) - tail :] if kind in ("moved", "moved_away")}
    found: list[Woven] = []
    for kind, a, b in woven:
        if (a, b) in ends and kind in ("moved", "moved_away"):
            found.append(("inserted", None, b) if kind == "moved" else ("deleted", a, None))
        else:
            found.append((kind, a, b))
    return found
