"""Automatic numbering: which label Word prints before a paragraph (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from reporter.artefacts.seen.word.counting import formatted
from reporter.artefacts.seen.word.styles import Styles, paragraph_props
from reporter.artefacts.seen.word.units import Element, W, on, val, whole

_PLACE = re.compile(r"%([1-9])")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_LEVELS: Final = 9
_LINKS: Final = 5
"""How many links from list style to list style are followed."""


class Level(Struct, frozen=True):
    """One level of a list. `text` has %1 … for the numbers of the levels; `restart` is the level (from 1) whose
    number restarts it, 0 for never."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False
    style: str = ""
    node: Element | None = None


class Lists:
    """All lists of a file as they are laid down; files made from one template have the same."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, Element] = {}
        self._nums: dict[str, Element] = {}
        self._levels: dict[str, tuple[str, dict[int, Level]]] = {}
        for node in root if root is not None else ():
            if node.tag == f"{W}abstractNum":
                self._abstract.setdefault(node.get(f"{W}abstractNumId") or "", node)
            elif node.tag == f"{W}num":
                self._nums.setdefault(node.get(f"{W}numId") or "", node)
        styles.level_props = self.props if self._nums else None

    def __contains__(self, num: str) -> bool:
        return num in self._nums

    def props(self, num: str, level: int | None, style: str | None = None) -> dict[str, Any]:
        """The paragraph properties of a level (its indents)."""
        if num not in self._nums:
            return {}
        found = self.read(num)[1].get(self.level(num, level, style))
        own = paragraph_props(found.node.find(f"{W}pPr")) if found and found.node is not None else {}
        own.pop("style", None)
        own.pop("num", None)
        return own

    def level(self, num: str, level: int | None, style: str | None) -> int:
        """The level that is meant: the one that is said, else the one that is bound to the style, else the first."""
        if level is not None:
            return level
        levels = self.read(num)[1] if num in self._nums else {}
        return next((at for at, one in levels.items() if style and one.style == style), 0)

    def begins(self, num: str) -> tuple[int, ...]:
        """The levels that the list begins at a number of its own."""
        return tuple([level for level, _ in _overrides(self._nums[num])])

    def read(self, num: str) -> tuple[str, dict[int, Level]]:
        """What a list shares its numbers with, and its levels."""
        known = self._levels.get(num)
        if known is None:
            node = self._nums[num]
            abstract = self._linked(val(node, "abstractNumId"))
            levels = _levels(self._abstract.get(abstract))
            for override in node.iterchildren(f"{W}lvlOverride"):
                levels |= _levels(override)
            for level, start in _overrides(node):
                levels[level] = replace(levels.get(level, Level()), start=start)
            known = self._levels[num] = abstract, levels
        return known

    def _linked(self, abstract: str) -> str:
        """The list that an empty one stands for by naming a list style."""
        for _ in range(_LINKS):
            node = self._abstract.get(abstract)
            style = val(node, "numStyleLink")
            num = self._styles.own_list(style) if style else ""
            if num not in self._nums:
                break
            abstract = val(self._nums[num], "abstractNumId")
        return abstract


class Numbering:
    """The numbers of one file's lists. `label` must be called for paragraphs in their order, since it counts."""

    def __init__(self, lists: Lists) -> None:
        self.lists = lists
        self._counters: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def label(self, num: str, level: int) -> str:
        """Counts one paragraph of that list and level and gives its label, empty for none."""
        if num not in self.lists:
            return ""
        abstract, levels = self.lists.read(num)
        counters = self._counters.setdefault(abstract, [None] * _LEVELS)
        if num not in self._begun:
            self._begun.add(num)
            for begun in self.lists.begins(num):  # restarts what it shares with others, once
                counters[begun:] = [None] * (_LEVELS - begun)
        here = levels.get(level, Level())
        for above in range(level):
            if counters[above] is None:
                counters[above] = levels.get(above, Level()).start
        before = counters[level]
        counters[level] = here.start if before is None else before + 1
        for below in range(level + 1, _LEVELS):
            restart = levels.get(below, Level()).restart
            if restart is None or level < restart:
                counters[below] = None
        return _PRIVATE.sub("•", self._text(here, levels, counters))

    @staticmethod
    def _text(here: Level, levels: dict[int, Level], counters: list[int | None]) -> str:
        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            counter = counters[at]
            level = levels.get(at, Level())
            value = level.start if counter is None else counter
            return formatted(value, "decimal" if here.legal and level.form != "none" else level.form)

        return here.text if here.form == "bullet" else _PLACE.sub(number, here.text)


def _overrides(num: Element) -> Iterator[tuple[int, int]]:
    """Levels that a list begins at a number of its own."""
    for node in num.iterchildren(f"{W}lvlOverride"):
        level, start = whole(node.get(f"{W}ilvl")), whole(val(node, "startOverride"))
        if level is not None and start is not None and 0 <= level < _LEVELS:
            yield level, start


def _levels(parent: Element | None) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for node in parent.iterchildren(f"{W}lvl") if parent is not None else ():
        at = whole(node.get(f"{W}ilvl"))
        if at is not None and 0 <= at < _LEVELS:
            start = whole(val(node, "start"))
            found[at] = Level(
                _form(node), val(node, "lvlText"), 0 if start is None else start, whole(val(node, "lvlRestart")),
                on(node.find(f"{W}isLgl")), val(node, "pStyle"), node,
            )  # fmt: skip
    return found


def _form(level: Element) -> str:
    """Newer formats stand in an alternative, with a choice that names them as `custom`."""
    found = [node.get(f"{W}val") or "decimal" for node in level.iter(f"{W}numFmt")]
    return next((form for form in found if form != "custom"), "decimal")
