"""How many pages a flow of lines and rows fills, and where the imprint goes.

A plain model of what both renderers do: blocks of equal lines, kept together or not, on pages of one height.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reporter.typeset.standard import A4, IMPRINT, PITCH_MM

_ROUNDING_MM = 0.01


@dataclass(frozen=True, slots=True)
class Block:
    """Lines (or one row) in the flow; heights in mm.

    `before_mm` is white above that vanishes at a page's head. Unless `together`, a block parts between lines,
    leaving at least two lines on either page (widows and orphans).
    """

    lines: int
    line_mm: float = PITCH_MM
    before_mm: float = 0.0
    together: bool = False
    keep_next: bool = False
    new_page: bool = False
    repeat_mm: float = 0.0
    """Height repeated at the head of a page that this block begins: a table's header rows."""

    @property
    def height_mm(self) -> float:
        """Without the white above."""
        return self.lines * self.line_mm


@dataclass(frozen=True, slots=True)
class Filled:
    """The result of a flow: number of pages and height used on the last one, mm."""

    pages: int
    used_mm: float


@dataclass(frozen=True, slots=True)
class ImprintPlace:
    """Where 版记 stands: its page (1-based) and whether nothing else stands on it."""

    page: int
    alone: bool
    blank_before: bool
    """Whether an empty page precedes it; that one carries no number either (7.5)."""


def fill(blocks: Iterable[Block], height_mm: float = A4.area_height_mm) -> Filled:
    """Lay blocks on pages of `height_mm`; no block gives no page."""
    flow = _Flow(height_mm)
    group: list[Block] = []
    for block in blocks:
        group.append(block)
        if not block.keep_next:
            flow.add(group)
            group = []
    flow.add(group)
    return Filled(flow.page, flow.used)


class _Flow:
    def __init__(self, height_mm: float) -> None:
        self.height = height_mm
        self.page = 0
        self.used = 0.0

    def add(self, group: list[Block]) -> None:
        """Add blocks of which each but the last is kept with the next one."""
        if not group:
            return
        if self.page == 0 or group[0].new_page:
            self._turn()
        needed = sum(block.before_mm + block.height_mm for block in group[:-1]) + _least_mm(group[-1])
        if self.used and self.used + needed > self.height + _ROUNDING_MM:
            self._turn()
        for block in group:
            self._place(block)

    def _turn(self) -> None:
        self.page += 1
        self.used = 0.0

    def _place(self, block: Block) -> None:
        if self.used == 0:
            self.used = block.repeat_mm if self.page > 1 else 0.0
        else:
            self.used += block.before_mm
        lines = block.lines
        while lines:
            room = int((self.height - self.used + _ROUNDING_MM) / block.line_mm)
            fits = lines if room >= lines else _parted(lines, room, block, self.used > block.repeat_mm)
            self.used += fits * block.line_mm
            lines -= fits
            if lines:
                self._turn()
                self.used = block.repeat_mm


def _least_mm(block: Block) -> float:
    """Height of the part of a block that must stand on the page where it begins."""
    lines = block.lines if block.together or block.lines <= 3 else 2
    return block.before_mm + lines * block.line_mm


def _parted(lines: int, room: int, block: Block, may_move: bool) -> int:
    """Lines that stay on this page when not all fit; 0 moves all to the next page."""
    if block.together or lines <= 3:
        return 0 if may_move else max(1, room)
    fits = min(room, lines - 2)
    return fits if fits >= 2 else (0 if may_move else max(1, room))


def place_imprint(
    filled: Filled, imprint_mm: float, height_mm: float = A4.area_height_mm, even: bool = IMPRINT.even_page
) -> ImprintPlace:
    """The page of 版记 after a flow: the last page if even and roomy, else the next even one (7.4.1)."""
    pages = max(filled.pages, 1)
    room = height_mm - filled.used_mm + _ROUNDING_MM >= imprint_mm
    if room and (pages % 2 == 0 or not even):
        return ImprintPlace(pages, alone=False, blank_before=False)
    page = pages + 1
    if even and page % 2:
        return ImprintPlace(page + 1, alone=True, blank_before=True)
    return ImprintPlace(page, alone=True, blank_before=False)
