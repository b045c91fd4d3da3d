"""Tables of a page, from the rules that bound their cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from msgspec import Struct

from reporter.artefacts.geometry import Box
from reporter.artefacts.geometry_drawn import Drawn

_NEAR_MM: Final = 1.0
"""Rules that stand nearer are one; rules that end nearer to each other meet."""
_LEAST_MM: Final = 3.0
_MOST_RULES: Final = 6000
_MOST_CELLS: Final = 40_000


class Span(Struct, frozen=True):
    """A rule along one axis: where it stands across it, from where to where, mm."""

    at: float
    begin: float
    end: float


class Ruled(Struct, frozen=True):
    """A table: the places of its rules and, of each cell, the first cell of the merged one it belongs to."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    owner: tuple[tuple[tuple[int, int], ...], ...]

    @property
    def box(self) -> Box:
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    @property
    def size(self) -> tuple[int, int]:
        """Rows and columns."""
        return len(self.ys) - 1, len(self.xs) - 1

    def cell(self, x: float, y: float) -> tuple[int, int]:
        """The (merged) cell at a place, row and column from 0."""
        rows, columns = self.size
        row = min(max(bisect_right(self.ys, y) - 1, 0), rows - 1)
        column = min(max(bisect_right(self.xs, x) - 1, 0), columns - 1)
        return self.owner[row][column]

    def right_of(self, row: int, column: int) -> float:
        """The right edge of the merged cell that begins there."""
        last = column
        while last + 1 < len(self.xs) - 1 and self.owner[row][last + 1] == (row, column):
            last += 1
        return self.xs[last + 1]


def ruled_tables(drawn: Sequence[Drawn]) -> tuple[tuple[Ruled, ...], tuple[Drawn, ...]]:
    """Tables top to bottom, and the horizontal rules that belong to none."""
    if len(drawn) > _MOST_RULES:
        return (), ()
    level = [rule for rule in drawn if rule.level]
    upright = [rule for rule in drawn if not rule.level and rule.length >= _LEAST_MM]
    flat = _merged(Span(rule.top, rule.left, rule.right) for rule in level)
    tall = _merged(Span(rule.left, rule.top, rule.bottom) for rule in upright)
    tables = [
        table for group in _groups(flat, tall) if (table := _table([*group[0]], [*group[1]])) is not None
    ]
    tables.sort(key=lambda table: (table.ys[0], table.xs[0]))
    free = tuple(rule for rule in level if not any(_inside(rule, table.box) for table in tables))
    return tuple(tables), free


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Pieces of one rule as one."""
    rows: list[list[Span]] = []
    for span in sorted(spans, key=lambda span: span.at):
        if not rows or span.at - rows[-1][0].at > _NEAR_MM:
            rows.append([])
        rows[-1].append(span)
    found: list[Span] = []
    for row in rows:
        row.sort(key=lambda span: span.begin)
        found.append(row[0])
        for span in row[1:]:
            last = found[-1]
            if span.begin <= last.end + _NEAR_MM:
                found[-1] = Span(last.at, last.begin, max(last.end, span.end))
            else:
                found.append(span)
    return found


def _groups(flat: list[Span], tall: list[Span]) -> list[tuple[list[Span], list[Span]]]:
    """Rules that meet each other, by table."""
    parents = list(range(len(flat) + len(tall)))

    def root(index: int) -> int:
        while parents[index] != index:
            parents[index] = parents[parents[index]]
            index = parents[index]
        return index

    for across, one in enumerate(flat):
        for down, other in enumerate(tall, len(flat)):
            if _meet(one, other):
                parents[root(across)] = root(down)
    found: dict[int, tuple[list[Span], list[Span]]] = {}
    for index, span in enumerate([*flat, *tall]):
        found.setdefault(root(index), ([], []))[index >= len(flat)].append(span)
    return [found[key] for key in sorted(found)]


def _meet(flat: Span, tall: Span) -> bool:
    return (
        flat.begin - _NEAR_MM <= tall.at <= flat.end + _NEAR_MM
        and tall.begin - _NEAR_MM <= flat.at <= tall.end + _NEAR_MM
    )


def _table(flat: list[Span], tall: list[Span]) -> Ruled | None:
    """At least two rules across and one down; open sides end where the rules across end."""
    if len(flat) < 2 or not tall:
        return None
    ys = _places(span.at for span in flat)
    edges = (min(span.begin for span in flat), max(span.end for span in flat))
    xs = _places([*(span.at for span in tall), *edges])
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 2 or rows * columns > _MOST_CELLS:
        return None
    middles_y = [(low + high) / 2 for low, high in pairwise(ys)]
    middles_x = [(low + high) / 2 for low, high in pairwise(xs)]
    owner = [[(row, column) for column in range(columns)] for row in range(rows)]
    for row in range(rows):
        for column in range(columns):
            if column and not _parted(tall, xs[column], middles_y[row]):
                owner[row][column] = owner[row][column - 1]
            elif row and not _parted(flat, ys[row], middles_x[column]):
                owner[row][column] = owner[row - 1][column]
    return Ruled(tuple(xs), tuple(ys), tuple(map(tuple, owner)))


def _parted(spans: list[Span], at: float, place: float) -> bool:
    return any(abs(span.at - at) <= _NEAR_MM and span.begin <= place <= span.end for span in spans)


def _places(values: Iterable[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR_MM:
            found.append(value)
    return found


def _inside(rule: Drawn, box: Box) -> bool:
    return (
        box.top - _NEAR_MM <= rule.top <= box.bottom + _NEAR_MM
        and rule.left >= box.left - 2 * _NEAR_MM
        and rule.right <= box.right + 2 * _NEAR_MM
    )
