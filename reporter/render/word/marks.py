"""Inline content as one string that goes through a template: marks are private-use characters around plain text.

A template needs no markup for bold, blanks, notes or bookmarks: `{{ b.text }}` carries them, and `runs` turns them
into runs in the sample's own look. Data cannot forge a mark: private-use and control characters are refused here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from reporter.document.inline import Blank, Break, Inline, Inlines, Text
from reporter.errors import InputError
from reporter.patterns import regex
from reporter.text import control_characters

BLOCK, END = "\ue000", "\ue001"  # BLOCK number END: the block that this paragraph or table belongs to
STRONG, PERSON, PLAIN = (
    "\ue002",
    "\ue003",
    "\ue004",
)  # what follows is bold, is a signer's name, is plain again
GAP = "\ue005"  # GAP width END: an underlined blank of so many 字
BREAK, TAB = "\ue006", "\ue007"
URGENT = "\ue009"  # what follows is 紧急程度
NOTE = "\ue008"  # NOTE number END: footnote

PLAIN_TEXT, HINTED, EDGED, BOTH = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3"
"""In the place of a text while its surroundings are finished: any text; one that needs the East Asian hint; one with
white at an edge; one with both."""
PLACE, PLACE_END = "\ufdd4", "\ufdd5"  # PLACE index PLACE_END: number or name of a bookmark
SLOTS = (PLAIN_TEXT, HINTED, EDGED, BOTH, PLACE, PLACE_END)

TOKENS = regex(f"([{STRONG}{PERSON}{URGENT}{PLAIN}{BREAK}{TAB}]|[{GAP}{NOTE}]\\d+{END})")
_WHITE = {"\n": BREAK, "\t": TAB}


def checked(text: str) -> str:
    """Text that may go into a document: newlines and tabs as marks, anything unprintable refused with its code."""
    if text.isprintable():  # stricter than we are: wide blanks and signs without ink are looked at below
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = control_characters(text) + [f"U+{ord(char):04X}" for char in "\ufffe\uffff" if char in text]
    if found:
        near = re.sub(r"[\x00-\x1f\x7f\ue000-\uf8ff\ud800-\udfff\ufffe\uffff]", "□", text)[:30]
        raise InputError(
            f"文字里有不能打印的字符 {'、'.join(found)}：“{near}”", "请在来源表格或文本中删去这个字符"
        )
    for char, mark in _WHITE.items():
        text = text.replace(char, mark)
    return text


class Marker:
    """Encodes inlines; collects the footnotes of one document, numbered from 1."""

    def __init__(self) -> None:
        self.notes: list[str] = []

    def encode(self, inlines: Iterable[Inline]) -> str:
        """One string with marks; raises InputError for control and private-use characters."""
        return "".join([self._one(inline) for inline in inlines])

    def _one(self, inline: Inline) -> str:
        if isinstance(inline, Text):
            text = checked(inline.text)
            return f"{STRONG}{text}{PLAIN}" if inline.strong else text
        if isinstance(inline, Blank):
            return f"{GAP}{inline.width}{END}"
        if isinstance(inline, Break):
            return BREAK
        self.notes.append(self.encode(inline.inlines))
        return f"{NOTE}{len(self.notes)}{END}"

    def line(self, items: Iterable[Inlines]) -> str:
        """Items of one line with a tab between them."""
        return TAB.join(self.encode(item) for item in items)
