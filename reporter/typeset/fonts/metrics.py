"""Advance widths and coverage of the built fonts, from a table: rendering never opens a font file.

Lines need widths alone, so these are kept apart; which characters a font has is read when somebody asks.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import Any, Final

from msgspec import Struct

from reporter.errors import EnvironmentFault
from reporter.kept import kept
from reporter.typeset.fontfolder import METRICS_FILE
from reporter.typeset.fonts.place import built_file

SCHEMA: Final = "reporter/fonts-1"
UNITS: Final = 1000
"""Units per em of every built font."""


class RoleMetrics(Struct, frozen=True):
    """One role: `widths` maps a code point to its advance in em where that is not a full em."""

    widths: dict[int, float]
    own: frozenset[int]
    fallback: frozenset[int]


class Metrics:
    """Widths and coverage by role. Widths are in em (1.0 = one 字); a character in no font counts as 1 em."""

    def __init__(
        self,
        roles: Callable[[], Mapping[str, RoleMetrics]],
        advances: Mapping[str, Mapping[str, float]],
        key: str = "",
        title_rise: tuple[float, float] = (0.0, 0.0),
    ) -> None:
        self._read = roles
        self._advances = advances
        self.key = key
        """Two with the same key set the same lines; empty for those of the stand-ins."""
        self.title_rise = title_rise
        """How much farther the ink of 小标宋 goes above and (negative) below the baseline than the stand-in's, em."""

    @classmethod
    def of(
        cls, roles: Mapping[str, RoleMetrics], key: str = "", title_rise: tuple[float, float] = (0.0, 0.0)
    ) -> Metrics:
        """From the tables of all roles."""
        advances = {
            role: {chr(code): width for code, width in part.widths.items()} for role, part in roles.items()
        }
        return cls(lambda: roles, advances, key, title_rise)

    @cached_property
    def _roles(self) -> Mapping[str, RoleMetrics]:
        return self._read()

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
    data = Path(path).read_bytes()
    narrow = json.loads(kept(data, (__file__,), partial(_narrow, data, path)))
    advances = {
        role: {char: width / UNITS for char, width in zip(chars, widths, strict=True)}
        for role, (chars, widths) in narrow.items()
    }
    return Metrics(partial(_roles, path), advances)


def _narrow(data: bytes, path: str) -> str:
    """Role → its characters that are not a full em wide, and their advances in 1/1000 em."""
    tables = _tables(data, path)
    return json.dumps(
        {
            role: ("".join(chr(int(code)) for code in table["widths"]), list(table["widths"].values()))
            for role, table in tables.items()
        },
        ensure_ascii=False,
    )


def _roles(path: str) -> dict[str, RoleMetrics]:
    return {
        role: RoleMetrics(
            widths={int(code): width / UNITS for code, width in table["widths"].items()},
            own=expand(table["own"]),
            fallback=expand(table["fallback"]),
        )
        for role, table in _tables(Path(path).read_bytes(), path).items()
    }


def _tables(data: bytes, path: str) -> dict[str, dict[str, Any]]:
    """What the file says of each role. Raises EnvironmentFault for one of another version."""
    found = json.loads(data)
    if found.get("schema") != SCHEMA:
        raise EnvironmentFault(f"字体度量文件 {path} 不是本版本生成的", hint="请运行 make fonts")
    tables: dict[str, dict[str, Any]] = found["roles"]
    return tables


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
