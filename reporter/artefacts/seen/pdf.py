"""A finished .pdf of whatever producer → what a reader sees of it. Elements stay empty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct, field
from msgspec.structs import replace

from reporter.artefacts.geometry import CHECKED_CHARACTERS, PageGeometry, TextLine, read_geometry
from reporter.artefacts.seen.grids import title_above
from reporter.artefacts.seen.model import CellPlace, Looks, Para, Place, Run, Seen, Stroke
from reporter.artefacts.seen.page.area import Area, areas, sheet
from reporter.artefacts.seen.page.furniture import sort_lines
from reporter.artefacts.seen.page.names import split_names
from reporter.artefacts.seen.page.paragraphs import Gathered, Placed, gather, looks_of, usual_pitches
from reporter.artefacts.seen.page.ruled import Ruled, ruled_tables
from reporter.artefacts.seen.page.rules import long_rules, nearest, ruled, stroke_of
from reporter.artefacts.seen.page.runs import joined
from reporter.artefacts.seen.page.tables import CellText, Table, cell_texts
from reporter.artefacts.source import Source

_EARLY_MM: Final = 20.0
"""A page whose text ends so far above the deepest line of its like was ended on purpose."""


def see_pdf(source: Source) -> Seen:
    """Raises InputError for what is no PDF, is encrypted or damaged, or has too many pages."""
    return seen_of(read_geometry(source, CHECKED_CHARACTERS))


def seen_of(pages: Sequence[PageGeometry]) -> Seen:
    """The same of pages that were read already."""
    return _Reader(pages).seen()


Item = Placed | tuple[Ruled, list[CellText], int]
"""A line, or a table's part on one page with that page's number."""


class _Page(Struct):
    """A page's text lines and tables in order, and its rules outside tables."""

    geometry: PageGeometry
    area: Area
    items: list[Item] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)


class _Reader:
    def __init__(self, pages: Sequence[PageGeometry]) -> None:
        self._pages = pages
        self._paras: list[Para] = []
        self._tables: list[Table] = []
        self._starts: set[int] = set()
        """Pages that begin anew."""
        self._lines: dict[int, list[tuple[int, TextLine]]] = {}
        """By page: lines of the text with the index of their paragraph."""

    def seen(self) -> Seen:
        sorted_lines = sort_lines(self._pages)
        by_sheet = areas(self._pages)
        self._pitches = usual_pitches(self._pages)
        read = [
            self._page(page, by_sheet[sheet(page)], lines.text)
            for page, lines in zip(self._pages, sorted_lines, strict=True)
        ]
        self._starts = _new_pages(read)
        self._flow([item for page in read for item in page.items])
        self._rule(read)
        for page, lines in zip(self._pages, sorted_lines, strict=True):
            for place, some in (("header", lines.head), ("footer", lines.foot)):
                for line in some:
                    self._edge(line, "header" if place == "header" else "footer", page.number)
        return Seen(
            "pdf",
            tuple(self._paras),
            tuple(table.grid(number) for number, table in enumerate(self._tables, 1)),
            pages=len(self._pages),
            strokes=tuple(read[0].strokes) if read else (),
        )

    def _page(self, page: PageGeometry, area: Area, lines: Sequence[TextLine]) -> _Page:
        tables, free = ruled_tables(page.drawn)
        held: list[list[TextLine]] = [[] for _ in tables]
        found = _Page(page, area)
        for line in lines:
            at = next((at for at, table in enumerate(tables) if _within(line, table)), None)
            if at is None:
                found.items.append(Placed(line, page.number, area))
            else:
                held[at].append(line)
        for table, own in zip(tables, held, strict=True):
            part = table, cell_texts(table, own), page.number
            place = next(
                (at for at, item in enumerate(found.items) if _top(item) > table.ys[0]), len(found.items)
            )
            found.items.insert(place, part)
        found.strokes = [stroke_of(rule) for rule in long_rules(free, lines)]
        self._lines[page.number] = []
        return found

    def _flow(self, items: Sequence[Item]) -> None:
        """Paragraphs and tables in order; a table that follows one of the page before may be its rest."""
        lines: list[Placed] = []
        last: Table | None = None
        for item in items:
            if isinstance(item, Placed):
                lines.append(item)
                last = None
                continue
            self._text(lines)
            lines = []
            ruled_, cells, page = item
            if last is None or not last.goes_on(ruled_, page):
                last = Table(page, ruled_.xs, title_above(self._paras))
                self._tables.append(last)
            self._cells(last.add(page, cells, ruled_.size[0]), page)
        self._text(lines)

    def _cells(self, cells: Sequence[CellText], page: int) -> None:
        number = len(self._tables)
        for cell in cells:
            looks = replace(cell.looks, new_page=self._turned(page))
            self._add(cell.runs, "cell", page, looks, CellPlace(number, cell.row + 1, cell.column + 1))

    def _text(self, lines: Sequence[Placed]) -> None:
        for gathered in self._gathered(lines):
            first = gathered.lines[0]
            runs = joined([one.line.glyphs for one in gathered.lines], "\n" if gathered.centred else "")
            self._add(runs, "text", first.page, looks_of(gathered, self._turned(gathered.page)))
            for one in gathered.lines:
                self._lines[one.page].append((len(self._paras) - 1, one.line))

    def _gathered(self, lines: Sequence[Placed]) -> Iterator[Gathered]:
        for part in split_names(lines):
            for one in part:
                if isinstance(one, Gathered):
                    yield one
            yield from gather([one for one in part if isinstance(one, Placed)], self._pitches)

    def _turned(self, page: int) -> bool:
        """Whether the first of a page begins it anew; asked once a page."""
        begins = page in self._starts
        self._starts.discard(page)
        return begins

    def _add(
        self, runs: tuple[Run, ...], place: Place, page: int, looks: Looks, cell: CellPlace | None = None
    ) -> None:
        para = Para(len(self._paras) + 1, runs, place=place, page=page, looks=looks, cell=cell)
        self._paras.append(para.read())

    def _edge(self, line: TextLine, place: Place, page: int) -> None:
        self._add(joined([line.glyphs]), place, page, Looks())

    def _rule(self, read: Sequence[_Page]) -> None:
        for page in read:
            for stroke in page.strokes:
                for index, side in nearest(stroke.top or 0.0, self._lines[page.geometry.number]):
                    para = self._paras[index]
                    self._paras[index] = replace(para, looks=ruled(para.looks, side, stroke))


def _top(item: Item) -> float:
    return item.line.baseline if isinstance(item, Placed) else item[0].ys[0]


def _within(line: TextLine, table: Ruled) -> bool:
    box = table.box
    return box.top < line.baseline <= box.bottom + 1 and line.right > box.left and line.left < box.right


def _new_pages(read: Sequence[_Page]) -> set[int]:
    """Pages before which the text was ended early, or whose sheet is another one."""
    deepest: dict[tuple[int, int], float] = {}
    lows = []
    for page in read:
        low = max((_low(item) for item in page.items), default=0.0)
        size = sheet(page.geometry)
        deepest[size] = max(deepest.get(size, 0.0), low)
        lows.append((size, low))
    return {
        page.geometry.number
        for page, (size, low) in zip(read[1:], lows, strict=False)
        if sheet(page.geometry) != size or low < deepest[size] - _EARLY_MM
    }


def _low(item: Item) -> float:
    return item.line.baseline if isinstance(item, Placed) else item[0].ys[-1]
