"""Changes of repairs → tracked changes in an opened file, each asked for first whether it is possible."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from lxml import etree

from reporter.artefacts.seen.model import Para
from reporter.artefacts.seen.opened import Opened
from reporter.check.repair import Change, Say, Sheet, Stand, Type
from reporter.ooxml import looks
from reporter.ooxml.names import qn
from reporter.ooxml.spans import IN_REVISION, pieces
from reporter.ooxml.tracked import Edit, Revision, Tracker
from reporter.typeset.standard import SANHAO_PT

Element = etree._Element
_UNCLEAR = "文字里有域、文本框或隐藏文字，位置对不准"


class Pen:
    """One opened file under repair."""

    def __init__(self, opened: Opened, revision: Revision) -> None:
        self._opened = opened
        self._tracker = Tracker(revision, opened.trees.values())

    @property
    def made(self) -> frozenset[str]:
        """The ids of all changes written."""
        return frozenset(self._tracker.made)

    def why_not(self, change: Change) -> str:
        """Why a change is not possible here; empty when it is."""
        if isinstance(change, Sheet):
            section = self._opened.sections[change.number - 1]
            if section.find(qn("w:sectPrChange")) is not None:
                return IN_REVISION
            return (
                "" if all(section.find(qn(n)) is not None for n in ("w:pgSz", "w:pgMar")) else "没有写明纸张"
            )
        node = self._opened.node(change.para)
        if node is None:
            return _UNCLEAR
        if isinstance(change, Say):
            return self._tracker.why_not(node, Edit(change.start, change.end, change.new))
        if isinstance(change, Stand):
            return IN_REVISION if node.find(f"{qn('w:pPr')}/{qn('w:pPrChange')}") is not None else ""
        return _typed(node, change)

    def write(self, changes: Iterable[Change]) -> None:
        """All changes; text last, since it moves what stands behind it."""
        said: dict[int, list[Say]] = {}
        paras: dict[int, Para] = {}
        changes = tuple(changes)
        sizes = {one.para.number: one.size for one in changes if isinstance(one, Type) and one.size}
        for change in changes:
            match change:
                case Say():
                    said.setdefault(change.para.number, []).append(change)
                    paras[change.para.number] = change.para
                case Type():
                    for look in self._tracker.runs(self._node(change.para), change.start, change.end):
                        _type(look, change)
                case Stand():
                    size = sizes.get(change.para.number) or change.para.main.size or SANHAO_PT
                    _stand(self._tracker.paragraph(self._node(change.para)), change, size)
                case Sheet():
                    _sheet(self._tracker.section(self._opened.sections[change.number - 1]), change)
        for number, those in said.items():
            edits = [Edit(one.start, one.end, one.new) for one in those]
            self._tracker.edit(self._node(paras[number]), edits)

    def _node(self, para: Para) -> Element:
        node = self._opened.node(para)
        assert node is not None, "asked before"
        return node


def _typed(node: Element, change: Type) -> str:
    """Why the type of these characters cannot be changed."""
    at = 0
    for piece in pieces(node):
        if at < change.end and at + len(piece.text) > change.start:
            if piece.locked:
                return piece.locked
            if piece.run.find(f"{qn('w:rPr')}/{qn('w:rPrChange')}") is not None:
                return IN_REVISION
        at += len(piece.text)
    return ""


def _type(look: Element, change: Type) -> None:
    if change.face is not None:
        looks.set_face(look, change.face)
    if change.size is not None:
        looks.set_size(look, change.size)
    if change.bold is not None:
        looks.set_bold(look, change.bold)
    if change.black:
        looks.set_black(look)


def _stand(look: Element, change: Stand, size: float) -> None:
    """`size` pt is that of the text once all is written: indents count in its 字."""
    if change.align is not None:
        looks.set_align(look, change.align)
    if change.first is not None or change.left is not None:
        looks.set_indents(look, size, change.first, change.left)
    if change.pitch is not None:
        looks.set_pitch(look, change.pitch)
    for side, white in (("before", change.before), ("after", change.after)):
        if white is not None:
            looks.set_white(look, side, white)


def _sheet(section: Element, change: Sheet) -> None:
    if change.paper is not None:
        looks.set_paper(section, *change.paper)
    if change.edges is not None:
        looks.set_edges(section, change.edges)


def compatible(changes: Sequence[Change], new: Change) -> bool:
    """Whether `new` says nothing else about what one of the changes is about already."""
    return all(_compatible(one, new) for one in changes)


def _compatible(one: Change, other: Change) -> bool:
    if one == other or type(one) is not type(other):
        return True
    if isinstance(one, Sheet) and isinstance(other, Sheet):
        return one.number != other.number or _agree(one, other, ("paper", "edges"))
    if isinstance(one, Sheet) or isinstance(other, Sheet) or one.para.number != other.para.number:
        return True
    if isinstance(one, Stand):
        return _agree(one, other, ("align", "first", "left", "pitch", "before", "after"))
    assert not isinstance(other, Stand)
    if isinstance(one, Stand) or one.end < other.start or other.end < one.start:
        return True
    if isinstance(one, Say):
        meet = one.end == other.start or other.end == one.start
        return meet and not (one.start == one.end and other.start == other.end)
    return _agree(one, other, ("face", "size", "bold"))


def _agree(one: object, other: object, names: Iterable[str]) -> bool:
    get: Callable[[object, str], object] = getattr
    pairs = ((get(one, name), get(other, name)) for name in names)
    return all(a is None or b is None or a == b for a, b in pairs)
