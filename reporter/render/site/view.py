"""What the template of the web page prints. Everything is plain text; the template escapes every value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text. A `blank` is a value that is missing, a `note` the mark of the footnote `number`."""

    kind: Literal["text", "strong", "blank", "break", "note"]
    text: str = ""
    number: int = 0


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; `css` is one of ours."""

    css: str
    runs: Runs
    kind: Literal["para"] = "para"


@dataclass(frozen=True, slots=True)
class Head:
    """A heading of level 2–6; `run_in` follows on its line."""

    level: int
    id: str
    runs: Runs
    run_in: Runs = ()
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; with a `scope` it is the head of its column, row or group."""

    runs: Runs
    align: str = "left"
    scope: str = ""
    colspan: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A row; `css` total for sums, group for the line above a group."""

    cells: tuple[Cell, ...]
    css: str = ""


@dataclass(frozen=True, slots=True)
class TableView:
    """A table with the lines above and below. A caption that the document does not print is for ears only."""

    id: str
    caption: Runs
    spoken: str
    head: tuple[Cell, ...]
    bodies: tuple[tuple[Row, ...], ...]
    above: tuple[tuple[Runs, ...], ...] = ()
    below: tuple[tuple[Runs, ...], ...] = ()
    kind: Literal["table"] = "table"


@dataclass(frozen=True, slots=True)
class Link:
    """A file beside the page."""

    href: str
    name: str


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the 附件说明: to the attachment on this page, or to its own files."""

    number: str
    runs: Runs
    href: str = ""
    files: tuple[Link, ...] = ()


@dataclass(slots=True)
class ListView:
    """附件说明."""

    items: list[Listed] = field(default_factory=list)
    kind: Literal["list"] = "list"


@dataclass(frozen=True, slots=True)
class Signed:
    """署名 and date; `iso` is the date for machines where it is complete."""

    names: tuple[str, ...]
    date: Runs
    iso: str = ""
    kind: Literal["signed"] = "signed"


BlockView = Para | Head | TableView | ListView | Signed


@dataclass(slots=True)
class Part:
    """The text itself (no title of its own), an issued text, or an attachment with its label."""

    id: str
    css: str
    label: Runs = ()
    title: Runs = ()
    blocks: list[BlockView] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Page:
    """A whole page. `meta` are pairs for machines, `rows` the block of information."""

    title: str
    state: str
    meta: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, Runs], ...]
    heading: Runs
    unsaid_heading: str
    """Stands in for a title that the document does not have, such as 令."""
    parts: tuple[Part, ...]
    ending: tuple[Para, ...]
    """公开方式 below everything."""
    notes: tuple[Runs, ...]
