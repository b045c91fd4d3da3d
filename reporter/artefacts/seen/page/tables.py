"""A ruled table with its characters → rows of texts and a paragraph for every cell; tables that go on are one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct, field
from msgspec.structs import replace

from reporter.artefacts.geometry import MM_PER_PT, Glyph, TextLine, lines_of
from reporter.artefacts.seen.grids import guessed_heads
from reporter.artefacts.seen.model import Align, Grid, Looks, Run
from reporter.artefacts.seen.page.ruled import Ruled
from reporter.artefacts.seen.page.runs import joined

_SAME_MM: Final = 1.5
_SENTENCE_ENDS: Final = "。；：;:"
_CENTRED_MM: Final = 1.5


class CellText(Struct, frozen=True):
    """One filled cell: row and column from 0."""

    row: int
    column: int
    runs: tuple[Run, ...]
    looks: Looks

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs).strip()


class Table(Struct):
    """A table that may go on over pages; `xs` are its columns' edges, `heads` rows repeated on later pages."""

    page: int
    xs: tuple[float, ...]
    title: str = ""
    rows: list[list[str]] = field(default_factory=list)
    heads: int = 0
    last_page: int = 0

    def goes_on(self, other: Ruled, page: int) -> bool:
        """Whether a table at the head of the next page is the rest of this one."""
        return (
            page == self.last_page + 1
            and len(other.xs) == len(self.xs)
            and all(abs(one - two) <= _SAME_MM for one, two in zip(self.xs, other.xs, strict=True))
        )

    def add(self, page: int, cells: Sequence[CellText], rows: int) -> list[CellText]:
        """A page's rows, without head rows that stand already; gives the cells with their rows in the whole table."""
        texts = [[""] * (len(self.xs) - 1) for _ in range(rows)]
        for cell in cells:
            texts[cell.row][cell.column] = cell.text
        skipped = 0
        if self.rows:
            while skipped < min(len(texts), len(self.rows)) and texts[skipped] == self.rows[skipped]:
                skipped += 1
            self.heads = max(self.heads, skipped)
        base = len(self.rows) - skipped
        self.rows += texts[skipped:]
        self.last_page = page
        return [replace(cell, row=cell.row + base) for cell in cells if cell.row >= skipped]

    def grid(self, number: int) -> Grid:
        rows = tuple(map(tuple, self.rows))
        heads = self.heads if self.heads < len(rows) else 0
        return Grid(number, rows, heads or guessed_heads(rows), self.page, self.title)


def cell_texts(ruled: Ruled, lines: Sequence[TextLine]) -> list[CellText]:
    """The filled cells of a table in reading order."""
    found: dict[tuple[int, int], list[Glyph]] = {}
    for line in lines:
        middle = line.baseline - 0.35 * line.size_pt * MM_PER_PT
        for glyph in line.glyphs:
            place = ruled.cell((glyph.left + glyph.right) / 2, middle)
            found.setdefault(place, []).append(glyph)
    cells = []
    for (row, column), glyphs in sorted(found.items()):
        own = lines_of(glyphs)
        if own:
            runs = _runs(own)
            looks = Looks(_align(own, ruled.xs[column], ruled.right_of(row, column)), pitch=_pitch(own))
            cells.append(CellText(row, column, runs, looks))
    return cells


def _runs(lines: Sequence[TextLine]) -> tuple[Run, ...]:
    """Lines of a cell are one text, save where a sentence ends."""
    parts: list[list[Sequence[Glyph]]] = [[]]
    for line in lines:
        parts[-1].append(line.glyphs)
        if line.text[-1] in _SENTENCE_ENDS:
            parts.append([])
    runs: list[Run] = []
    for part in filter(None, parts):
        if runs:
            last = runs.pop()
            runs.append(Run(f"{last.text}\n", last.font, last.size, last.bold, last.colour))
        runs += joined(part)
    return tuple(runs)


def _align(lines: Sequence[TextLine], left: float, right: float) -> Align:
    line = max(lines, key=lambda line: line.right - line.left)
    before, after = line.left - left, right - line.right
    if abs(before - after) <= _CENTRED_MM and (before > 3 or len(lines) == 1):
        return "center"
    return "right" if before > 2 * after + 3 else "left"


def _pitch(lines: Sequence[TextLine]) -> float | None:
    return round((lines[1].baseline - lines[0].baseline) / MM_PER_PT, 2) if len(lines) > 1 else None
