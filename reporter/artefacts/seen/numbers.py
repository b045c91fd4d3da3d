"""The numbers of a text with the signs beside them: what asks for 5～ or （2 need look nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

_DIGIT, _OTHER = "[0-9０-９]", "[^0-9０-９]"
_BEFORE = re.compile(f"{_DIGIT}(?<=({_OTHER}).)")
_BEHIND = re.compile(f"{_DIGIT}({_OTHER})")
_LONG = re.compile(f"{_DIGIT * 4}{_DIGIT}*")
_LAST = re.compile(f"{_OTHER}*({_DIGIT}+)")
_NEAR = 24
"""Characters in which the number before a sign is looked for."""


class Numbers:
    """Of one text; each is found out when it is first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def before(self) -> frozenset[str]:
        """The signs right before numbers: what asks for others need not look at the text."""
        return frozenset(_BEFORE.findall(self._text))

    @cached_property
    def behind(self) -> frozenset[str]:
        """The signs right behind numbers."""
        return frozenset(_BEHIND.findall(self._text))

    @cached_property
    def long(self) -> tuple[tuple[int, int], ...]:
        """Where those of four digits and more begin and end."""
        return tuple([found.span() for found in _LONG.finditer(self._text)])

    def signs_before(self, signs: Iterable[str]) -> list[int]:
        """Where one of the signs stands right before a number, in order."""
        there = self.before.intersection(signs)
        return sorted(
            [found.start() for sign in there for found in re.finditer(re.escape(sign) + f"(?={_DIGIT})", self._text)]
        )

    def leading_up(self, signs: Iterable[str]) -> list[int]:
        """Where the numbers begin behind which the next one has one of the signs right before it, in order."""
        found = []
        for place in self.signs_before(signs):
            nearest = _LAST.match(self._text[max(place - _NEAR, 0) : place + 1][::-1])
            if nearest:
                found.append(place + 1 - nearest.end())
        return found
