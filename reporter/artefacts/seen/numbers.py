"""The numbers of a text with the signs beside them: what asks for 5～ or （2 need look nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate
from operator import itemgetter

from reporter.once import once

_DIGITS = re.compile("([0-9０-９][0-9０-９]*)")
_FIRST, _LAST = itemgetter(0), itemgetter(-1)


class Numbers:
    """Runs of digits in order. `before` and `behind` are all signs that stand right beside one: what asks for others
    has nothing to look for."""

    def __init__(self, text: str) -> None:
        # what stands before the first, the first, what stands behind it …
        self._parts = parts = _DIGITS.split(text)
        between = parts[2:-1:2]
        before = [parts[0][-1:], *map(_LAST, between)]
        behind = [*map(_FIRST, between), parts[-1][:1]]
        self.before, self.behind = frozenset(before), frozenset(behind)
        before[0], behind[-1] = before[0] or "\n", behind[-1] or "\n"
        self._before, self._behind = "".join(before), "".join(behind)  # a sign for each number

    @once
    def _edges(self) -> list[int]:
        return list(accumulate(map(len, self._parts)))

    @once
    def _starts(self) -> list[int]:
        return self._edges[:-1:2]

    @once
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
        starts = self._starts
        return [starts[number] for number in self._beside(self._behind, self.behind, signs)]

    def signs_before(self, signs: Iterable[str]) -> list[int]:
        """Where one of the signs stands right before a number."""
        starts = self._starts
        return [starts[number] - 1 for number in self._beside(self._before, self.before, signs)]

    def signs_behind(self, signs: Iterable[str]) -> list[int]:
        """Where one of the signs stands right behind a number."""
        ends = self._edges[1::2]
        return [ends[number] for number in self._beside(self._behind, self.behind, signs)]

    def leading_up(self, signs: Iterable[str]) -> list[int]:
        """Where the numbers begin behind which the next one has one of the signs right before it."""
        starts = self._starts
        return [starts[number - 1] for number in self._beside(self._before, self.before, signs) if number]

    def _beside(self, row: str, there: frozenset[str], signs: Iterable[str]) -> list[int]:
        """Which numbers have one of the signs in the row. Those that are asked for stand beside few."""
        numbers: list[int] = []
        for sign in there.intersection(signs) if self._starts else ():
            number = row.find(sign)
            while number >= 0:
                numbers.append(number)
                number = row.find(sign, number + 1)
        numbers.sort()
        return numbers
