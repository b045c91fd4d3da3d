"""Characters on a page → runs: what looks alike as one, Latin letters under the East Asian face beside them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

from reporter.artefacts.fontnames import east_asian
from reporter.artefacts.geometry import MM_PER_PT, Glyph
from reporter.artefacts.seen.model import Run

_GAP_EM: Final = 1.2
"""White that wide between two characters is a tab."""
_SHARED: Final = re.compile("[\x00-\x7f\xa0\xb7\u2010-\u203f\u2460-\u249b]")
_HALF: Final = 0.13
"""Sizes so near to a half point are that size."""
_WIDE: Final = "\u2e80"
"""The first of the code points of hanzi and their marks."""

Look = tuple[str, float, bool, str]


def joined(lines: Sequence[Sequence[Glyph]], breaks: str = "") -> tuple[Run, ...]:
    """The runs of the lines of a paragraph; `breaks` stands between lines."""
    texts: list[str] = []
    looks: list[Look] = []
    faces = _Faces(lines)
    for at, line in enumerate(lines):
        if at and looks:
            between = breaks or _between(texts[-1], line)
            if between:
                texts.append(between)
                looks.append(looks[-1])
        end = None
        for glyph in line:
            look = faces.look(glyph)
            if end is not None and glyph.left - end > _GAP_EM * glyph.size_pt * MM_PER_PT:
                texts.append("\t")
                looks.append(look)
            texts.append(glyph.char)
            looks.append(look)
            end = glyph.right
    return tuple(_runs(texts, looks))


class _Faces:
    """What glyphs look like. Letters, digits and marks that hanzi share with them take the face of the hanzi before
    them, as they do in a run of Word, whatever font they are printed in."""

    def __init__(self, lines: Sequence[Sequence[Glyph]]) -> None:
        glyphs = (glyph for line in lines for glyph in line)
        hanzi = (glyph.font for glyph in glyphs if not _SHARED.match(glyph.char) and east_asian(glyph.font))
        self._face = next(hanzi, None)
        self._known: dict[tuple[str, float, bool, str, bool, str | None], Look] = {}

    def look(self, glyph: Glyph) -> Look:
        shared = _SHARED.match(glyph.char) is not None
        key = glyph.font, glyph.size_pt, glyph.bold, glyph.colour, shared, self._face
        look = self._known.get(key)
        if look is None:
            own = glyph.font if east_asian(glyph.font) else ""
            font = (self._face or own) if shared or not own else own
            look = self._known[key] = font, size_of(glyph.size_pt), glyph.bold, glyph.colour
        if not shared and look[0]:
            self._face = look[0]
        return look


def size_of(points: float) -> float:
    half = round(points * 2) / 2
    return half if abs(points - half) <= _HALF else round(points, 1)


def _between(before: str, line: Sequence[Glyph]) -> str:
    """Words of Latin letters keep their blank where a line ends."""
    after = line[0].char if line else ""
    return " " if before.isascii() and before.isalpha() and after.isascii() and after.isalpha() else ""


def _runs(texts: Sequence[str], looks: Sequence[Look]) -> Iterable[Run]:
    begin = 0
    for at in range(1, len(looks) + 1):
        if at == len(looks) or looks[at] != looks[begin]:
            yield Run(plain("".join(texts[begin:at])), *looks[begin])
            begin = at


def plain(text: str) -> str:
    """Radicals and compatibility hanzi, which a font's table may give back, as the hanzi that are printed."""
    if not any("\u2e80" <= char <= "\u2fdf" or "\uf900" <= char <= "\ufaff" for char in text):
        return text
    return "".join(
        unicodedata.normalize("NFKC", char)
        if "\u2e80" <= char <= "\u2fdf" or "\uf900" <= char <= "\ufaff"
        else char
        for char in text
    )
