"""One table of a story → its paragraphs with their cells, and a grid of texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from reporter.artefacts.seen.grids import guessed_heads, title_above
from reporter.artefacts.seen.model import CellPlace, Grid, Place, Stroke
from reporter.artefacts.seen.word.cells import Shape
from reporter.artefacts.seen.word.styles import stroke_of
from reporter.artefacts.seen.word.units import VAL, Element, W, inner, on, val, whole
from reporter.artefacts.seen.word.walking import below
from reporter.frozen import frozen

if TYPE_CHECKING:
    from reporter.artefacts.seen.word.drafts import Draft
    from reporter.artefacts.seen.word.story import Story

_TR, _TC, _TCPR, _TRPR, _HEAD = f"{W}tr", f"{W}tc", f"{W}tcPr", f"{W}trPr", f"{W}tblHeader"
_GONE, _SKIPPED = f"{W}del", f"{W}gridBefore"
_ODD: Final[tuple[Shape, str]] = (), ""
"""Of a cell that is like no other."""
MOST_COLUMNS: Final = 200


@frozen
class Cell:
    """What a w:tcPr says: columns covered, whether it goes on from above or from the left, its own borders."""

    span: int = 1
    continues: bool = False
    removed: bool = False
    borders: Element | None = None


def read_table(story: Story, node: Element, place: Place, cell: CellPlace | None) -> None:
    """A table inside another one, in a box's cell or outside the text is read as paragraphs only."""
    properties = node.find(f"{W}tblPr")
    style = story.word.styles.get(val(properties, "tblStyle"), "table").identity
    rows = [(row, said) for row in below(node, (_TR,)) if not (said := _said_of(row)).removed]
    if cell is not None or place not in ("text", "box"):
        for row, _ in rows:
            for inner in below(row, (_TC,)):
                story.read(inner, place, cell, style)
        return
    _Table(story, node, style).read(rows)


@dataclass(slots=True)
class _Said:
    """What a w:trPr says."""

    removed: bool = False
    head: bool = False
    skipped: int = 0
    """Columns before the first cell."""


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


class _Table:
    def __init__(self, story: Story, node: Element, style: str) -> None:
        self._story, self._style = story, style
        self._sides: dict[str, Stroke | None] = {}
        self._known: dict[Shape, tuple[Cell, Draft]] = {}
        """By its shape a cell that was read with its only paragraph: another one is repeated with its own words."""
        self._borders = (
            *story.word.styles.get(style, "table").table,
            *node.iterfind(f"{W}tblPr/{W}tblBorders"),
        )

    def read(self, rows: list[tuple[Element, _Said]]) -> None:
        word = self._story.word
        title = title_above(word.paras)
        word.grids.append(Grid(0, ()))
        number = len(word.grids)
        texts: list[list[str]] = []
        heads = 0
        for at, (row, said) in enumerate(rows):
            heads += heads == at and said.head
            texts.append(self._row(row, [""] * said.skipped, number, (at + 1, at + 1 == len(rows))))
        width = max(map(len, texts), default=0)
        full = tuple([tuple(row + [""] * (width - len(row))) for row in texts])
        heads = heads if heads < len(full) else 0
        word.grids[number - 1] = Grid(number, full, heads or guessed_heads(full), 0, title)

    def _row(self, row: Element, texts: list[str], number: int, place: tuple[int, bool]) -> list[str]:
        """Adds the texts of a row's cells to those of the columns before it."""
        story, cells, known, at = self._story, self._story.word.cells, self._known, place[0]
        fresh, sides = story.fresh, self._sides_of(_USUAL, place)
        for node in below(row, (_TC,)):
            if len(texts) >= MOST_COLUMNS:
                break
            there = CellPlace(number, at, len(texts) + 1)
            shape, words = cells.get(node, _ODD)
            like = known.get(shape) if fresh else None
            if like is not None:
                cell, first = like
                draft = story.repeat(first, node, words, there)
                _rule(draft, draft, self._sides_of(cell, place) if cell.borders is not None else sides)
                texts.append(draft.text)
            else:
                cell = _cell(inner(node, _TCPR))
                if cell.removed:
                    continue
                texts.append(self._read(node, cell, there, place))
                fresh = story.fresh
            if cell.span > 1:
                texts += [""] * (cell.span - 1)
        return texts

    def _read(self, node: Element, cell: Cell, at: CellPlace, place: tuple[int, bool]) -> str:
        """One cell; gives its text."""
        story, paras = self._story, self._story.word.paras
        begin, lines, fresh = len(paras), len(story.word.lines), story.fresh
        story.read(node, "cell", at, self._style)
        if cell.continues:
            del paras[begin:]
        if begin == len(paras):
            return ""
        shape, words = story.word.cells.get(node, _ODD)
        only = paras[begin] if len(paras) == begin + 1 and len(story.word.lines) == lines else None
        if shape and only and fresh and story.fresh and _says_only(only, node, words):
            self._known[shape] = cell, only
        _rule(paras[begin], paras[-1], self._sides_of(cell, place))
        return "\n".join(para.text for para in paras[begin:] if para.text)

    def _sides_of(self, cell: Cell, place: tuple[int, bool]) -> tuple[Stroke | None, Stroke | None]:
        """The borders above and below a cell."""
        above = self._border(cell, "top", "top" if place[0] == 1 else "insideH")
        return above, self._border(cell, "bottom", "bottom" if place[1] else "insideH")

    def _border(self, cell: Cell, own: str, table: str) -> Stroke | None:
        border = cell.borders.find(f"{W}{own}") if cell.borders is not None else None
        return self._usual(table) if border is None else stroke_of(border)

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


def _says_only(draft: Draft, cell: Element, words: str) -> bool:
    """Whether a cell shows these words alike in its only paragraph and nothing else, so that one of its shape shows its
    own words."""
    return (
        draft.node.getparent() is cell
        and len(draft.runs) <= 1
        and "".join(run.text for run in draft.runs) == words
        and not draft.label
        and draft.props.get("num", "0") == "0"
        and "section" not in draft.props
    )


def _cell(properties: Element | None) -> Cell:
    if properties is None or (len(properties) == 1 and properties[0].tag == _WIDTH):
        return _USUAL
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
    return Cell(span, continues, removed, borders)


_SPAN, _BORDERS, _DELETED, _WIDTH = f"{W}gridSpan", f"{W}tcBorders", f"{W}cellDel", f"{W}tcW"
_USUAL: Final = Cell()
_MERGES: Final = (f"{W}vMerge", f"{W}hMerge")
