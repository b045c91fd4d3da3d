"""The numbers of a text with the signs beside them: what asks for 5～ or （2 need look nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate, compress
from operator import itemgetter

_DIGITS = re.compile("([0-9０-９][0-9０-９]*)")
_FIRST, _LAST = itemgetter(0), itemgetter(-1)


class Numbers:
    """Runs of digits in order. `before` and `behind` are all signs that stand right beside one: what asks for others
    has nothing to look for."""

    def __init__(self, text: str) -> None:
        self._parts = parts = _DIGITS.split(text)  # what stands before the first, the first, what stands behind it …
        between = parts[2:-1:2]
        self._before = [parts[0][-1:], *map(_LAST, between)]
        self._behind = [*map(_FIRST, between), parts[-1][:1]]
        self.before, self.behind = frozenset(self._before), frozenset(self._behind)

    @cached_property
    def _edges(self) -> list[int]:
        return list(accumulate(map(len, self._parts)))

    @cached_property
    def _starts(self) -> list[int]:
        return self._edges[:-1:2]

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._parts[1::2]), default=0)

    def long(self, least: int) -> list[int]:
        """Where those of so many digits and more begin."""
        if least > self._longest:
            return []
        digits = self._parts[1::2]
        return [start for start, number in zip(self._starts, digits, strict=True) if len(number) >= least]

    def followed(self, signs: Iterable[str]) -> list[int]:
        """Where the numbers begin right behind which one of the signs stands."""
        asked = self.behind.intersection(signs)
        return list(compress(self._starts, map(asked.__contains__, self._behind))) if asked else []

    def signs_before(self, signs: Iterable[str]) -> list[int]:
        """Where one of the signs stands right before a number."""
        asked = self.before.intersection(signs)
        found = compress(self._starts, map(asked.__contains__, self._before)) if asked else ()
        return [start - 1 for start in found]

    def signs_behind(self, signs: Iterable[str]) -> list[int]:
        """Where one of the signs stands right behind a number."""
        asked = self.behind.intersection(signs)
        return list(compress(self._edges[1::2], map(asked.__contains__, self._behind))) if asked else []

    def leading_up(self, signs: Iterable[str]) -> list[int]:
        """Where the numbers begin behind which the next one has one of the signs right before it."""
        asked = self.before.intersection(signs)
        return list(compress(self._starts, map(asked.__contains__, self._before[1:]))) if asked else []
