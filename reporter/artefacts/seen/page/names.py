"""Names of a joint signature side by side, of which some are too long for one line (cl. 7.3.5.1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reporter.artefacts.geometry import MM_PER_PT, TextLine
from reporter.artefacts.seen import wording
from reporter.artefacts.seen.page.paragraphs import Gathered, Placed
from reporter.text import half_width

_CENTRED_MM: Final = 2.0
_PITCH: Final = 2.2
"""Lines of one name stand nearer than so many of its sizes."""
_LONGEST: Final = 20


def split_names(lines: Sequence[Placed]) -> Iterator[list[Placed] | list[Gathered]]:
    """Lines in order, as they are, and in their place the names of a row that take two lines, a paragraph each."""
    plain: list[Placed] = []
    at, beside = 0, False
    while at < len(lines):
        columns = lines[at].line.segments()
        beside = len(columns) > 1 or (beside and lines[at].far_right)
        names = _names(lines[at], columns, lines[at + 1]) if beside and at + 1 < len(lines) else []
        if not names:
            plain.append(lines[at])
            at += 1
            continue
        if plain:
            yield plain
        yield names
        plain = []
        at += 2
    if plain:
        yield plain


def _names(upper: Placed, columns: Sequence[TextLine], lower: Placed) -> list[Gathered]:
    """The names of two lines, when each piece of the lower one ends a name begun right above it."""
    gap = lower.line.baseline - upper.line.baseline
    if upper.page != lower.page or upper.size != lower.size or gap > _PITCH * upper.size * MM_PER_PT:
        return []
    below: dict[int, TextLine] = {}
    for piece in lower.line.segments():
        at = next((at for at, column in enumerate(columns) if _middle(column, piece)), None)
        if at is None or _named(columns[at].text) or not _named(columns[at].text + piece.text):
            return []
        below[at] = piece
    found = []
    for at, column in enumerate(columns):
        pieces = [column, below[at]] if at in below else [column]
        if not _named("".join(piece.text for piece in pieces)):
            return []
        found.append(Gathered([Placed(piece, upper.page, upper.area) for piece in pieces], centred=True))
    return found


def _middle(one: TextLine, other: TextLine) -> bool:
    return abs((one.left + one.right) - (other.left + other.right)) <= 2 * _CENTRED_MM


def _named(text: str) -> bool:
    return len(text) <= _LONGEST and wording.agency(half_width(text))
