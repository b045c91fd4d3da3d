"""Words that files are asked for, all looked for at once: hardly one stands in a file, and one by one it takes five
times as long to tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from ahocorasick_rs import BytesAhoCorasick, Implementation

_MOST = 2_000
"""Words that are kept; the rules have half as many. What comes out of a file is not to be learnt, see `stands`."""
_LONGEST = 200_000
"""Characters of a text that is looked through: all places of the words are listed, of which a hostile file could have
millions."""
_MANY = 100
"""Places of all words in one text, above which those that stand more than `_OFTEN` times are left out from then on."""
_OFTEN = 12
_PATIENCE = 500
"""Words looked for one by one that take as long as to make all ready; a place that is listed takes an eighth of one."""
_FEW = 16
"""Characters of a class, or words, that are spelled out."""


class Words:
    """Words that were asked for and not found. All that it tells is that a word is missing: of the others, and of words
    that it does not know, nothing is said."""

    def __init__(self) -> None:
        self._rare: dict[str, bool] = {}
        self._waited = 0
        """How often a word was asked for since the others were made ready."""
        self._sought: tuple[str, ...] = ()
        self._all: frozenset[str] = frozenset()
        self._finder: BytesAhoCorasick | None = None

    def learn(self, words: Iterable[str]) -> None:
        """To be looked for in the texts to come."""
        for word in words:
            if word not in self._all and (len(self._rare) < _MOST or word in self._rare):
                self._waited += self._rare.setdefault(word, True)

    def missing_in(self, text: str) -> frozenset[str]:
        """Known words that surely do not stand in the text."""
        if self._waited > _PATIENCE:
            self._make_ready()
        if self._finder is None or len(text) > _LONGEST:
            return frozenset()
        sought = self._sought
        found = self._finder.find_matches_as_indexes(_coded(text), overlapping=True)
        there = [sought[which] for which, _, _ in found]
        if len(there) > _MANY:
            self._forget(there)
        return self._all - set(there)  # a third of what `difference` takes for a list

    def _forget(self, there: list[str]) -> None:
        """What texts are full of is told at once when it is looked for alone, and to list its places takes long."""
        often = [word for word, many in Counter(there).items() if many > _OFTEN]
        self._rare.update(dict.fromkeys(often, False))
        self._waited += len(there) // 8 if often else 0

    def _make_ready(self) -> None:
        self._waited = 0
        self._sought = tuple([word for word, rare in self._rare.items() if rare])
        self._all = frozenset(self._sought)
        # the other kind needs half the steps, but so much memory that waiting for it takes twice as long
        self._finder = BytesAhoCorasick(map(_coded, self._sought), implementation=Implementation.ContiguousNFA)


def _coded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


WORDS: Final = Words()
_CLASS = re.compile(r"\[([^\]\\^-]+)\](?![*+?{])")
_LED = re.compile(r"\(\?<=(?:[^()|]*\[([^\]\\^-]+)\]|\(\?:([^()\[\]\\.]+)\))?([^()\[\]|\\]+)\)")
"""What is looked back at: a class or words to choose from, and the signs that follow, as such or as so many dots."""


def heads(signs: str, source: str) -> tuple[str, ...]:
    """Words of which one stands where a pattern matches: the signs that its source begins with, and with them each of a
    class of few behind them, or what is looked back at."""
    end = source.index(signs) + len(signs)
    behind = _CLASS.match(source, end)
    few = behind[1] if behind and len(behind[1]) <= _FEW else ""
    words = tuple([signs + one for one in few] or _led(signs, _LED.match(source, end))) or (signs,)
    if len(words[0]) > 1:
        WORDS.learn(words)
    return words


def _led(signs: str, back: re.Match[str] | None) -> list[str]:
    """Words that end in the signs, of which one is looked back at."""
    few, either, last = back.groups() if back else (None, None, "")
    if last not in (signs, "." * len(signs)):
        return [last] if not (few or either) and last.endswith(signs) and "." not in last else []
    before = either.split("|") if either else few or ""
    return [one + signs for one in before] if len(before) <= _FEW else []
