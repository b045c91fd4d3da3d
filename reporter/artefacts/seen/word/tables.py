"""One table of a story → its paragraphs with their cells, and a grid of texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, cast

from msgspec import Struct

from reporter.artefacts.seen.grids import guessed_heads, title_above
from reporter.artefacts.seen.model import CellPlace, Grid, Para, Place, Stroke
from reporter.artefacts.seen.word.drafts import Draft
from reporter.artefacts.seen.word.rows import Alike, spoken
from reporter.artefacts.seen.word.styles import stroke_of
from reporter.artefacts.seen.word.units import TWIPS_PER_MM, VAL, Element, W, inner, on, val, whole
from reporter.artefacts.seen.word.units import number as measure
from reporter.artefacts.seen.word.walking import below

if TYPE_CHECKING:
    from reporter.artefacts.seen.word.story import Story

_TR, _TC, _TCPR, _TRPR, _HEAD, _P = f"{W}tr", f"{W}tc", f"{W}tcPr", f"{W}trPr", f"{W}tblHeader", f"{W}p"
_GONE, _SKIPPED = f"{W}del", f"{W}gridBefore"
MOST_COLUMNS: Final = 200
_SMALL: Final = 4
"""Rows of a table that may only place 版记."""


class Cell(Struct, frozen=True):
    """What a w:tcPr says: columns covered, whether it goes on from above or from the left, its own borders."""

    span: int = 1
    continues: bool = False
    removed: bool = False
    borders: Element | None = None


def read_table(story: Story, node: Element, place: Place, cell: CellPlace | None) -> None:
    """A table inside another one, in a box's cell or outside the text is read as paragraphs only."""
    properties = node.find(f"{W}tblPr")
    style = story.word.styles.get(val(properties, "tblStyle"), "table").identity
    rows = list(_rows(node, story.word.rows))
    if cell is not None or place not in ("text", "box"):
        for row in rows:
            for inner in row.cells():
                story.read(inner, place, cell, style)
        return
    _Table(story, node, style).read(rows)


class _Said(Struct):
    """What a w:trPr says."""

    removed: bool = False
    head: bool = False
    skipped: int = 0
    """Columns before the first cell."""


class _Row(Struct):
    """A row that is there; `alike` when it is like another one but for its words."""

    node: Element
    said: _Said
    alike: Alike | None

    def cells(self) -> Iterable[Element]:
        if self.alike is not None:
            self.alike.fill(self.node)
        return below(self.node, (_TC,))


def _rows(table: Element, alike: Mapping[Element, Alike]) -> Iterator[_Row]:
    known: dict[Element, _Said] = {}
    for node in below(table, (_TR,)):
        like = alike.get(node)
        first = node if like is None else like.row
        said = known.get(first)
        if said is None:
            said = known[first] = _said_of(first)
        if not said.removed:
            yield _Row(node, said, like)


def _said_of(row: Element) -> _Said:
    properties, said = inner(row, _TRPR), _Said()
    for child in properties if properties is not None else ():
        tag = child.tag
        if tag == _GONE:
            said.removed = True
        elif tag == _HEAD:
            said.head = said.head or on(child)
        elif tag == _SKIPPED:
            said.skipped = said.skipped or min(max(whole(child.get(VAL)) or 0, 0), MOST_COLUMNS)
    return said


class _Pattern(Struct):
    """A row in which each cell shows its words in its only paragraph and nothing else: one that is like it shows its
    own words. `cells` are for each its column, how many words the row has up to its end, and its paragraph, None where
    it goes on from above."""

    section: int
    columns: int
    cells: list[tuple[int, int, Para | None]]


