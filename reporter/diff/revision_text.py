"""One paragraph of two drafts as one with tracked changes: words in and out, looks and properties that are other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import groupby
from typing import Final, Literal

from lxml import etree

from reporter.diff.model import Edit
from reporter.diff.revision_marks import Marker, opened
from reporter.diff.words import edits
from reporter.ooxml.names import qn
from reporter.ooxml.resolved import plain, reject
from reporter.ooxml.spans import Piece, alone, part_after, part_before, pieces, text_of

Element = etree._Element
_P, _R, _PPR, _RPR = qn("w:p"), qn("w:r"), qn("w:pPr"), qn("w:rPr")
_STAYS: Final = (_RPR, qn("w:sectPr"))
_UNSEEN: Final = tuple(qn(f"w:{name}") for name in ("lang", "noProof", "szCs", "bCs", "iCs", "kern"))
"""Properties of runs that do not show in Chinese text; programs write them on their own."""
_OBJECTS: Final = frozenset(
    qn(f"w:{name}")
    for name in ("drawing", "pict", "object", "footnoteReference", "endnoteReference", "sym", "ruby")
)


def edit_paragraph(marker: Marker, old: Element, new: Element) -> bool:
    """Tracked changes in `new`, a paragraph of the new draft, that lead back to `old` (with the new draft's styles).

    False, with nothing done, when what is different stands in a field, a control, somebody's open change, or is no
    text: the paragraph has to be given as one taken out and one put in.
    """
    if opened(new) or opened(old):
        return _former_state(old) == _former_state(new)
    changes = _told(old, new)
    if changes is None:
        return False
    _keep_looks(marker, changes, pieces(old), pieces(new))
    _mark(marker, changes, old, new)
    keep_paragraph(marker, old, new)
    return True


def moved_changes(old: Element, new: Element) -> tuple[Edit, ...] | None:
    """What is different in a paragraph that was moved; None when Word cannot call it a move."""
    if not text_of(old) or not text_of(new) or opened(old) or opened(new):
        return None
    return _told(old, new)


def mark_moved(
    marker: Marker, paragraph: Element, changes: Sequence[Edit], op: Literal["insert", "delete"]
) -> None:
    """What is deleted is marked where the paragraph was, what is inserted where it is: all else is moved."""
    for change in reversed(changes):
        if change.op == op:
            start = change.new if op == "insert" else change.old
            for run in _runs(pieces(paragraph), start, len(change.text)):
                marker.around(run, "w:ins" if op == "insert" else "w:del")


def _told(old: Element, new: Element) -> tuple[Edit, ...] | None:
    """What is different, None when it cannot be marked where it stands."""
    if _objects(old) != _objects(new):
        return None
    before, after = pieces(old), pieces(new)
    left, right = _text(before), _text(after)
    changes = edits(left, right) or ((Edit("equal", left, 0, 0),) if left else ())
    return changes if _free(changes, before, after) else None


def _mark(marker: Marker, changes: Sequence[Edit], old: Element, new: Element) -> None:
    copy = deepcopy(old)
    for change in reversed(changes):
        if change.op == "insert":
            for run in _runs(pieces(new), change.new, len(change.text)):
                marker.around(run, "w:ins")
        elif change.op == "delete":
            _put_back(marker, new, change.new, _runs(pieces(copy), change.old, len(change.text)))


def replace_content(marker: Marker, old: Element, new: Element) -> bool:
    """All of `old` (a copy for this file) taken out and all of `new` put in, in one paragraph. False, with nothing
    done, when somebody's change of the paragraph itself is open."""
    looks = [one.find(_PPR) for one in (old, new)]
    if any(look is not None and opened(look) for look in looks):
        return False
    marker.content(new, "w:ins")
    marker.content(old, "w:del")
    _place_first(new, [node for node in old if node.tag != _PPR])
    keep_paragraph(marker, old, new)
    return True


def keep_paragraph(marker: Marker, old: Element, new: Element) -> None:
    """The properties of the paragraph `old` as the former ones of `new`, where they are other."""
    before, after = old.find(_PPR), new.find(_PPR)
    if marker.told(before, _STAYS) == marker.told(after, _STAYS):
        return
    if after is None:
        after = etree.Element(_PPR)
        new.insert(0, after)
    marker.former(after, before, _STAYS)


def _former_state(paragraph: Element) -> bytes:
    copy = deepcopy(paragraph)
    reject(copy)
    return plain(copy)


def _objects(paragraph: Element) -> list[str]:
    """What is no text, in its order."""
    return [str(node.tag) for node in paragraph.iter() if _is_object(node)]


def _is_object(node: Element) -> bool:
    if node.tag == qn("w:br"):
        return node.get(qn("w:type")) in ("page", "column")
    return node.tag in _OBJECTS or str(node.tag).endswith("/math}oMath")


def _text(found: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in found)


def _covered(found: Sequence[Piece], start: int, length: int) -> Iterator[tuple[Piece, int, int]]:
    at = 0
    for piece in found:
        first, last = max(start - at, 0), min(start + length - at, len(piece.text))
        if first < last:
            yield piece, first, last
        at += len(piece.text)


def _free(changes: Sequence[Edit], before: Sequence[Piece], after: Sequence[Piece]) -> bool:
    """Whether everything that changes may be marked where it stands."""
    for change in changes:
        if change.op == "equal":
            continue
        found, start = (before, change.old) if change.op == "delete" else (after, change.new)
        if any(piece.locked for piece, _, _ in _covered(found, start, len(change.text))):
            return False
        if change.op == "delete" and _locked_at(after, change.new):
            return False
    return True


def _locked_at(found: Sequence[Piece], place: int) -> bool:
    """Whether nothing can be put in at this character because a locked piece goes on there."""
    around = list(_covered(found, place - 1, 2)) if place else list(_covered(found, 0, 1))
    return bool(around) and all(piece.locked for piece, _, _ in around)


def _runs(found: Sequence[Piece], start: int, length: int) -> list[Element]:
    """The runs of these characters, parted from the others, in order."""
    runs = [alone(*one) for one in reversed(list(_covered(found, start, length)))]
    return runs[::-1]


def _put_back(marker: Marker, new: Element, place: int, runs: Sequence[Element]) -> None:
    """Runs of the old draft as deleted, in front of character `place` of the new one."""
    deleted = [marker.around(run, "w:del") for run in runs]
    found = pieces(new)
    before = next(_covered(found, place - 1, 1), None) if place else None
    after = next(_covered(found, place, 1), None)
    if before is not None and _usable(before[0]):
        anchor = _out(part_after(before[0], before[2]))
        for node in reversed(deleted):
            anchor.addnext(node)
    elif after is not None and _usable(after[0]):
        anchor = _out(part_before(after[0], after[1]))
        for node in deleted:
            anchor.addprevious(node)
    elif after is not None:
        _place_first(new, deleted)
    else:
        new.extend(deleted)


def _usable(piece: Piece) -> bool:
    """Whether something can be put beside it; insertions of ours are."""
    return piece.node is not None and (
        not piece.locked or (piece.run.getparent() is not None and _in_ours(piece))
    )


def _in_ours(piece: Piece) -> bool:
    parent = piece.run.getparent()
    return parent is not None and parent.tag == qn("w:ins")


def _out(run: Element) -> Element:
    """The run, or the insertion around it."""
    parent = run.getparent()
    return parent if parent is not None and parent.tag == qn("w:ins") else run


def _place_first(paragraph: Element, nodes: Sequence[Element]) -> None:
    place = 1 if paragraph.find(_PPR) is not None else 0
    paragraph[place:place] = list(nodes)


def _keep_looks(
    marker: Marker, changes: Sequence[Edit], before: Sequence[Piece], after: Sequence[Piece]
) -> None:
    """Characters that both sides have in another look get their former one."""
    looks: list[Element | None] = []
    for piece in before:
        looks += [_look(piece)] * len(piece.text)
    if not any(look is not None for look in (*looks, *map(_look, after))):
        return
    for change in reversed(changes):
        if change.op != "equal":
            continue
        offset = change.old - change.new
        for piece, first, last in reversed(list(_covered(after, change.new, len(change.text)))):
            if piece.locked or piece.node is None:
                continue
            start = sum(len(one.text) for one in _before(after, piece))
            mine = marker.told(_look(piece), _UNSEEN)
            places = [(at, looks[start + at + offset]) for at in range(first, last)]
            groups = [
                (look, [at for at, _ in group]) for look, group in groupby(places, key=lambda one: one[1])
            ]
            for look, ats in reversed(groups):
                if marker.told(look, _UNSEEN) != mine:
                    _keep_run(marker, alone(piece, ats[0], ats[-1] + 1), look)


def _before(found: Sequence[Piece], piece: Piece) -> Iterator[Piece]:
    for one in found:
        if one is piece:
            return
        yield one


def _look(piece: Piece) -> Element | None:
    return piece.run.find(_RPR) if piece.node is not None else None


def _keep_run(marker: Marker, run: Element, old: Element | None) -> None:
    look = run.find(_RPR)
    if look is None:
        look = etree.Element(_RPR)
        run.insert(0, look)
    marker.former(look, old)
