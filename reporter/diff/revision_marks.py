"""Marks of tracked changes that put two drafts into one file: on runs, ends of paragraphs, rows and properties.

Others' changes stay as they are, inside ours where ours covers them: what 张 inserted and we delete is both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import Final

from lxml import etree

from reporter.ooxml.names import COMING, GOING, REVISED, qn
from reporter.ooxml.ordered import put
from reporter.ooxml.tracked import Marks, Revision

Element = etree._Element
_R, _P, _PPR, _RPR, _ID = qn("w:r"), qn("w:p"), qn("w:pPr"), qn("w:rPr"), qn("w:id")
CHANGES: Final = tuple(
    qn(f"w:{name}Change") for name in ("rPr", "pPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "tblPrEx")
)
OPEN: Final = (*COMING, *GOING, *CHANGES)
"""Whatever says that a change waits for somebody's decision."""


class Marker(Marks):
    """Makes the marks of one revision.

    With `loose`, drafts that two programs wrote, only properties count that both put down in the same way.
    """

    def __init__(self, revision: Revision, roots: Iterable[Element], loose: bool = False) -> None:
        super().__init__(revision, roots)
        self._loose = loose
        self._moves = 0

    def paragraph(self, paragraph: Element, name: str) -> None:
        """A whole paragraph: its runs and its end."""
        self.end(paragraph, name)
        self.content(paragraph, name)

    def end(self, paragraph: Element, name: str) -> None:
        """The end of a paragraph only."""
        look = paragraph.find(_PPR)
        if look is None:
            look = etree.Element(_PPR)
            paragraph.insert(0, look)
        own = look.find(_RPR)
        if own is None:
            own = etree.Element(_RPR)
            place = next((at for at, node in enumerate(look) if node.tag in _BEHIND_RPR), len(look))
            look.insert(place, own)
        if own.find(qn(name)) is None:
            before = REVISED[: REVISED.index(qn(name))]
            own.insert(sum(node.tag in before for node in own), self.made(name))

    def content(self, paragraph: Element, name: str) -> None:
        """All runs of a paragraph, those inside of links and controls too."""
        coming = qn(name) in COMING
        for run in [one for one in paragraph.iter(_R) if _outermost(one, paragraph)]:
            parent = run.getparent()
            assert parent is not None
            if parent.tag in (COMING if coming else GOING):
                continue
            if coming and parent.tag in GOING:
                above = parent.getparent()
                if above is not None and above.tag not in COMING:
                    self.around(parent, name)
                continue
            self.around(run, name)

    def move(self, paragraph: Element, name: str, number: int) -> None:
        """A whole paragraph as one end of move `number`: `w:moveFrom` or `w:moveTo`, its range around it."""
        self.paragraph(paragraph, name)
        start = self.made(f"{name}RangeStart")
        start.set(qn("w:name"), f"move{number}")
        end = etree.Element(qn(f"{name}RangeEnd"))
        end.set(_ID, start.get(_ID, ""))
        paragraph.insert(1, start)
        paragraph.append(end)

    def next_move(self) -> int:
        """The number of another move."""
        self._moves += 1
        return self._moves

    def row(self, row: Element, name: str) -> None:
        """A whole row and all that stands in it."""
        look = row.find(qn("w:trPr"))
        if look is None:
            look = etree.Element(qn("w:trPr"))
            row.insert(0 if row.find(qn("w:tblPrEx")) is None else 1, look)
        if all(node.tag in _ROW_MARKS for node in look):
            # The schema wants a property before the marks; this one says what holds without it.
            put(look, "w:cantSplit", val="off")
        if look.find(qn(name)) is None:
            place = next((at for at, node in enumerate(look) if node.tag in _BEHIND_ROW), len(look))
            if name == "w:ins":
                place = next((at for at, node in enumerate(look) if node.tag == qn("w:del")), place)
            look.insert(place, self.made(name))
        for paragraph in row.iter(_P):
            self.paragraph(paragraph, name)

    def former(self, look: Element, old: Element | None, without: Sequence[str] = ()) -> None:
        """The properties `look` are another now; those of `old` were the former ones, as the last child."""
        name = etree.QName(look).localname
        if look.find(qn(f"w:{name}Change")) is not None:
            return
        change = self.numbered("w:tblGridChange") if name == "tblGrid" else self.made(f"w:{name}Change")
        was = etree.SubElement(change, look.tag)
        for key, value in (old.attrib if old is not None else {}).items():
            was.set(key, value)
        was.extend(deepcopy(node) for node in kept(old, without))
        look.append(change)

    def told(self, look: Element | None, without: Sequence[str] = ()) -> list[bytes]:
        """What properties say, to be compared with those of the other draft."""
        if self._loose and look is not None and look.tag not in _SURELY:
            return []
        return [written(node) for node in kept(look, without) if not self._loose or node.tag in _SURE]


def kept(look: Element | None, without: Sequence[str] = ()) -> list[Element]:
    """The properties themselves, without marks and history."""
    left_out = {*REVISED, *CHANGES, *without}
    return [node for node in look if node.tag not in left_out] if look is not None else []


_SURE: Final = frozenset(
    qn(f"w:{name}")
    for name in (
        "pStyle",
        "rStyle",
        "jc",
        "b",
        "i",
        "u",
        "strike",
        "color",
        "highlight",
        "vertAlign",
        "pgSz",
        "pgMar",
    )
)
_SURELY: Final = (_PPR, _RPR, qn("w:sectPr"))
_BEHIND_RPR: Final = frozenset((qn("w:sectPr"), qn("w:pPrChange")))
_BEHIND_ROW: Final = frozenset((qn("w:trPrChange"),))
_ROW_MARKS: Final = frozenset((qn("w:ins"), qn("w:del"), qn("w:trPrChange")))


def _outermost(run: Element, paragraph: Element) -> bool:
    """Whether the run belongs to the paragraph and stands in no other run (a text box, a phonetic guide)."""
    return next(run.iterancestors(_P, _R), None) is paragraph


def opened(node: Element) -> bool:
    """Whether somebody's changes wait in it."""
    return next(node.iter(*OPEN), None) is not None


def written(node: Element) -> bytes:
    """The element letter by letter, whatever was declared above it: what is written alike says the same."""
    return etree.tostring(node, method="c14n", exclusive=True, with_tail=False)
