"""What the template of the web page prints. Everything is plain text; the template escapes every value."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field


class Run(Struct, frozen=True):
    """A stretch of text. A `blank` is a value that is missing, a `note` the mark of the footnote `number`."""

    kind: Literal["text", "strong", "blank", "break", "note"]
    text: str = ""
    number: int = 0


Runs = tuple[Run, ...]


class Para(Struct, frozen=True):
    """A paragraph; `css` is one of ours."""

    css: str
    runs: Runs
    kind: Literal["para"] = "para"


class Head(Struct, frozen=True):
    """A heading of level 2–6; `run_in` follows on its line."""

    level: int
    id: str
    runs: Runs
    run_in: Runs = ()
    kind: Literal["heading"] = "heading"


class Cell(Struct, frozen=True):
    """A cell; with a `scope` it is the head of its column, row or group."""

    runs: Runs
    align: str = "left"
    scope: str = ""
    colspan: int = 1


class Row(Struct, frozen=True):
    """A row; `css` total for sums, group for the line above a group."""

    cells: tuple[Cell, ...]
    css: str = ""


class TableView(Struct, frozen=True):
    """A table with the lines above and below. A caption that the document does not print is for ears only."""

    id: str
    caption: Runs
    spoken: str
    head: tuple[Cell, ...]
    bodies: tuple[tuple[Row, ...], ...]
    above: tuple[tuple[Runs, ...], ...] = ()
    below: tuple[tuple[Runs, ...], ...] = ()
    kind: Literal["table"] = "table"


class Link(Struct, frozen=True):
    """A file beside the page."""

    href: str
    name: str


class Listed(Struct, frozen=True):
    """One line of the 附件说明: to the attachment on this page, or to its own files."""

    number: str
    runs: Runs
    href: str = ""
    files: tuple[Link, ...] = ()


class ListView(Struct):
    """附件说明."""

    items: list[Listed] = field(default_factory=list)
    kind: Literal["list"] = "list"


class Signed(Struct, frozen=True):
    """署名 and date; `iso` is the date for machines where it is complete."""

    names: tuple[str, ...]
    date: Runs
    iso: str = ""
    kind: Literal["signed"] = "signed"


BlockView = Para | Head | TableView | ListView | Signed


class Part(Struct):
    """The text itself (no title of its own), an issued text, or an attachment with its label."""

    id: str
    css: str
    label: Runs = ()
    title: Runs = ()
    blocks: list[BlockView] = field(default_factory=list)


class Page(Struct, frozen=True):
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
