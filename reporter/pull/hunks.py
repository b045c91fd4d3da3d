"""What turns one text into another, as small as it can be told; a number is never parted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from reporter.diff.folding import folded
from reporter.diff.lcs import same_spans
from reporter.diff.words import words

_NUMERIC = frozenset("0123456789０１２３４５６７８９.．,，%％‰")


class Hunk(Struct, frozen=True):
    """Characters `start` to `end` of the old text give way to `new`, which begins at `at` of the new text."""

    start: int
    end: int
    new: str
    at: int


def hunks(old: str, new: str, *, spaces: bool = False) -> list[Hunk]:
    """In order; those that change white space only are left out unless they are asked for."""
    left, right = words(old), words(new)
    found = []
    for one in _gaps(left, right):
        small = _trimmed(old, one)
        if spaces or folded(old[small.start : small.end]) != folded(small.new):
            found.append(small)
    return found


def _gaps(left: Sequence[str], right: Sequence[str]) -> Iterator[Hunk]:
    i = j = start = at = 0
    for a, b, size in (*same_spans(left, right), (len(left), len(right), 0)):
        gone, come = "".join(left[i:a]), "".join(right[j:b])
        if gone or come:
            yield Hunk(start, start + len(gone), come, at)
        same = sum(map(len, left[a : a + size]))
        start, at = start + len(gone) + same, at + len(come) + same
        i, j = a + size, b + size


def _trimmed(old: str, one: Hunk) -> Hunk:
    """Without equal characters at both ends, as long as no number is parted."""
    gone, come = old[one.start : one.end], one.new
    most = min(len(gone), len(come))
    head = 0
    while head < most and gone[head] == come[head]:
        head += 1
    while head and (_parts(gone, head) or _parts(come, head)):
        head -= 1
    tail = 0
    while tail < most - head and gone[-1 - tail] == come[-1 - tail]:
        tail += 1
    while tail and (_parts(gone, len(gone) - tail) or _parts(come, len(come) - tail)):
        tail -= 1
    return Hunk(one.start + head, one.end - tail, come[head : len(come) - tail], one.at + head)


def _parts(text: str, at: int) -> bool:
    """Whether a cut there stands inside a number."""
    before, behind = text[at - 1 : at], text[at : at + 1]
    return (
        before in _NUMERIC and behind in _NUMERIC and bool(before and behind) and (before + behind) != "，，"
    )


def rebased(one: Hunk, base: Sequence[Hunk]) -> Hunk | None:
    """`one` as a change of what `base` made of the same old text; None where both touch the same characters."""
    if any(_meet(one, other) for other in base):
        return None
    shift = shifted(one.start, base)
    return replace(one, start=one.start + shift, end=one.end + shift)


def shifted(at: int, base: Sequence[Hunk]) -> int:
    """How far a place of the old text has moved."""
    return sum(len(other.new) - (other.end - other.start) for other in base if other.end <= at)


def _meet(one: Hunk, other: Hunk) -> bool:
    if one.start == one.end and other.start == other.end:
        return one.start == other.start
    if one.start == one.end:
        return other.start < one.start < other.end
    if other.start == other.end:
        return one.start < other.start < one.end
    return max(one.start, other.start) < min(one.end, other.end)


def applied(text: str, found: Sequence[Hunk]) -> str:
    """The text with those changes."""
    for one in sorted(found, key=lambda one: (one.start, one.end), reverse=True):
        text = text[: one.start] + one.new + text[one.end :]
    return text
