"""From a PDF's own coordinates to the sheet as it is seen: boxes not at the corner, pages that are shown turned."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as raw
from msgspec import Struct
from msgspec.structs import replace

from reporter.artefacts.geometry_drawn import Drawn

if TYPE_CHECKING:
    from reporter.artefacts.geometry import Box, Glyph

_MM_PER_PT = 25.4 / 72


class Sheet(Struct, frozen=True):
    """Where a page's visible part begins in its coordinates, pt; its sides as they are drawn (not as shown), mm; by how
    many quarters it is shown turned clockwise."""

    left_pt: float
    top_pt: float
    width: float
    height: float
    quarters: int


def sheet_of(page: Any) -> Sheet:
    """Of an open page."""
    wide, high = page.get_size()
    quarters = raw.FPDFPage_GetRotation(page.raw)
    if quarters % 2:
        wide, high = high, wide
    left, low, right, top = page.get_cropbox()
    if abs(right - left - wide) > 1 or abs(top - low - high) > 1:
        left, top = 0.0, high
    return Sheet(left, top, wide * _MM_PER_PT, high * _MM_PER_PT, quarters)


def shown(glyphs: Iterable[Glyph], sheet: Sheet) -> list[Glyph]:
    """Characters of a page that is shown turned, where they are seen; what stood on its side may now stand upright."""
    return [_turned(glyph, sheet) for glyph in glyphs]


def _turned(glyph: Glyph, sheet: Sheet) -> Glyph:
    ink = _box(glyph.ink, sheet)
    along = (glyph.left, glyph.right)
    across = glyph.baseline
    # A cell's ends are measured down the sheet for what is on its side, else along it; a turn changes which.
    down = glyph.turned
    if sheet.quarters == 2:
        length, depth = (sheet.height, sheet.width) if down else (sheet.width, sheet.height)
        return replace(
            glyph, left=length - along[1], right=length - along[0], baseline=depth - across, ink=ink
        )
    if sheet.quarters == 1:
        ends = (sheet.height - along[1], sheet.height - along[0]) if down else along
        line = across if down else sheet.height - across
    else:
        ends = along if down else (sheet.width - along[1], sheet.width - along[0])
        line = sheet.width - across if down else across
    return replace(glyph, left=ends[0], right=ends[1], baseline=line, ink=ink, turned=not down)


def _box(box: Box, sheet: Sheet) -> Box:
    left, top, right, bottom = _corners((box.left, box.top, box.right, box.bottom), sheet)
    return replace(box, left=left, top=top, right=right, bottom=bottom)


def shown_rules(rules: Iterable[Drawn], sheet: Sheet) -> tuple[Drawn, ...]:
    found = []
    for rule in rules:
        left, top, right, bottom = _corners((rule.left, rule.top, rule.right, rule.bottom), sheet)
        found.append(replace(rule, left=left, top=top, right=right, bottom=bottom))
    return tuple(found)


def _corners(box: tuple[float, float, float, float], sheet: Sheet) -> tuple[float, float, float, float]:
    left, top, right, bottom = box
    if sheet.quarters == 1:
        return sheet.height - bottom, left, sheet.height - top, right
    if sheet.quarters == 2:
        return sheet.width - right, sheet.height - bottom, sheet.width - left, sheet.height - top
    return top, sheet.width - right, bottom, sheet.width - left
