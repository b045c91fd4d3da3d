"""Which moves of a redline are native ones (w:moveFrom, w:moveTo); the others are told as going and coming.

Native are paragraphs. Where one was edited too, its new words are marked where it is and its former ones where it was:
LibreOffice gives what follows a partly moved paragraph its look, so the paragraph behind it must stand alike. If not,
former words are moved away with all others; new ones cannot, and all goes and comes. None stands before a table:
LibreOffice keeps its end there. Rows have no native move in Word.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from lxml import etree
from msgspec import Struct

from reporter.diff.model import Edit
from reporter.diff.pairing import Woven
from reporter.diff.revision_marks import Marker
from reporter.diff.revision_text import moved_changes
from reporter.ooxml.names import qn

Element = etree._Element
Fits = Callable[[Element], bool]
_P, _PPR = qn("w:p"), qn("w:pPr")
_STAYS: Final = (qn("w:rPr"), qn("w:sectPr"))


class Move(Struct, frozen=True):
    """A native move: its number in the file and what was edited on the way."""

    number: int
    changes: tuple[Edit, ...]


def native_moves(
    marker: Marker, woven: Sequence[Woven], left: Sequence[Element], right: Sequence[Element]
) -> Mapping[int, tuple[Edit, ...]]:
    """Index on the new side of each paragraph that Word can call moved, with its edits. `left` bears the new file's
    names of styles."""
    places = {(kind, a): at for at, (kind, a, _) in enumerate(woven)}
    found = {}
    for at, (kind, a, b) in enumerate(woven):
        if kind != "moved" or a is None or b is None or right[b].tag != _P:
            continue
        changes = moved_changes(left[a], right[b])
        if changes is None:
            continue
        source, target = places["moved_away", a], at
        if any(
            _behind_new(woven, place) or not _goes_on(woven, place, (left, right))
            for place in (source, target)
        ):
            continue
        ops = {change.op for change in changes}
        if "insert" in ops and not _goes_on(woven, target, (left, right), _same_look(marker, right[b])):
            continue
        if "delete" in ops and not _goes_on(woven, source, (left, right), _same_look(marker, left[a])):
            changes = tuple(change for change in changes if change.op != "delete")
        found[b] = changes
    return found


def _behind_new(woven: Sequence[Woven], at: int) -> bool:
    """Whether what stands before it comes or goes without being moved: LibreOffice runs the two together."""
    return at > 0 and woven[at - 1][0] in ("inserted", "deleted")


def _goes_on(
    woven: Sequence[Woven],
    at: int,
    blocks: tuple[Sequence[Element], Sequence[Element]],
    fits: Fits | None = None,
) -> bool:
    """Whether a paragraph follows; with `fits`, one that both sides have and that fits on both."""
    if at + 1 == len(woven):
        return False
    kind, a, b = woven[at + 1]
    old = blocks[0][a] if a is not None and kind != "moved" else None
    new = blocks[1][b] if b is not None and kind != "moved_away" else None
    if any(node is not None and node.tag != _P for node in (old, new)):
        return False
    if fits is None:
        return True
    return old is not None and new is not None and fits(old) and fits(new)


def _same_look(marker: Marker, moved: Element) -> Fits:
    """Whether a paragraph stands as the one that was moved."""
    look = marker.told(moved.find(_PPR), _STAYS)
    return lambda other: marker.told(other.find(_PPR), _STAYS) == look
