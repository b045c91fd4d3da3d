"""What is really printed: a part of a PDF page as an image, its ink bounds and its long horizontal rules, in mm.

A rule's place and weight come from how much of each row of the image is covered, so it does not matter whether the
file draws it as a line, a rectangle, a cell border or a picture.
"""

from __future__ import annotations

from types import TracebackType
from typing import Any, Self

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from reporter.artefacts.geometry import MM_PER_PT, Box, Glyph
from reporter.artefacts.pdf import open_pdf
from reporter.artefacts.source import Source, load

FINE_DPI = 1200
USUAL_DPI = 600
_DARK = 127
_LONG = 0.5
"""A row is part of a rule when more than this share of the region's width is covered without a gap."""

Cover = NDArray[np.uint8]


class Rule(Struct, frozen=True):
    """A horizontal rule: its edges and its weight (covered height) in mm from the page's top left."""

    left: float
    right: float
    top: float
    weight: float

    @property
    def bottom(self) -> float:
        return self.top + self.weight

    @property
    def width(self) -> float:
        return self.right - self.left


class InkedPdf:
    """An open PDF that can be looked at; a context manager. Pages count from 1."""

    usual_dpi = USUAL_DPI

    def __init__(self, source: Source) -> None:
        self._document = open_pdf(load(source))
        self._open: tuple[int, Any] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._leave()
        self._document.close()

    def glyph_bounds(self, page: int, glyph: Glyph, region: Box) -> Box | None:
        """The bounds of what is printed inside `region`, which surely holds the one character."""
        return self.bounds(page, region)

    def bounds(self, page: int, region: Box, *, red: bool = False) -> Box | None:
        """The bounds of what is printed inside `region`; only red ink when `red`. None when there is nothing."""
        cover, step = self._cover(page, region, self.usual_dpi, red)
        inked = cover > _DARK
        rows, columns = np.flatnonzero(inked.any(axis=1)), np.flatnonzero(inked.any(axis=0))
        if not rows.size:
            return None
        return Box(
            region.left + float(columns[0]) * step, region.top + float(rows[0]) * step,
            region.left + float(columns[-1] + 1) * step, region.top + float(rows[-1] + 1) * step,
        )  # fmt: skip

    def rules(self, page: int, region: Box, *, red: bool = False) -> tuple[Rule, ...]:
        """Horizontal rules that cross at least half of `region`, top to bottom, measured at 600 and 1200 dpi."""
        cover, step = self._cover(page, region, self.usual_dpi, red)
        dark = cover > _DARK
        rows = np.flatnonzero(dark.mean(axis=1) > _LONG)
        rows = rows[[_longest(dark[row]) > _LONG * dark.shape[1] for row in rows]] if rows.size else rows
        return tuple(
            self._rule(page, region, (dark[first : last + 1], first * step, last * step), red)
            for first, last in _runs(rows)
        )

    def _rule(
        self, page: int, region: Box, coarse: tuple[NDArray[np.bool_], float, float], red: bool
    ) -> Rule:
        """Ends from the coarse image, edge and weight from a fine look at the rule's middle third."""
        rows, first, last = coarse
        inked = np.flatnonzero(rows.any(axis=0))
        step = region.width / rows.shape[1]
        left, right = region.left + float(inked[0]) * step, region.left + float(inked[-1] + 1) * step
        margin = 0.3
        third = (right - left) / 3
        near = Box(left + third, region.top + first - margin, right - third, region.top + last + margin)
        cover, fine = self._cover(page, near, FINE_DPI, red)
        profile = np.median(cover, axis=1) / 255
        seen = np.flatnonzero(profile > 0.05)
        top = near.top + (float(seen[0]) + 1 - float(profile[seen[0]])) * fine
        return Rule(left, right, top, float(profile.sum()) * fine)

    def _sheet(self, page: int) -> Any:
        """The page, kept open until another one is asked for: opening one reads all of it."""
        if self._open is None or self._open[0] != page:
            self._leave()
            self._open = page, self._document[page - 1]
        return self._open[1]

    def _leave(self) -> None:
        if self._open is not None:
            self._open[1].close()
            self._open = None

    def _cover(self, page: int, region: Box, dpi: int, red: bool) -> tuple[Cover, float]:
        """How much of each pixel of the region is covered, 0 to 255, and a pixel's size in mm."""
        sheet = self._sheet(page)
        width, height = (side * MM_PER_PT for side in sheet.get_size())
        crop = (region.left, height - region.bottom, width - region.right, region.top)
        bitmap: Any = sheet.render(
            scale=dpi / 72, crop=tuple(side / MM_PER_PT for side in crop), rev_byteorder=True
        )
        pixels = bitmap.to_numpy()
        light, paper = pixels[:, :, 0], np.maximum(pixels[:, :, 1], pixels[:, :, 2])
        # Red ink takes away green and blue but not red; black takes away all three.
        cover = np.maximum(light, paper) - paper if red else 255 - np.maximum(light, paper)
        bitmap.close()
        return cover, region.width / cover.shape[1]


def _longest(row: NDArray[np.bool_]) -> int:
    """Length of the longest unbroken stretch."""
    gaps = np.flatnonzero(~np.concatenate(([False], row, [False])))
    return int(np.diff(gaps).max()) - 1


def _runs(rows: NDArray[np.intp]) -> list[tuple[int, int]]:
    """Neighbouring rows as (first, last)."""
    if not rows.size:
        return []
    ends = np.flatnonzero(np.diff(rows) > 1)
    firsts = np.concatenate(([rows[0]], rows[ends + 1]))
    lasts = np.concatenate((rows[ends], [rows[-1]]))
    return [(int(first), int(last)) for first, last in zip(firsts, lasts, strict=True)]
