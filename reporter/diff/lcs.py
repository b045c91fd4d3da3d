"""The longest common subsequence of two sequences, by rows of bits (Hyyrö 2004); the heaviest rising chain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence

_MOST_BITS = 64_000_000
"""Rows of bits take an eighth of that in bytes."""
Span = tuple[int, int, int]
"""Where a common stretch begins in the one and in the other, and its length."""


def same_pairs(left: Sequence[Hashable], right: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Indexes of a longest common subsequence. Time is product of both lengths over 64 once equal ends are off."""
    head = 0
    most = min(len(left), len(right))
    while head < most and left[head] == right[head]:
        head += 1
    tail = 0
    while tail < most - head and left[-1 - tail] == right[-1 - tail]:
        tail += 1
    pairs = [(at, at) for at in range(head)]
    middle = _middle(left[head : len(left) - tail], right[head : len(right) - tail])
    pairs += [(a + head, b + head) for a, b in middle]
    return pairs + [(len(left) - at, len(right) - at) for at in range(tail, 0, -1)]


def same_spans(left: Sequence[Hashable], right: Sequence[Hashable]) -> list[Span]:
    """The same as stretches."""
    spans: list[Span] = []
    for a, b in same_pairs(left, right):
        if spans and spans[-1][0] + spans[-1][2] == a and spans[-1][1] + spans[-1][2] == b:
            spans[-1] = spans[-1][0], spans[-1][1], spans[-1][2] + 1
        else:
            spans.append((a, b, 1))
    return spans


def _middle(left: Sequence[Hashable], right: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Exact where the rows of bits are small; else between items that stand once on either side, and those are exact
    only as far as they are small."""
    if len(left) * len(right) <= _MOST_BITS:
        return _bits(left, right)
    anchors = _anchors(left, right)
    pairs: list[tuple[int, int]] = []
    i = j = 0
    for a, b in (*anchors, (len(left), len(right))):
        if (a - i) * (b - j) <= _MOST_BITS:
            pairs += [(x + i, y + j) for x, y in _bits(left[i:a], right[j:b])]
        if a < len(left):
            pairs.append((a, b))
        i, j = a + 1, b + 1
    return pairs


def _anchors(left: Sequence[Hashable], right: Sequence[Hashable]) -> list[tuple[int, int]]:
    ours, theirs = Counter(left), Counter(right)
    where = {item: at for at, item in enumerate(right) if theirs[item] == 1}
    points = [(at, where[item], 1.0) for at, item in enumerate(left) if ours[item] == 1 and item in where]
    return [points[at][:2] for at in chain(points)]


def _bits(left: Sequence[Hashable], right: Sequence[Hashable]) -> list[tuple[int, int]]:
    if not left or not right:
        return []
    where: dict[Hashable, int] = {}
    for at, item in enumerate(left):
        where[item] = where.get(item, 0) | 1 << at
    full = (1 << len(left)) - 1
    row, rows = full, []
    for item in right:
        met = row & where.get(item, 0)
        row = ((row + met) | (row - met)) & full
        rows.append(row)
    pairs = []
    a, b = len(left), len(right)
    while a and b:
        if rows[b - 1] >> (a - 1) & 1:
            a -= 1
            continue
        b -= 1
        if b and not rows[b - 1] >> (a - 1) & 1:
            continue
        a -= 1
        pairs.append((a, b))
    return pairs[::-1]


def chain(points: Sequence[tuple[int, int, float]]) -> list[int]:
    """Indexes of the heaviest set of points `(a, b, weight)` that rises in both; no `a` and no `b` twice."""
    places = {b: rank for rank, b in enumerate(sorted({b for _, b, _ in points}), 1)}
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(places) + 1)
    """A Fenwick tree of the heaviest chain that ends at or before a place, with its last point."""
    total = [0.0] * len(points)
    before = [-1] * len(points)
    for at in sorted(range(len(points)), key=lambda at: (points[at][0], -points[at][1])):
        _, b, weight = points[at]
        top, place = (0.0, -1), places[b] - 1
        while place:
            top = max(top, best[place], key=_weight)
            place &= place - 1
        total[at], before[at] = top[0] + weight, top[1]
        place = places[b]
        while place < len(best):
            if best[place][0] < total[at]:
                best[place] = total[at], at
            place += place & -place
    at = max(range(len(points)), key=total.__getitem__, default=-1)
    found = []
    while at >= 0:
        found.append(at)
        at = before[at]
    return found[::-1]


def _weight(entry: tuple[float, int]) -> float:
    return entry[0]
