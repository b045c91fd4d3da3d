"""What the template of the web page prints. Everything is plain text; the template escapes every value."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from reporter.frozen import frozen, mutable


@frozen
class Run:
    """A stretch of text. A `blank` is a value that is missing, a `note` the mark of the footnote `number`."""

    kind: Literal["text", "strong", "blank", "break", "note"]
    text: str = ""
    number: int = 0


Runs = tuple[Run, ...]


@frozen
class Para:
    """A paragraph; `css` is one of ours."""

    css: str
    runs: Runs
    kind: Literal["para"] = "para"


@frozen
class Head:
    """A heading of level 2–6; `run_in` follows on its line."""

    level: int
    id: str
    runs: Runs
    run_in: Runs = ()
    kind: Literal["heading"] = "heading"


@frozen
class Cell:
    """A cell; with a `scope` it is the head of its column, row or group."""

    runs: Runs
    align: str = "left"
    scope: str = ""
    colspan: int = 1


@frozen
class Row:
    """A row; `css` total for sums, group for the line above a group."""

    cells: tuple[Cell, ...]
    css: str = ""


@frozen
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


@frozen
class Link:
    """A file beside the page."""

    href: str
    name: str


@frozen
class Listed:
    """One line of the 附件说明: to the attachment on this page, or to its own files."""

    number: str
    runs: Runs
    href: str = ""
    files: tuple[Link, ...] = ()


@mutable
class ListView:
    """附件说明."""

    items: list[Listed] = field(default_factory=list)
    kind: Literal["list"] = "list"


@frozen
class Signed:
    """署名 and date; `iso` is the date for machines where it is complete."""

    names: tuple[str, ...]
    date: Runs
    iso: str = ""
    kind: Literal["signed"] = "signed"


BlockView = Para | Head | TableView | ListView | Signed


@mutable
class Part:
    """The text itself (no title of its own), an issued text, or an attachment with its label."""

    id: str
    css: str
    label: Runs = ()
    title: Runs = ()
    blocks: list[BlockView] = field(default_factory=list)


@frozen
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
