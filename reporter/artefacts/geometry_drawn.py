"""A PDF page's drawn rules, from its vector paths: where each stands, how heavy and of what colour.

A rule may be stroked, a thin filled rectangle, or the frame between two rectangles; pictures of rules are not seen.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final

import pypdfium2.raw as raw
from msgspec import Struct

_MM_PER_PT: Final = 25.4 / 72
_MOST_OBJECTS: Final = 40_000
_MOST_SEGMENTS: Final = 400
_DEEPEST: Final = 6
_THICKEST_PT: Final = 6.0
"""Anything filled that is thicker is an area, not a rule."""
_SHORTEST_PT: Final = 6.0
_WHITE: Final = "FFFFFF"

Matrix = tuple[float, float, float, float, float, float]
Rectangle = tuple[float, float, float, float]
"""Left, bottom, right, top in pt from the lower left corner."""
_SAME: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Drawn(Struct, frozen=True):
    """A rule's middle line in mm from the page's top left, its weight in pt, its colour RRGGBB."""

    left: float
    top: float
    right: float
    bottom: float
    weight: float
    colour: str

    @property
    def level(self) -> bool:
        """Whether it is a horizontal one."""
        return self.right - self.left >= self.bottom - self.top

    @property
    def length(self) -> float:
        return max(self.right - self.left, self.bottom - self.top)


def drawn_rules(page: Any, left_pt: float, top_pt: float) -> tuple[Drawn, ...]:
    """Every rule of an open page once, in the order of drawing. `left_pt` and `top_pt` are the sheet's corner."""
    found: dict[Drawn, None] = {}
    budget = [_MOST_OBJECTS]
    count = raw.FPDFPage_CountObjects(page)
    objects = (raw.FPDFPage_GetObject(page, index) for index in range(count))
    for (left, low, right, high), weight, colour in _rules(objects, _SAME, budget, 0):
        rule = Drawn(
            round((left - left_pt) * _MM_PER_PT, 3), round((top_pt - high) * _MM_PER_PT, 3),
            round((right - left_pt) * _MM_PER_PT, 3), round((top_pt - low) * _MM_PER_PT, 3), round(weight, 3), colour,
        )  # fmt: skip
        found[rule] = None
    return tuple(found)


def _rules(
    objects: Iterator[Any], outer: Matrix, budget: list[int], depth: int
) -> Iterator[tuple[Rectangle, float, str]]:
    for item in objects:
        budget[0] -= 1
        if budget[0] < 0:
            return
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            yield from _path(item, outer)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inside = (
                raw.FPDFFormObj_GetObject(item, index) for index in range(raw.FPDFFormObj_CountObjects(item))
            )
            yield from _rules(inside, _joined(_matrix(item), outer), budget, depth + 1)


def _path(item: Any, outer: Matrix) -> Iterator[tuple[Rectangle, float, str]]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, fill, stroke)
    count = raw.FPDFPath_CountSegments(item)
    if not (fill.value or stroke.value) or not 2 <= count <= _MOST_SEGMENTS:
        return
    matrix = _joined(_matrix(item), outer)
    figures = _figures(item, count, matrix)
    if stroke.value:
        colour = _colour(raw.FPDFPageObj_GetStrokeColor, item)
        width = ctypes.c_float()
        raw.FPDFPageObj_GetStrokeWidth(item, width)
        weight = width.value * math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
        for figure in figures if colour else ():
            for (x0, y0), (x1, y1) in pairwise(figure):
                box = min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
                if _straight(box):
                    yield box, weight, colour
    if fill.value:
        colour = _colour(raw.FPDFPageObj_GetFillColor, item)
        for box, weight in _strips([_bounds(figure) for figure in figures]) if colour else ():
            yield box, weight, colour


def _figures(item: Any, count: int, matrix: Matrix) -> list[list[tuple[float, float]]]:
    """The corners of each part of a path in page space; a closed part ends where it began."""
    found: list[list[tuple[float, float]]] = []
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(count):
        segment = raw.FPDFPath_GetPathSegment(item, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = a * x.value + c * y.value + e, b * x.value + d * y.value + f
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO or not found:
            found.append([point])
        else:
            found[-1].append(point)
        if raw.FPDFPathSegment_GetClose(segment) and len(found[-1]) > 1:
            found[-1].append(found[-1][0])
    return found


def _strips(boxes: list[Rectangle]) -> Iterator[tuple[Rectangle, float]]:
    """Thin boxes as rules; of two boxes inside each other the frame between them."""
    for box in boxes:
        yield from _strip(box)
    if len(boxes) == 2:
        outer, inner = sorted(boxes, key=lambda box: (box[0] - box[2]) * (box[3] - box[1]))
        left, low, right, high = outer
        yield from _strip((left, inner[3], right, high))
        yield from _strip((left, low, right, inner[1]))
        yield from _strip((left, low, inner[0], high))
        yield from _strip((inner[2], low, right, high))


def _strip(box: Rectangle) -> Iterator[tuple[Rectangle, float]]:
    left, low, right, high = box
    wide, tall = right - left, high - low
    thin = min(wide, tall)
    if 0 < thin <= _THICKEST_PT and max(wide, tall) >= max(_SHORTEST_PT, 3 * thin):
        x, y = (left + right) / 2, (low + high) / 2
        yield ((left, y, right, y) if wide > tall else (x, low, x, high)), thin


def _straight(box: Rectangle) -> bool:
    wide, tall = box[2] - box[0], box[3] - box[1]
    return max(wide, tall) >= _SHORTEST_PT and min(wide, tall) < 0.01 * max(wide, tall) + 0.05


def _bounds(points: list[tuple[float, float]]) -> Rectangle:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _matrix(item: Any) -> Matrix:
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, matrix)
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _joined(inner: Matrix, outer: Matrix) -> Matrix:
    if outer is _SAME:
        return inner
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (
        a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u
    )  # fmt: skip


def _colour(read: Any, item: Any) -> str:
    """RRGGBB; empty for what does not show on paper."""
    parts = tuple(ctypes.c_uint() for _ in range(4))
    if not read(item, *parts):
        return "000000"
    red, green, blue, alpha = (part.value for part in parts)
    colour = f"{red:02X}{green:02X}{blue:02X}"
    return "" if alpha == 0 or colour == _WHITE else colour
