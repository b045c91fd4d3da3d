"""Pages filled with boxes of lines or rows, parted where the page engine parts them.

The engine's rules (widows, orphans, "avoid" before and after, heads of tables repeated) are followed one by one,
so that the pages of a document are known before it is laid out. All heights in pt.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct

from reporter.typeset.standard import A4, mm_to_pt

AREA_PT = mm_to_pt(A4.area_height_mm)
_ROUNDING_PT = 1e-3


class Box(Struct, frozen=True):
    """Lines of text or rows of a table in the flow.

    `before` is white above that vanishes at a page's head; `repeat` a table's head, printed on each of its pages;
    `kept` binds the box to the one before it, `glued` a row (by index) to the row before it.
    """

    heights: tuple[float, ...]
    before: float = 0.0
    orphans: int = 1
    widows: int = 1
    breakable: bool = True
    kept: bool = False
    repeat: float = 0.0
    glued: frozenset[int] = frozenset()
    new_page: float = 0.0
    """Height of the page that must begin here; 0: none must."""


class Start(Struct, frozen=True):
    """What a page begins with: a box and the line or row of it."""

    box: int
    line: int


class Filled(Struct, frozen=True):
    """Pages with what each begins with; `used` and `height` are of the last one."""

    starts: tuple[Start, ...]
    used: float
    height: float

    @property
    def pages(self) -> int:
        """Their number."""
        return len(self.starts)


def fill(boxes: Sequence[Box], height: float = AREA_PT) -> Filled:
    """Lay boxes on pages, the first of `height`; no box gives no page."""
    filler = _Filler(boxes, height)
    filler.run()
    return Filled(tuple(filler.starts), filler.used, filler.height)


class _Fragment(Struct):
    box: int
    start: int
    stop: int
    top: float
    """Height used before it."""


class _Filler:
    def __init__(self, boxes: Sequence[Box], height: float) -> None:
        self.boxes, self.height, self.used = boxes, height, 0.0
        self.following = AREA_PT
        self.starts: list[Start] = []
        self.page: list[_Fragment] = []
        self.sums: list[float] = []

    def run(self) -> None:
        box, line = 0, 0
        while box < len(self.boxes):
            one = self.boxes[box]
            if line == 0:
                self.sums = list(accumulate(one.heights, initial=0.0))
                if one.new_page or not self.starts:
                    self._turn(box, 0, one.new_page)
            taken = self._taken(box, line)
            if taken:
                self._place(box, line, line + taken)
                box, line = (box + 1, 0) if line + taken == len(one.heights) else (box, line + taken)
                if line:
                    self._turn(box, line)
            elif not one.heights:
                box += 1
            else:
                box, line = self._earlier(box)
                self._turn(box, line)
                self.sums = list(accumulate(self.boxes[box].heights, initial=0.0))

    def _turn(self, box: int, line: int, height: float = 0.0) -> None:
        first = not self.starts
        self.starts.append(Start(box, line))
        self.page, self.used = [], 0.0
        self.following = height or self.following
        if first and not height:
            return
        self.height = height or self.following

    def _offset(self, box: int, line: int) -> float:
        one = self.boxes[box]
        return (one.before if self.page and not line else 0.0) + one.repeat

    def _taken(self, box: int, line: int) -> int:
        """Lines or rows that stay on this page; 0 leaves none."""
        one = self.boxes[box]
        left = len(one.heights) - line
        room = self.height - self.used - self._offset(box, line) + _ROUNDING_PT
        fits = 0
        while fits < left and self.sums[line + fits + 1] - self.sums[line] <= room:
            fits += 1
        if fits == left:
            return fits
        if not one.breakable:
            return 0 if self.page else left
        fits -= max(one.widows - (left - fits), 0)
        while fits > 0 and line + fits in one.glued:
            fits -= 1
        if fits < one.orphans or fits <= 0:
            return 0 if self.page else 1
        return fits

    def _place(self, box: int, start: int, stop: int) -> None:
        self.page.append(_Fragment(box, start, stop, self.used))
        self.used += self._offset_placed(box, start) + self.sums[stop] - self.sums[start]

    def _offset_placed(self, box: int, line: int) -> float:
        one = self.boxes[box]
        return (one.before if self.page[:-1] and not line else 0.0) + one.repeat

    def _earlier(self, box: int) -> tuple[int, int]:
        """Where the page ends when `box` finds no room on it: before the box, or earlier where that is forbidden."""
        if not self.boxes[box].kept:
            return box, 0
        for place in range(len(self.page) - 1, -1, -1):
            fragment = self.page[place]
            if place + 1 < len(self.page) and not self.boxes[self.page[place + 1].box].kept:
                return self.page[place + 1].box, self.page[place + 1].start
            one = self.boxes[fragment.box]
            cut = fragment.stop - one.widows
            while cut > fragment.start and cut in one.glued:
                cut -= 1
            if one.breakable and cut - fragment.start >= one.orphans:
                return fragment.box, cut
        return box, 0
