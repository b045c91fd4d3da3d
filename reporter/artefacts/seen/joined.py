"""Paragraphs joined to one text, so that one look tells where a pattern can match at all."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from reporter.calendar.points import may_name_point

if TYPE_CHECKING:
    from reporter.artefacts.seen.model import Para

_SENTENCE = re.compile(r"[^。；！？\n]+[。；！？]?")
_DIGITS = re.compile(r"[0-9０-９][0-9０-９]*")
_LONG_NUMBER = re.compile(r"[0-9０-９](?:\s?[0-9０-９]){15}")


@lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[tuple[int, str], ...]:
    """`(offset, sentence)`; a clause that ends in ； counts as a sentence. Many ask for the same paragraphs."""
    return tuple([(found.start(), found[0]) for found in _SENTENCE.finditer(text)])


class Joined:
    """A paragraph a line. What matches in a paragraph alone must match here at the same place: patterns for it have
    no ^ and no $."""

    def __init__(self, paras: tuple[Para, ...]) -> None:
        self.paras = paras
        self.text = "\n".join([para.text for para in paras])

    @cached_property
    def _ends(self) -> list[int]:
        """Where each paragraph ends with its line's end."""
        return list(accumulate([len(para.text) + 1 for para in self.paras]))

    @cached_property
    def sentences(self) -> tuple[tuple[Para, int, str], ...]:
        """Each with its paragraph and where it begins in that."""
        return tuple([(para, *one) for para in self.paras for one in sentences(para.text)])

    @cached_property
    def dated(self) -> tuple[tuple[Para, int, str], ...]:
        """The sentences that may name a day, a month, a quarter or a year: where deadlines are looked for."""
        return tuple([one for one in self.sentences if may_name_point(one[2])])

    @cached_property
    def numbers(self) -> tuple[tuple[int, int], ...]:
        """Where digits begin and end."""
        return tuple([found.span() for found in _DIGITS.finditer(self.text)])

    @cached_property
    def before_numbers(self) -> frozenset[str]:
        """The signs right before digits: what asks for one of them need not look at a text in which none is."""
        text = self.text
        return frozenset([text[start - 1] for start, _ in self.numbers if start])

    @cached_property
    def behind_numbers(self) -> frozenset[str]:
        """The signs right behind digits."""
        text = self.text
        return frozenset([text[end : end + 1] for _, end in self.numbers])

    @cached_property
    def broken(self) -> bool:
        """Whether a line break stands inside a paragraph."""
        return self.text.count("\n") >= len(self.paras) > 0

    @cached_property
    def long_number(self) -> bool:
        """Whether sixteen digits stand in a row, with or without blanks, as personal numbers have them."""
        return any(_LONG_NUMBER.match(self.text, start) for start, _ in self.numbers)

    def says(self, *words: str) -> bool:
        """Whether one of the words stands in it."""
        text = self.text
        return any(word in text for word in words)

    def holding(self, pattern: re.Pattern[str], *needs: str) -> Iterator[Para]:
        """Paragraphs in which the pattern may match. One of `needs` stands in whatever it matches: where none is
        there, which is quickly told, nothing is looked at."""
        text, place = self.text, 0
        if needs and not any(word in text for word in needs):
            return
        while place <= len(text) and (found := pattern.search(text, place)):
            at = bisect_right(self._ends, found.start())
            yield self.paras[at]
            place = self._ends[at]

    def numbered(self, pattern: re.Pattern[str], then: str = "") -> Iterator[tuple[Para, re.Match[str]]]:
        """Every match that begins where digits begin; for patterns that begin with digits and with what may not stand
        before them, which would otherwise be tried at every character. Where every match reaches up to the next
        digits or holds them, `then` has the signs that may stand right before those."""
        text, end = self.text, 0
        for (place, _), (following, _) in zip(self.numbers, (*self.numbers[1:], (0, 0)), strict=False):
            if place < end or (then and text[following - 1] not in then) or not pattern.match(text, place):
                continue
            at = bisect_right(self._ends, place)
            begin = self._ends[at - 1] if at else 0
            if found := pattern.match(self.paras[at].text, place - begin):
                end = begin + found.end()
                yield self.paras[at], found

    def matches(
        self, pattern: re.Pattern[str], *needs: str, quick: re.Pattern[str] | None = None
    ) -> Iterator[tuple[Para, re.Match[str]]]:
        """Every match with its paragraph, as if each was searched alone; `needs` as in `holding`. `quick` is found in
        whatever the pattern matches; one that begins with certain characters is looked for four times as fast."""
        for para in self.holding(quick or pattern, *needs):
            for found in pattern.finditer(para.text):
                yield para, found
