"""Advance widths and coverage of the built fonts, from a small table: rendering never opens a font file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from reporter.errors import EnvironmentFault
from reporter.typeset.fontfolder import METRICS_FILE
from reporter.typeset.fonts.place import built_file

SCHEMA: Final = "reporter/fonts-1"
UNITS: Final = 1000
"""Units per em of every built font."""


@dataclass(frozen=True, slots=True)
class RoleMetrics:
    """One role: `widths` maps a code point to its advance in em where that is not a full em."""

    widths: dict[int, float]
    own: frozenset[int]
    fallback: frozenset[int]


class Metrics:
    """Widths and coverage by role. Widths are in em (1.0 = one 字); a character in no font counts as 1 em."""

    def __init__(
        self, roles: dict[str, RoleMetrics], key: str = "", title_rise: tuple[float, float] = (0.0, 0.0)
    ) -> None:
        self._roles = roles
        self.key = key
        """Two with the same key set the same lines; empty for those of the stand-ins."""
        self.title_rise = title_rise
        """How much farther the ink of 小标宋 goes above and (negative) below the baseline than the stand-in's, em."""
        self._advances: dict[str, dict[str, float]] = {
            role: {chr(code): width for code, width in part.widths.items()} for role, part in roles.items()
        }

    def advance(self, char: str, role: str) -> float:
        """The advance of one character in em."""
        return self._advances[role].get(char, 1.0)

    def width(self, text: str, role: str) -> float:
        """The sum of the advances of a text in em (no kerning: the built fonts have none)."""
        widths = self._advances[role]
        return sum(widths.get(char, 1.0) for char in text)

    def covers(self, char: str, role: str) -> bool:
        """Whether the role's stand-in or its fallback has the character."""
        part = self._roles[role]
        return ord(char) in part.own or ord(char) in part.fallback

    def missing(self, text: str, role: str) -> list[str]:
        """The characters of the text that would print as an empty box, each once, in order of appearance.

        A renderer that finds a character in no face of the role looks in those of the others.
        """
        return [
            char
            for char in dict.fromkeys(text)
            if char not in "\n\r\t" and not any(self.covers(char, one) for one in (role, *self._roles))
        ]

    def of_role(self, role: str) -> RoleMetrics:
        """The table of one role."""
        return self._roles[role]

    def substituted(self, text: str, role: str) -> list[str]:
        """The characters of the text that another face supplies (a visibly different one), each once."""
        own, gone = self._roles[role].own, set(self.missing(text, role))
        return [
            char
            for char in dict.fromkeys(text)
            if char not in "\n\r\t" and ord(char) not in own and char not in gone
        ]


@lru_cache(maxsize=2)
def _load(path: str) -> Metrics:
    with open(path, encoding="utf-8") as stream:  # noqa: PTH123 - the path is the cache key, hence a string
        data = json.load(stream)
    if data.get("schema") != SCHEMA:
        raise EnvironmentFault(f"字体度量文件 {path} 不是本版本生成的", hint="请运行 make fonts")
    return Metrics(
        {
            role: RoleMetrics(
                widths={int(code): width / UNITS for code, width in table["widths"].items()},
                own=expand(table["own"]),
                fallback=expand(table["fallback"]),
            )
            for role, table in data["roles"].items()
        }
    )


def metrics() -> Metrics:
    """The metrics of the fonts in `font_dir()`; raises EnvironmentFault when they are not built."""
    return _load(str(built_file(METRICS_FILE)))


def expand(ranges: list[list[int]]) -> frozenset[int]:
    """Closed ranges [[first, last], …] to the set of code points."""
    return frozenset(code for first, last in ranges for code in range(first, last + 1))


def collapse(codes: set[int]) -> list[list[int]]:
    """The set of code points as sorted closed ranges, the inverse of `expand`."""
    ranges: list[list[int]] = []
    for code in sorted(codes):
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return ranges


def table(widths: dict[int, int], own: set[int], fallback: set[int]) -> dict[str, object]:
    """One role's part of the metrics file; `widths` may hold full-em entries, which are left out."""
    narrow = {str(code): width for code, width in sorted(widths.items()) if width != UNITS}
    return {"widths": narrow, "own": collapse(own), "fallback": collapse(fallback)}
