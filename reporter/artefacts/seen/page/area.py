"""Where the text of a PDF stands: the edges that most lines keep, and how wide a 字 is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from reporter.artefacts.geometry import MM_PER_PT, PageGeometry, TextLine
from reporter.typeset.standard import SANHAO_PT

CELL_MM: Final = SANHAO_PT * MM_PER_PT
"""One 字 of 三号, by which indents are counted."""
SENT: Final = re.compile(r"(?:主\s*送|抄\s*送|抄\s*报|分\s*送)\s*[：:]")
"""How the lists of 版记 begin."""
_BIN_MM: Final = 1.0
_SHARE: Final = 0.12
"""An edge is kept by at least this share of the lines."""
_USUAL: Final = (28.0, 26.0)
"""White edges that are taken where too few lines tell; GB/T 9704-2012 5.2.1."""
_LARGE_PT: Final = 18.5
_FEW: Final = 3
"""Fewer lines tell of no edge: the names of a joint document end alike too."""
_SNAP: Final = 0.15
"""Characters set a little closer than they are wide make an indent of two a little less."""


class Area(Struct, frozen=True):
    """Left and right edge of the lines in mm."""

    left: float
    right: float

    @property
    def width(self) -> float:
        return self.right - self.left

    def indent(self, line: TextLine) -> float:
        """How far a line begins from the left edge, 字."""
        return cells(line.left - self.left)

    def rest(self, line: TextLine) -> float:
        """How far it ends before the right edge, 字."""
        return cells(self.right - line.right)


def cells(mm: float) -> float:
    found = mm / CELL_MM
    near = round(found)
    return float(near) if abs(found - near) <= _SNAP else round(found, 2)


def areas(pages: Sequence[PageGeometry]) -> dict[tuple[int, int], Area]:
    """The area of every size of sheet, by its rounded width and height."""
    sheets: dict[tuple[int, int], list[PageGeometry]] = {}
    for page in pages:
        sheets.setdefault(sheet(page), []).append(page)
    return {size: _area(alike) for size, alike in sheets.items()}


def sheet(page: PageGeometry) -> tuple[int, int]:
    return round(page.width), round(page.height)


def _area(pages: Sequence[PageGeometry]) -> Area:
    """Names in 版头 and the lines of 版记, which stand one 字 inside the others (cl. 7.4.2), are no edge."""
    width = pages[0].width
    aside = {id(line) for page in pages for line in [*_head(page), *_imprint(page)]}
    text = [line for page in pages for line in page.lines if id(line) not in aside]
    long = [line for line in text if line.right - line.left > width * 0.4]
    left, right = _USUAL[0], width - _USUAL[1]
    starts, ends = [line.left for line in long], [-line.right for line in long]
    found = _edge(starts)
    if found is not None and found < width / 3 and not _kept([line.left for line in text], starts, left):
        left = found
    found = _edge(ends)
    if found is not None and -found > width * 2 / 3 and not _kept(ends, ends, -right):
        right = -found
    return Area(left, right)


def _kept(ends: Sequence[float], long: Sequence[float], usual: float) -> bool:
    """Whether the usual edge is this one's: a line ends there, and no long one reaches over it. A short text has more
    first lines of paragraphs than lines that go on, and a mark or title in the middle that is nearly as wide."""
    return min(long) >= usual - _BIN_MM and any(abs(end - usual) <= _BIN_MM / 2 for end in ends)


def _head(page: PageGeometry) -> list[TextLine]:
    """Names and titles in large type, and the line of 签发人, which ends one 字 before the edge (cl. 7.2.6)."""
    return [line for line in page.lines if line.size_pt >= _LARGE_PT or "签发人" in line.text]


def _imprint(page: PageGeometry) -> Sequence[TextLine]:
    """The lines of a page from 主送：, 抄送： or the line of 印发 down."""
    begins = (at for at, line in enumerate(page.lines) if SENT.match(line.text) or line.text.endswith("印发"))
    return page.lines[next(begins, len(page.lines)) :]


def _edge(places: Sequence[float]) -> float | None:
    """The outermost place where enough lines begin."""
    bins = Counter(round(place / _BIN_MM) for place in places)
    for at in sorted(bins):
        near = [place for place in places if abs(place / _BIN_MM - at) <= 1]
        if len(near) >= max(_FEW, _SHARE * len(places)):
            return sorted(near)[len(near) // 2]
    return None
