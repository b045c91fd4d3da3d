"""What is printed, told from a page's vector paths where they tell it, and from a coarse image where they do not.

For judging with the tolerances of a rule; `geometry_ink` measures every place at full resolution, ten times as slowly.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from typing import Any, Final

import pypdfium2.raw as raw

from reporter.artefacts.geometry import MM_PER_PT, Box, Glyph, PageGeometry
from reporter.artefacts.geometry_drawn import Drawn
from reporter.artefacts.geometry_ink import InkedPdf, Rule
from reporter.artefacts.source import Source

_ONE_RULE_MM: Final = 0.05
"""Pieces whose middles and ends differ less are one rule: borders are often drawn a cell at a time."""
_TOUCH_MM: Final = 0.2
_LONG: Final = 0.5
_DARK: Final = 127


class QuickInk(InkedPdf):
    """An open PDF whose pages were read already; a context manager. Pages count from 1."""

    usual_dpi = 300

    def __init__(self, source: Source, pages: Sequence[PageGeometry]) -> None:
        super().__init__(source)
        self._pages = pages
        self._glyphs: dict[tuple[object, ...], Box | None] = {}

    def rules(self, page: int, region: Box, *, red: bool = False) -> tuple[Rule, ...]:
        """Rules among the paths; where there are none but a picture may show one, the image is looked at."""
        found = tuple(_rules(self._pages[page - 1].drawn, region, red))
        return found if found or not self._pictured(page) else super().rules(page, region, red=red)

    def glyph_bounds(self, page: int, glyph: Glyph, region: Box) -> Box | None:
        """The same character of the same face and size is looked at once."""
        key = (glyph.char, glyph.font, round(glyph.size_pt, 2), glyph.turned)
        across, down = _origin(glyph)
        if key not in self._glyphs:
            box = super().glyph_bounds(page, glyph, region)
            self._glyphs[key] = box and _moved(box, -across, -down)
        box = self._glyphs[key]
        return box and _moved(box, across, down)

    def _pictured(self, page: int) -> bool:
        """Whether the page shows a picture as wide as a rule."""
        sheet = self._sheet(page)
        count = raw.FPDFPage_CountObjects(sheet.raw)
        objects = (raw.FPDFPage_GetObject(sheet.raw, index) for index in range(count))
        wide = self._pages[page - 1].width / 2 / MM_PER_PT
        return any(
            raw.FPDFPageObj_GetType(item) in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM, raw.FPDF_PAGEOBJ_SHADING)
            and _width(item) > wide
            for item in objects
        )  # fmt: skip


def _rules(drawn: Sequence[Drawn], region: Box, red: bool) -> Iterator[Rule]:
    """Those across at least half of the region, cut at its edges, top to bottom."""
    pieces = [rule for rule in drawn if rule.level and _coloured(rule.colour, red)]
    pieces.sort(key=lambda rule: (round(rule.top / _ONE_RULE_MM), rule.left))
    for top, left, right, weight in _joined(pieces):
        left, right = max(left, region.left), min(right, region.right)
        upper = top - weight / 2
        if region.top <= upper <= region.bottom and right - left > _LONG * region.width:
            yield Rule(left, right, upper, weight)


def _joined(pieces: Sequence[Drawn]) -> list[tuple[float, float, float, float]]:
    """Middle, left, right and weight in mm of rules put together from pieces in a row."""
    found: list[tuple[float, float, float, float]] = []
    for piece in pieces:
        weight, middle = piece.weight * MM_PER_PT, (piece.top + piece.bottom) / 2
        if found:
            top, left, right, heavy = found[-1]
            if abs(top - middle) <= _ONE_RULE_MM and piece.left <= right + _TOUCH_MM:
                found[-1] = top, left, max(right, piece.right), max(heavy, weight)
                continue
        found.append((middle, piece.left, piece.right, weight))
    return found


def _coloured(colour: str, red: bool) -> bool:
    """As the image has it: red ink leaves red alone, black takes all three away."""
    parts = [int(colour[at : at + 2], 16) for at in (0, 2, 4)]
    return parts[0] - max(parts[1:]) > _DARK if red else max(parts) <= _DARK


def _origin(glyph: Glyph) -> tuple[float, float]:
    """Where the character is set, from the page's left and top."""
    return (glyph.baseline, glyph.left) if glyph.turned else (glyph.left, glyph.baseline)


def _moved(box: Box, across: float, down: float) -> Box:
    return Box(box.left + across, box.top + down, box.right + across, box.bottom + down)


def _width(item: Any) -> float:
    sides = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(item, *sides)
    return float(sides[2].value - sides[0].value)
