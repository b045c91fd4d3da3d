"""Texts taken out of filled XML, and put back when it is finished.

What the finisher does to a paragraph or row depends on the form of its texts, not on their words: one that is like
another but for the words is finished once. A text leaves a character behind that says what the finisher must know
of it; a text that asks for more stays where it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from reporter.patterns import regex
from reporter.render.word.marks import BOTH, EDGED, HINTED, PLACE, PLACE_END, PLAIN_TEXT, TOKENS
from reporter.render.word.rare import has_rare
from reporter.render.word.runs import EAST_ASIAN_HINT, EDGES

_OPEN: Final = '<w:t xml:space="preserve">'
_CLOSE: Final = "</w:t>"
_TEXT = regex(f"{_OPEN}([^<]*){_CLOSE}")
_LIFTED = f"{_OPEN}{PLAIN_TEXT}{_CLOSE}"
_PLACES = regex(f"([{PLAIN_TEXT}{HINTED}{EDGED}{BOTH}]|{PLACE}\\d+{PLACE_END})")
_WHITE = dict.fromkeys(map(ord, "\u3000\u00a0\u2003"))
_ESCAPES = regex("&(?:amp|lt|gt|#34|#39);")


def lifted(xml: str) -> tuple[str, list[str]]:
    """A filled paragraph, row or the like without its texts, and these as they stand in XML."""
    parts = _TEXT.split(xml)
    texts = parts[1::2]
    if len(texts) > 1 and "" not in texts and _ordinary("".join(texts)):  # most rows
        return _LIFTED.join(parts[::2]), texts
    found: list[str] = []
    parts[1::2] = [f"{_OPEN}{_shape(text, found)}{_CLOSE}" for text in texts]
    return "".join(parts), found


def _ordinary(text: str) -> bool:
    """Whether any part of a text says nothing to the finisher but that it is one."""
    return (
        text.isprintable()
        and " " not in text
        and "&" not in text
        and EAST_ASIAN_HINT.search(text) is None
        and not has_rare(text)
    )


def _shape(text: str, found: list[str]) -> str:
    """The text with a character for each stretch between marks; the stretches are added to `found`."""
    if text.isprintable():  # without marks
        return _stretch(text, found)
    tokens = TOKENS.split(text)
    tokens[::2] = [_stretch(token, found) for token in tokens[::2]]
    return "".join(tokens)


def _stretch(text: str, found: list[str]) -> str:
    if not text or not (text.isprintable() or text.translate(_WHITE).isprintable()):
        return text
    if has_rare(text):  # what is rare gets a run and a face of its own
        parts = ["".join(part) for _, part in groupby(text, has_rare)]
        return "".join([part if has_rare(part) or part != part.strip() else _lift(part, found) for part in parts])
    return _lift(text, found)


def _lift(text: str, found: list[str]) -> str:
    if "&" in text:
        if "&" in _ESCAPES.sub("", text):
            return text
        text = text.replace("&#34;", '"').replace("&#39;", "'")  # in a text XML escapes neither
    found.append(text)
    hinted = EAST_ASIAN_HINT.search(text) is not None
    if text[0] in EDGES or text[-1] in EDGES:
        return BOTH if hinted else EDGED
    return HINTED if hinted else PLAIN_TEXT


class Form:
    """Finished XML with places: for `bookmarks` pairs of number and name, and for texts in their order."""

    def __init__(self, xml: str, bookmarks: int) -> None:
        parts = _PLACES.split(xml)
        self._whole = "%s".join(part.replace("%", "%%") for part in parts[::2])
        self._places: list[int] = []
        texts = 2 * bookmarks
        for place in parts[1::2]:
            named = place[0] == PLACE
            self._places.append(int(place[1:-1]) if named else texts)
            texts += not named

    def filled(self, values: Sequence[str]) -> str:
        """The XML with these in its places: first number and name of every bookmark, then the texts."""
        return self._whole % tuple([values[place] for place in self._places])
