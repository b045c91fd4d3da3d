"""What the HTML faces print: sheets of blocks whose lines are set. Templates only arrange."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Literal, NamedTuple

from msgspec import Struct, field

from reporter.typeset.setter import SetLine


def number(value: float) -> str:
    """A number for CSS: at most four decimals, no exponent, no trailing zeros."""
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def spacing_class(spacing_pt: float) -> str:
    """The class that sets a letter-spacing: the engine shares styles between elements without a style attribute."""
    return "ls" + number(spacing_pt).replace("-", "m").replace(".", "-")


class Stretch(NamedTuple):
    """Lines that follow one another and need no mark-up but one letter-spacing, or one line that does.

    `bare` where the spacing is the block's own. `text` None: the line is to be marked up part by part.
    """

    lines: tuple[SetLine, ...]
    spacing_pt: float
    bare: bool
    text: str | None


MOST_LINES_TOGETHER = 8
"""The engine shapes all of a text again for each of its lines."""


class TextBlock(Struct, frozen=True):
    """A paragraph, heading or title. `tag` is h1–h6 or p; `bookmark` with its level where it is one."""

    css: str
    lines: tuple[SetLine, ...]
    tag: str = "p"
    style: str = ""
    bookmark: str = ""
    bookmark_level: int = 0
    notes: tuple[tuple[SetLine, ...], ...] = ()
    kind: Literal["text"] = "text"

    @property
    def spacing_pt(self) -> float:
        """The letter-spacing that most lines have; theirs need no element then, which costs the engine most."""
        counts = Counter(line.spacing_pt for line in self.lines)
        return max(counts, key=lambda spacing: counts[spacing], default=0.0)

    @property
    def classes(self) -> str:
        """`css` with the class of the spacing."""
        return f"{self.css} {spacing_class(self.spacing_pt)}" if self.spacing_pt else self.css

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """The lines put together where one text can hold them."""
        return tuple(_stretches(self.lines, self.spacing_pt))


def _stretches(lines: tuple[SetLine, ...], own_pt: float) -> Iterator[Stretch]:
    bare = False
    for (spacing, plain), group in groupby(lines, key=lambda line: (line.spacing_pt, line.plain is not None)):
        found = tuple(group)
        size = MOST_LINES_TOGETHER if plain else 1
        for start in range(0, len(found), size):
            part = found[start : start + size]
            # Two bare texts side by side would be one.
            bare = plain and spacing == own_pt and not bare
            text = "\n".join(line.plain or "" for line in part) if plain else None
            yield Stretch(part, spacing, bare, text)


class Cell(Struct, frozen=True):
    """A cell of a grid; `css` classes, `style` only numbers and keywords."""

    lines: tuple[SetLine, ...]
    css: str = ""
    style: str = ""
    colspan: int = 1
    rowspan: int = 1

    @property
    def plain(self) -> str | None:
        """Lines joined by newlines where none needs mark-up of its own: a ledger has thousands of such cells."""
        texts = [line.simple for line in self.lines]
        return None if None in texts else "\n".join(text for text in texts if text is not None)


class GridRow(Struct, frozen=True):
    """A row of a layout grid or a table."""

    cells: tuple[Cell, ...]
    css: str = ""
    style: str = ""


class Grid(Struct, frozen=True):
    """A fixed table: `widths_pt` of its columns. Serves tables proper and the header, signatures and imprint."""

    css: str
    widths_pt: tuple[float, ...]
    rows: tuple[GridRow, ...]
    head: tuple[GridRow, ...] = ()
    style: str = ""
    label: str = ""

    @property
    def width_pt(self) -> float:
        """All columns together."""
        return sum(self.widths_pt)


class TableBlock(Struct, frozen=True):
    """A table with the lines above and below it."""

    table: Grid
    above: tuple[Grid, ...] = ()
    below: tuple[Grid, ...] = ()
    notes: tuple[tuple[SetLine, ...], ...] = ()
    style: str = ""
    kind: Literal["table"] = "table"


class MarkBlock(Struct, frozen=True):
    """版头. `top` are the lines within the white above the mark; every height is in pt."""

    top_style: str
    top: tuple[TextBlock, ...]
    mark: Grid | None
    number: TextBlock | None = None
    signers: Grid | None = None
    rule_style: str = ""
    title_gap_pt: float = 0.0
    kind: Literal["mark"] = "mark"


class SignatureBlock(Struct, frozen=True):
    """署名 and date as lines (`lines`) or as a grid of seals."""

    lines: tuple[TextBlock, ...] = ()
    grid: Grid | None = None
    loose: bool = False
    """It may begin a page: the only line of text before it stays on page 1 (7.3.3)."""
    kind: Literal["signature"] = "signature"


class ImprintBlock(Struct, frozen=True):
    """版记. `place` says whether it joins the last page, takes the next left page, or one after a blank page."""

    css: str
    style: str
    copies: tuple[TextBlock, ...]
    office: Grid | None
    place: Literal["joined", "left", "blank"] = "joined"
    above: TextBlock | None = None
    """公开方式, above the first rule."""
    kind: Literal["imprint"] = "imprint"


ViewBlock = TextBlock | TableBlock | MarkBlock | SignatureBlock | ImprintBlock


class Sheet(Struct):
    """Blocks on pages of one kind (`a4`, `a4-landscape`, `a3-landscape`)."""

    page: str
    blocks: list[ViewBlock] = field(default_factory=list)


class View(Struct, frozen=True):
    """A whole document for a face."""

    face: str
    title: str
    state: str
    sheets: tuple[Sheet, ...]

    @property
    def spacing_rules(self) -> str:
        """The rules for the classes of letter-spacing that occur."""
        blocks = (block for sheet in self.sheets for one in sheet.blocks for block in _text_blocks(one))
        found = sorted({line.spacing_pt for block in blocks for line in block.lines})
        return "".join(f".{spacing_class(one)}{{letter-spacing:{number(one)}pt}}" for one in found)


def _text_blocks(block: ViewBlock) -> tuple[TextBlock, ...]:
    match block:
        case TextBlock():
            return (block,)
        case MarkBlock(top=top, number=under):
            return (*top, under) if under else top
        case SignatureBlock(lines=lines):
            return lines
        case ImprintBlock(copies=copies):
            return copies
    return ()
