"""Paragraphs joined to one text, so that one look tells where a pattern can match at all."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from reporter.artefacts.seen.numbers import Numbers
from reporter.artefacts.seen.words import WORDS, heads
from reporter.calendar.points import POINT_SIGNS
from reporter.once import once

if TYPE_CHECKING:
    from reporter.artefacts.seen.model import Para


class Apart(tuple[tuple[str, re.Pattern[str]], ...]):
    """Patterns that begin with signs of their own each, with these: one by one they are looked for three times as fast
    as one that begins with any of the signs, and where the first or the last of them is missing not at all."""

    @once
    def heads(self) -> tuple[tuple[str, ...], ...]:
        """Words of which one begins what the pattern matches, for each."""
        return tuple([heads(signs, pattern.pattern) for signs, pattern in self])

    @once
    def words(self) -> frozenset[str]:
        """All of these."""
        return frozenset(chain.from_iterable(self.heads))


_NONE: Final = frozenset[str]()
_PLAIN = re.compile(r"\\?.[^\\.^$*+?{}\[\]|()]*(?![*+?{])")
_SENTENCE = re.compile(r"[^。；！？\n]+[。；！？]?")


def apart(*sources: str) -> Apart:
    """Each source begins with a sign, or with one behind a backslash; all that follow which mean themselves count."""
    plain = [found[0].removeprefix("\\") for source in sources if (found := _PLAIN.match(source))]
    return Apart(zip(plain, map(re.compile, sources), strict=True))


def possible(text: str, parts: Apart, missing: frozenset[str] = _NONE) -> list[re.Pattern[str]]:
    """Those that may be found in the text by the signs that they begin with; `missing` are words that surely do not
    stand there."""
    if missing.issuperset(parts.words):
        return []
    return [
        one
        for (signs, one), words in zip(parts, parts.heads, strict=True)
        if not missing.issuperset(words) and signs[0] in text and signs[-1] in text
    ]


@cache
def either(parts: Apart) -> re.Pattern[str]:
    """One pattern for what any of them matches, the first where several do."""
    return re.compile("|".join([one.pattern for _, one in parts]))


_POINTS = apart(*POINT_SIGNS)


@lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[tuple[int, str], ...]:
    """`(offset, sentence)`; a clause that ends in ； counts as a sentence. Many ask for the same paragraphs."""
    if "\n" in text:
        return tuple([(found.start(), found[0]) for found in _SENTENCE.finditer(text)])
    found, begin = [], 0  # the same for one line, in a fifth of the time
    for words in text.replace("；", "。").replace("！", "。").replace("？", "。").split("。"):
        end = begin + len(words) + 1
        if words:
            found.append((begin, text[begin:end]))
        begin = end
    return tuple(found)


@lru_cache(maxsize=4096)
def begins(text: str) -> list[int]:
    """Where the sentences begin."""
    return [*map(itemgetter(0), sentences(text))]


def sentence_at(text: str, place: int) -> tuple[int, str]:
    """The sentence in which a sign stands that ends none, with its offset."""
    return sentences(text)[bisect_right(begins(text), place) - 1]


def stands(text: str, words: Collection[str], missing: frozenset[str] | None = None) -> bool:
    """Whether one of the words stands in the text. `missing`, words that surely do not, is given for a whole file or
    much of it: what else that lacks is looked for at once in the files to come. Words out of a file are asked for
    without."""
    if missing is not None and missing.issuperset(words):
        return False
    for word in words:
        # that a sign is missing is told ten times as fast as that a word is
        if word[0] in text and word[-1] in text and word in text:
            return True
    if missing is not None:
        WORDS.learn(words)
    return False


class Joined:
    """A paragraph a line. What matches in a paragraph alone must match here at the same place: patterns for it have
    no ^ and no $."""

    def __init__(self, paras: tuple[Para, ...], missing: frozenset[str] = _NONE) -> None:
        """`missing` are words that surely do not stand in it."""
        self.paras = paras
        self._missing = missing
        self.text = "\n".join([para.text for para in paras])

    @once
    def _ends(self) -> list[int]:
        """Where each paragraph ends with its line's end."""
        ends, end = [], 0
        for para in self.paras:
            end += len(para.text) + 1
            ends.append(end)
        return ends

    @once
    def sentences(self) -> tuple[tuple[Para, int, str], ...]:
        """Each with its paragraph and where it begins in that."""
        return tuple([(para, *one) for para in self.paras for one in sentences(para.text)])

    @once
    def dated(self) -> tuple[tuple[Para, int, str], ...]:
        """The sentences that may name a day, a month, a quarter or a year: where deadlines are looked for."""
        there = possible(self.text, _POINTS, self._missing)
        places = {found.start() for one in there for found in one.finditer(self.text)}
        lines = [self.at(place) for place in sorted(places)]
        return tuple(dict.fromkeys([(para, *sentence_at(para.text, at)) for para, at in lines]))

    @once
    def numbers(self) -> Numbers:
        return Numbers(self.text)

    @once
    def broken(self) -> bool:
        """Whether a line break stands inside a paragraph."""
        return self.text.count("\n") >= len(self.paras) > 0

    def says(self, *words: str) -> bool:
        """Whether one of the words stands in it."""
        return stands(self.text, words, self._missing)

    def holding(
        self, pattern: re.Pattern[str] | Apart, *needs: str, at: Iterable[int] | None = None
    ) -> Iterator[Para]:
        """Paragraphs in which the pattern may match. One of `needs` stands in whatever it matches: where none is
        there, which is quickly told, nothing is looked at. With `at` it is only tried at these places."""
        return iter(self._held(pattern, needs, at))

    def _held(
        self, pattern: re.Pattern[str] | Apart, needs: Sequence[str], at: Iterable[int] | None
    ) -> Sequence[Para]:
        # nearly always nothing is found: no generator is set up before something is
        if needs and not stands(self.text, needs, self._missing):
            return ()
        if isinstance(pattern, tuple):
            there = possible(self.text, pattern, self._missing)
            lines = [line for one in there for line in self._lines(one)]
            return [self.paras[line] for line in sorted(set(lines))] if lines else ()
        if at is not None:
            return self.around([place for place in at if pattern.match(self.text, place)])
        return [self.paras[line] for line in self._lines(pattern)]

    def around(self, places: Collection[int]) -> Sequence[Para]:
        """The paragraphs in which these places of the text stand, each once and in order."""
        ends = self._ends
        lines = sorted({bisect_right(ends, place) for place in places}) if places else ()
        return [self.paras[line] for line in lines]

    def holds(self, pattern: re.Pattern[str] | Apart) -> bool:
        """Whether the pattern may match in some paragraph."""
        there = possible(self.text, pattern, self._missing) if isinstance(pattern, tuple) else [pattern]
        return any(one.search(self.text) for one in there)

    def _lines(self, pattern: re.Pattern[str]) -> list[int]:
        """The paragraphs, by their place among `paras`, in which the pattern is found."""
        text, ends, lines = self.text, self._ends, []
        found = pattern.search(text)
        while found:
            line = bisect_right(ends, found.start())
            lines.append(line)
            found = pattern.search(text, ends[line]) if ends[line] <= len(text) else None
        return lines

    def at(self, place: int) -> tuple[Para, int]:
        """The paragraph in which that character of the text stands, and its place there."""
        line = self._line(place)
        return self.paras[line], place - (self._ends[line - 1] if line else 0)

    def above(self, para: Para, many: int) -> tuple[Para, ...]:
        """So many of its paragraphs right above one of them, or as many as there are."""
        at = next(place for place, one in enumerate(self.paras) if one is para)
        return self.paras[max(at - many, 0) : at]

    def _line(self, place: int) -> int:
        return bisect_right(self._ends, place)

    def numbered(self, pattern: re.Pattern[str], then: str) -> Iterator[tuple[Para, re.Match[str]]]:
        """Every match that begins where digits begin and reaches up to the next digits or holds them: right before
        those stands one of the signs of `then`. For patterns that would otherwise be tried at every character."""
        text, end = self.text, 0
        for place in self.numbers.leading_up(then):
            if place < end or not pattern.match(text, place):
                continue
            para, at = self.at(place)
            if found := pattern.match(para.text, at):
                end = place - at + found.end()
                yield para, found

    def matches(
        self,
        pattern: re.Pattern[str] | Apart,
        *needs: str,
        quick: re.Pattern[str] | Apart | None = None,
        at: Iterable[int] | None = None,
    ) -> Iterator[tuple[Para, re.Match[str]]]:
        """Every match with its paragraph, as if each was searched alone; `needs` and `at` as in `holding`. `quick` is
        found in whatever the pattern matches: one that begins with certain characters is looked for four times as fast,
        and several that begin with one each, ten times: these are so of themselves."""
        held = self._held(quick or pattern, needs, at)
        if not held:
            return iter(())
        whole = either(pattern) if isinstance(pattern, tuple) else pattern
        return ((para, found) for para in held for found in whole.finditer(para.text))
