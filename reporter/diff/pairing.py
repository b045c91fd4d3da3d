"""Which item of one side is which of the other: by identity where one is known, else by content; moves are moves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Literal

from msgspec import Struct

from reporter.diff.lcs import chain, same_pairs
from reporter.diff.model import Kind
from reporter.patterns import regex

_DIGITS = regex(r"[0-9０-９]+(?:[.,][0-9]+)*")
_ALIKE = 0.45
"""Items between the same neighbours that share so much are one, edited."""
_ALIKE_ALONE = 0.25
"""The same where there is only one on either side."""
_ALIKE_FAR = 0.65
"""Items that stand elsewhere must share more to be one that was moved and edited."""
_HINTED = 0.2
"""What a hint is worth beside content."""
_LONG = 8
"""Shorter texts are no evidence of a move by themselves."""
_MOST = 20_000
"""More items between two sure neighbours are not searched for those that are alike."""
_COMMON = 48
"""Pairs of characters that stand in more items tell nothing."""


class Item(Struct, frozen=True, dict=True):
    """One thing to pair. `exact` is its text without blanks; only items of one `sort` are ever paired; `identity` is
    what it is called on both sides, empty when nobody knows. Two things with names that are not the same may still be
    one unless they are `bound`: by a name that somebody may have put right (near), or by a code (never)."""

    exact: str
    sort: str = ""
    identity: str = ""
    bound: Literal["", "near", "never"] = ""
    hint: str = ""
    """What it is probably called on both sides: counts where content leaves a doubt."""

    @cached_property
    def grams(self) -> frozenset[str]:
        """Its pairs of characters; figures count as one character, so that a changed one changes little."""
        text = _DIGITS.sub("0", self.exact)
        return frozenset(text[at : at + 2] for at in range(len(text) - 1)) or frozenset((text,))

    def may_be(self, other: Item, *, near: bool) -> bool:
        """Whether content may decide."""
        if self.sort != other.sort:
            return False
        named = bool(self.identity and other.identity) and self.identity != other.identity
        return not named or self.bound == "" or (near and self.bound == "near")

    def alike(self, other: Item) -> float:
        """0 to 1: shared pairs of characters over the mean of both (Dice)."""
        return 2 * len(self.grams & other.grams) / (len(self.grams) + len(other.grams))


Woven = tuple[Kind, int | None, int | None]


def pair(old: Sequence[Item], new: Sequence[Item]) -> list[tuple[int, int]]:
    """Pairs of indexes, by the old one; each index at most once."""
    matching = _Matching(old, new)
    matching.by_identity()
    matching.by_unique_text()
    matching.in_gaps()
    matching.far()
    matching.by_hint()
    return sorted(matching.pairs.items())


def weave(pairs: Sequence[tuple[int, int]], old: Sequence[Item], new: Sequence[Item]) -> list[Woven]:
    """Both sides in one order. As few pairs as possible are moved, the shorter ones of equally few."""
    weights = [(a, b, 1 + len(new[b].exact) / 1e6) for a, b in pairs]
    backbone = {weights[at][:2] for at in chain(weights)}
    moved = {(a, b) for a, b in pairs if (a, b) not in backbone}
    from_old, from_new = dict(moved), {b: a for a, b in moved}
    woven: list[Woven] = []
    i = j = 0
    for a, b in (*sorted(backbone), (len(old), len(new))):
        for at in range(i, a):
            woven.append(("moved_away", at, from_old[at]) if at in from_old else ("deleted", at, None))
        for at in range(j, b):
            woven.append(("moved", from_new[at], at) if at in from_new else ("inserted", None, at))
        if a < len(old) or b < len(new):
            woven.append(("same", a, b))
        i, j = a + 1, b + 1
    return woven


class _Matching:
    def __init__(self, old: Sequence[Item], new: Sequence[Item]) -> None:
        self._old, self._new = old, new
        self.pairs: dict[int, int] = {}
        self._taken: set[int] = set()

    def by_identity(self) -> None:
        """Whatever is called the same on both sides, once each."""
        left = _unique((item.sort, item.identity) if item.identity else None for item in self._old)
        right = _unique((item.sort, item.identity) if item.identity else None for item in self._new)
        for key, a in left.items():
            if key in right:
                self._add(a, right[key])

    def by_unique_text(self) -> None:
        """The same text once on each side; a short one only where order agrees."""
        left = _unique(self._free(self._old, self.pairs))
        right = _unique(self._free(self._new, self._taken))
        both = [(a, right[key]) for key, a in left.items() if key in right]
        points = [(a, b, 1.0) for a, b in (*self.pairs.items(), *both)]
        in_order = {points[at][:2] for at in chain(points)}
        for a, b in both:
            near = (a, b) in in_order
            if (near or len(self._old[a].exact) >= _LONG) and self._old[a].may_be(self._new[b], near=near):
                self._add(a, b)

    def in_gaps(self) -> None:
        """Between neighbours that are sure: the same texts in order, then those most alike."""
        for left, right in self._gaps():
            for a, b in same_pairs(
                [self._key(self._old[a]) for a in left], [self._key(self._new[b]) for b in right]
            ):
                if self._old[left[a]].may_be(self._new[right[b]], near=True):
                    self._add(left[a], right[b])
        for left, right in self._gaps():
            points = list(self._candidates(left, right, _ALIKE, near=True))
            for at in chain(points):
                self._add(points[at][0], points[at][1])
        for left, right in self._gaps():
            if len(left) == 1 == len(right):
                one, other = self._old[left[0]], self._new[right[0]]
                if one.may_be(other, near=True) and one.alike(other) >= _ALIKE_ALONE:
                    self._add(left[0], right[0])

    def far(self) -> None:
        """What was moved and edited: the most alike first."""
        left = [a for a in range(len(self._old)) if a not in self.pairs and len(self._old[a].exact) >= _LONG]
        right = [
            b for b in range(len(self._new)) if b not in self._taken and len(self._new[b].exact) >= _LONG
        ]
        candidates = self._candidates(left, right, _ALIKE_FAR, near=False)
        found = sorted(candidates, key=lambda one: (-one[2], one[0], one[1]))
        for a, b, _ in found:
            if a not in self.pairs and b not in self._taken:
                self._add(a, b)

    def by_hint(self) -> None:
        """Whatever is left and is probably called the same."""
        left = _unique((one.sort, one.hint) if one.hint else None for one in self._old)
        right = _unique((one.sort, one.hint) if one.hint else None for one in self._new)
        for key, a in left.items():
            if key in right and a not in self.pairs and right[key] not in self._taken:
                self._add(a, right[key])

    def _add(self, a: int, b: int) -> None:
        self.pairs[a] = b
        self._taken.add(b)

    def _free(
        self, items: Sequence[Item], taken: dict[int, int] | set[int]
    ) -> Iterator[tuple[str, str] | None]:
        return (None if at in taken else self._key(item) for at, item in enumerate(items))

    @staticmethod
    def _key(item: Item) -> tuple[str, str]:
        return item.sort, item.exact

    def _gaps(self) -> list[tuple[list[int], list[int]]]:
        """Free indexes of both sides between pairs that keep their order; only where both sides have some."""
        points = [(a, b, 1.0) for a, b in self.pairs.items()]
        backbone = [points[at][:2] for at in chain(points)]
        gaps = []
        i = j = 0
        for a, b in (*backbone, (len(self._old), len(self._new))):
            left = [at for at in range(i, a) if at not in self.pairs]
            right = [at for at in range(j, b) if at not in self._taken]
            if left and right:
                gaps.append((left, right))
            i, j = a + 1, b + 1
        return gaps

    def _candidates(
        self, left: Sequence[int], right: Sequence[int], least: float, *, near: bool
    ) -> Iterator[tuple[int, int, float]]:
        where: dict[str, list[int]] = {}
        if len(left) + len(right) > _MOST:
            return
        for b in right:
            for gram in self._new[b].grams:
                where.setdefault(gram, []).append(b)
        for a in left:
            one = self._old[a]
            shared: Counter[int] = Counter()
            for gram in one.grams:
                some = where.get(gram, ())
                if len(some) <= _COMMON:
                    shared.update(some)
            for b in sorted(shared):
                other = self._new[b]
                score = one.alike(other) + (_HINTED if one.hint and one.hint == other.hint else 0)
                if one.may_be(other, near=near) and score >= least:
                    yield a, b, score


def _unique(keys: Iterator[tuple[str, str] | None]) -> dict[tuple[str, str], int]:
    """Keys that stand once, with their place."""
    found: dict[tuple[str, str], int] = {}
    again: set[tuple[str, str]] = set()
    for at, key in enumerate(keys):
        if key is None:
            continue
        if key in found:
            again.add(key)
        found[key] = at
    return {key: at for key, at in found.items() if key not in again}
