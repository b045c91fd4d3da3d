"""Ends of paragraphs where none may come or go: the last one of a container, the one before a table, and where words
and a whole paragraph are one insertion.

The paragraph above lends its end: what is marked is the end between the two, and the last one keeps its own with the
properties that it needs on either side.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from itertools import takewhile

from lxml import etree

from reporter.diff.revision_marks import Marker
from reporter.diff.revision_text import keep_paragraph
from reporter.ooxml.names import qn

Element = etree._Element
Done = Sequence[tuple[str, Element]]
"""What was written, in order: `same`, `del` or `ins` and the block."""
_P, _PPR, _SECT, _TBL = qn("w:p"), qn("w:pPr"), qn("w:sectPr"), qn("w:tbl")


def lend_ends(marker: Marker, done: Done) -> None:
    """Before every table, at the end of the container, and where new paragraphs follow new words."""
    start = 0
    for at in range(len(done) + 1):
        if at == len(done) or done[at][1].tag == _TBL:
            _lend(marker, done[start:at])
            start = at
    for at, (kind, node) in enumerate(done):
        if kind == "same" and _ends_new(node):
            come = list(takewhile(lambda one: _new_end(one[1]), done[at + 1 :]))
            _lend(marker, done[at : at + 1 + len(come)])


def _ends_new(paragraph: Element) -> bool:
    """Whether its last words are new: LibreOffice takes those and the new paragraph behind them for one insertion, the
    end between the two included."""
    runs = list(paragraph.iterchildren(qn("w:r"), qn("w:ins"), qn("w:del"))) if paragraph.tag == _P else []
    return bool(runs) and runs[-1].tag == qn("w:ins")


def _new_end(node: Element) -> bool:
    return node.tag == _P and node.find(f"{_PPR}/{qn('w:rPr')}/{qn('w:ins')}") is not None


def _lend(marker: Marker, done: Done) -> None:
    """The last paragraphs of these blocks, if all of them come or all of them go behind one that stays."""
    last = len(done)
    while last and done[last - 1][0] != "same" and done[last - 1][1].tag == _P:
        last -= 1
    tail = done[last:]
    if not tail or not last or len({kind for kind, _ in tail}) != 1:
        return
    kind, before = done[last - 1]
    if before.tag != _P or kind != "same" or any(_own_place(node) for node in (before, tail[-1][1])):
        return
    name, node = f"w:{tail[0][0]}", tail[-1][1]
    if before.find(f"{_PPR}/{qn('w:rPr')}/{qn(name)}") is not None:
        return
    marks = list(node.iterfind(f"{_PPR}/{qn('w:rPr')}/{qn(name)}"))
    for mark in marks:
        mark.getparent().remove(mark)  # type: ignore[union-attr]
    if not marks:
        return
    marker.end(before, name)
    former = _former(before)
    if name == "w:ins":
        keep_paragraph(marker, former, node)
    else:
        was = deepcopy(node)
        _take_look(node, before)
        keep_paragraph(marker, was, node)


def _own_place(paragraph: Element) -> bool:
    """Whether it ends a section or stands in a frame."""
    return any(paragraph.find(f"{_PPR}/{tag}") is not None for tag in (_SECT, qn("w:framePr")))


def _former(paragraph: Element) -> Element:
    """The paragraph with the properties that it had in the old draft."""
    copy = deepcopy(paragraph)
    look = copy.find(_PPR)
    change = look.find(qn("w:pPrChange")) if look is not None else None
    if look is None or change is None:
        return copy
    was = change.find(_PPR)
    look[:] = list(was) if was is not None else []
    return copy


def _take_look(paragraph: Element, other: Element) -> None:
    """The properties of another paragraph, but its own end and section."""
    own, theirs = paragraph.find(_PPR), other.find(_PPR)
    stays = [one for one in own if one.tag in (qn("w:rPr"), _SECT)] if own is not None else []
    taken = [
        deepcopy(one) for one in theirs if one.tag not in (qn("w:rPr"), _SECT, qn("w:pPrChange"))
    ] if theirs is not None else []  # fmt: skip
    if own is None:
        own = etree.Element(_PPR)
        paragraph.insert(0, own)
    own[:] = [*taken, *stays]
