"""What the HTML faces print: sheets of blocks whose lines are set. Templates only arrange."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from reporter.typeset.setter import SetLine


def number(value: float) -> str:
    """A number for CSS: at most four decimals, no exponent, no trailing zeros."""
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph, heading or title. `tag` is h1–h6 or p; `bookmark` with its level where it is one."""

    css: str
    lines: tuple[SetLine, ...]
    tag: str = "p"
    style: str = ""
    bookmark: str = ""
    bookmark_level: int = 0
    notes: tuple[tuple[SetLine, ...], ...] = ()
    kind: Literal["text"] = "text"


@dataclass(frozen=True, slots=True)
class Cell:
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


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of a layout grid or a table."""

    cells: tuple[Cell, ...]
    css: str = ""
    style: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
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


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table with the lines above and below it."""

    table: Grid
    above: tuple[Grid, ...] = ()
    below: tuple[Grid, ...] = ()
    notes: tuple[tuple[SetLine, ...], ...] = ()
    style: str = ""
    kind: Literal["table"] = "table"


@dataclass(frozen=True, slots=True)
class MarkBlock:
    """版头. `top` are the lines within the white above the mark; every height is in pt."""

    top_style: str
    top: tuple[TextBlock, ...]
    mark: Grid | None
    number: TextBlock | None = None
    signers: Grid | None = None
    rule_style: str = ""
    title_gap_pt: float = 0.0
    kind: Literal["mark"] = "mark"


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """署名 and date as lines (`lines`) or as a grid of seals."""

    lines: tuple[TextBlock, ...] = ()
    grid: Grid | None = None
    kind: Literal["signature"] = "signature"


@dataclass(frozen=True, slots=True)
class ImprintBlock:
    """版记. `place` says whether it joins the last page, takes the next left page, or one after a blank page."""

    css: str
    style: str
    copies: tuple[TextBlock, ...]
    office: Grid | None
    place: Literal["joined", "left", "blank"] = "joined"
    kind: Literal["imprint"] = "imprint"


ViewBlock = TextBlock | TableBlock | MarkBlock | SignatureBlock | ImprintBlock


@dataclass(slots=True)
class Sheet:
    """Blocks on pages of one kind (`a4`, `a4-landscape`, `a3-landscape`)."""

    page: str
    blocks: list[ViewBlock] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class View:
    """A whole document for a face."""

    face: str
    title: str
    state: str
    sheets: tuple[Sheet, ...]
    styles: str = ""
