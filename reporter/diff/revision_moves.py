"""Which moves of a redline are native ones (w:moveFrom, w:moveTo); the others are told as going and coming.

Native are paragraphs. Where one was edited too, only if the paragraph behind it stands alike, at both places:
LibreOffice gives what follows a partly moved paragraph its look. None stands before a table: LibreOffice keeps its
end there. Rows have no native move in Word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from reporter.diff.model import Edit
from reporter.diff.pairing import Woven
from reporter.diff.revision_marks import kept, written
from reporter.diff.revision_text import moved_changes
from reporter.ooxml.names import qn

Element = etree._Element
_P, _PPR = qn("w:p"), qn("w:pPr")
_STAYS: Final = (qn("w:rPr"), qn("w:sectPr"))


@dataclass(frozen=True)
class Move:
    """A native move: its number in the file and what was edited on the way."""

    number: int
    changes: tuple[Edit, ...]


def native_moves(
    woven: Sequence[Woven], left: Sequence[Element], right: Sequence[Element]
) -> Mapping[int, tuple[Edit, ...]]:
    """Index on the new side of each paragraph that Word can call moved, with its edits."""
    places = {(kind, a): at for at, (kind, a, _) in enumerate(woven)}
    found = {}
    for at, (kind, a, b) in enumerate(woven):
        if kind != "moved" or a is None or b is None or right[b].tag != _P:
            continue
        changes = moved_changes(left[a], right[b])
        if changes is None:
            continue
        edited = any(change.op != "equal" for change in changes)
        sides = ((at, right[b]), (places["moved_away", a], left[a]))
        if any(_behind_new(woven, place) for place, _ in sides):
            continue
        if all(_goes_on(woven, place, (left, right), node if edited else None) for place, node in sides):
            found[b] = changes
    return found


def _behind_new(woven: Sequence[Woven], at: int) -> bool:
    """Whether what stands before it comes or goes without being moved: LibreOffice runs the two together."""
    return at > 0 and woven[at - 1][0] in ("inserted", "deleted")


def _goes_on(
    woven: Sequence[Woven],
    at: int,
    blocks: tuple[Sequence[Element], Sequence[Element]],
    like: Element | None,
) -> bool:
    """Whether a paragraph follows; with `like`, one that both sides have and that stands alike on both."""
    if at + 1 == len(woven):
        return False
    kind, a, b = woven[at + 1]
    old = blocks[0][a] if a is not None and kind != "moved" else None
    new = blocks[1][b] if b is not None and kind != "moved_away" else None
    if any(node is not None and node.tag != _P for node in (old, new)):
        return False
    if like is None:
        return True
    return old is not None and new is not None and _look(old) == _look(new) == _look(like)


def _look(paragraph: Element) -> list[bytes]:
    return [written(node) for node in kept(paragraph.find(_PPR), _STAYS)]