class _Table:
    def __init__(self, story: Story, node: Element, style: str) -> None:
        self._story, self._node, self._style = story, node, style
        self._sides: dict[str, Stroke | None] = {}
        self._asked: set[Element] = set()
        """Rows that others are like."""
        self._known: dict[Element, _Pattern] = {}
        self._borders = (
            *story.word.styles.get(style, "table").table,
            *node.iterfind(f"{W}tblPr/{W}tblBorders"),
        )

    def read(self, rows: Sequence[_Row]) -> None:
        word = self._story.word
        title = title_above(word.paras)
        word.grids.append(Grid(0, ()))
        number = len(word.grids)
        self._asked = {row.alike.row for row in rows if row.alike is not None}
        texts: list[list[str]] = []
        heads = 0
        for at, row in enumerate(rows):
            heads += heads == at and row.said.head
            texts.append(self._row(row, number, (at + 1, at + 1 == len(rows))))
        width = max(map(len, texts), default=0)
        full = tuple([tuple(row + [""] * (width - len(row))) for row in texts])
        heads = heads if heads < len(full) else 0
        heads = heads or guessed_heads(full)
        word.grids[number - 1] = Grid(number, full, heads, 0, title, self._boxed(rows), self._width(rows))

    def _row(self, row: _Row, number: int, place: tuple[int, bool]) -> list[str]:
        """The texts of a row by its columns."""
        story, lines = self._story, len(self._story.word.lines)
        inside = story.fresh and place[0] > 1 and not place[1]
        pattern = self._known.get(row.alike.row) if inside and row.alike is not None else None
        if pattern is not None and pattern.section == story.section:
            return self._repeated(row, pattern, number, place[0])
        texts, read = [""] * row.said.skipped, []
        for node in row.cells():
            if len(texts) >= MOST_COLUMNS:
                break
            cell = _cell(inner(node, _TCPR))
            if not cell.removed:
                column = len(texts) + 1
                drafts = self._read(node, cell, CellPlace(number, place[0], column), place)
                read.append((node, column, cell.continues, drafts))
                texts.append("" if cell.continues else "\n".join([one.text for one in drafts if one.text]))
                texts += [""] * (cell.span - 1)
        if inside and row.node in self._asked and story.fresh and lines == len(story.word.lines):
            self._learn(row.node, len(texts), read)
        return texts

    def _read(self, node: Element, cell: Cell, at: CellPlace, place: tuple[int, bool]) -> list[Draft]:
        """The paragraphs of one cell, which are left out again where it goes on from above."""
        paras = self._story.word.paras
        begin = len(paras)
        self._story.read(node, "cell", at, self._style)
        drafts = cast("list[Draft]", paras[begin:])  # nothing is repeated inside a cell
        if cell.continues:
            del paras[begin:]
        elif drafts:
            _rule(drafts[0], drafts[-1], self._sides_of(cell, place))
        return drafts

    def _learn(
        self, row: Element, columns: int, cells: Sequence[tuple[Element, int, bool, list[Draft]]]
    ) -> None:
        """Keeps a row by which those that are like it can be told: `cells` with their columns, whether they go on from
        above, and their paragraphs."""
        found: list[tuple[int, int, Para | None]] = []
        end = 0
        for node, column, continues, drafts in cells:
            said = spoken(node)
            if len(drafts) != 1 or not _says_only(drafts[0], node, said):
                return
            end += len(said)
            found.append((column, end, None if continues else drafts[0].finished(0)))
        if end == len(spoken(row)) and len(found) == sum(1 for _ in row.iter(_P)):
            self._known[row] = _Pattern(self._story.section, columns, found)

    def _repeated(self, row: _Row, pattern: _Pattern, number: int, at: int) -> list[str]:
        """The texts of a row like one that was read, whose paragraphs are added."""
        assert row.alike is not None
        said, begin = row.alike.words, 0
        texts, paras = [""] * pattern.columns, self._story.word.paras
        count = len(paras)
        for column, end, like in pattern.cells:
            words = said[begin] if end == begin + 1 else "".join(said[begin:end])
            begin = end
            if like is not None:
                count += 1
                para = like.saying(words, count, CellPlace(number, at, column))
                paras.append(para)
                texts[column - 1] = para.text
        self._story.word.refuse_long()
        if len(row.node):
            nodes = [node for node, (*_, like) in zip(row.node.iter(_P), pattern.cells, strict=True) if like]
            self._story.word.nodes |= zip(range(count - len(nodes) + 1, count + 1), nodes, strict=True)
        return texts

    def _sides_of(self, cell: Cell, place: tuple[int, bool]) -> tuple[Stroke | None, Stroke | None]:
        """The borders above and below a cell."""
        above = self._border(cell, "top", "top" if place[0] == 1 else "insideH")
        return above, self._border(cell, "bottom", "bottom" if place[1] else "insideH")

    def _border(self, cell: Cell, own: str, table: str) -> Stroke | None:
        border = cell.borders.find(f"{W}{own}") if cell.borders is not None else None
        return self._usual(table) if border is None else stroke_of(border)

    def _boxed(self, rows: Sequence[_Row]) -> bool:
        """Whether the table gives its cells rules at both sides; cells of their own say otherwise."""
        if len(rows) > _SMALL or any(next(row.node.iter(_BORDERS), None) is not None for row in rows):
            return False
        return all(self._usual(side) is not None for side in ("left", "right"))

    def _width(self, rows: Sequence[_Row]) -> float | None:
        """How wide a small table wants to be, mm."""
        wanted = self._node.find(f"{W}tblPr/{W}tblW") if len(rows) <= _SMALL else None
        if wanted is None or wanted.get(f"{W}type") != "dxa":
            return None
        twips = measure(wanted.get(f"{W}w"))
        return round(twips / TWIPS_PER_MM, 2) if twips else None

    def _usual(self, side: str) -> Stroke | None:
        """What the table gives cells that say nothing."""
        if side not in self._sides:
            found = (
                node for borders in reversed(self._borders) for node in borders.iterchildren(f"{W}{side}")
            )
            border = next(found, None)
            self._sides[side] = None if border is None else stroke_of(border)
        return self._sides[side]


def _rule(first: Draft, last: Draft, sides: tuple[Stroke | None, Stroke | None]) -> None:
    """The borders above and below a cell belong to its first and last paragraph."""
    first.rule_above = first.rule_above or sides[0]
    last.rule_below = last.rule_below or sides[1]


def _says_only(draft: Draft, cell: Element, words: Sequence[Element]) -> bool:
    """Whether a cell shows these words alike in this paragraph and nothing else."""
    return (
        draft.node.getparent() is cell
        and len(draft.runs) <= 1
        and "".join(run.text for run in draft.runs) == "".join(one.text or "" for one in words)
        and not draft.label
        and draft.props.get("num", "0") == "0"
        and "section" not in draft.props
    )


def _cell(properties: Element | None) -> Cell:
    span, continues, removed, borders = 1, False, False, None
    for child in properties if properties is not None else ():
        tag = child.tag
        if tag == _SPAN:
            span = min(max(whole(child.get(VAL)) or 1, 1), MOST_COLUMNS)
        elif tag in _MERGES:
            continues = continues or child.get(VAL, "continue") == "continue"
        elif tag == _BORDERS:
            borders = child
        removed = removed or tag == _DELETED
    usual = span == 1 and borders is None and not continues and not removed
    return _USUAL if usual else Cell(span, continues, removed, borders)


_SPAN, _BORDERS, _DELETED = f"{W}gridSpan", f"{W}tcBorders", f"{W}cellDel"
_USUAL: Final = Cell()
_MERGES: Final = (f"{W}vMerge", f"{W}hMerge")
