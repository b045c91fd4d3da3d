"""What the finisher does to one block of a filled template."""

from __future__ import annotations

from operator import attrgetter
from typing import Literal

from msgspec import Struct

from reporter.document.model import Table
from reporter.render.word.lines import Tab
from reporter.typeset.headers import Mark
from reporter.typeset.signatures import SealGrid
from reporter.typeset.standard import A4, Page

ImprintPlace = Literal["joined", "own", "left", "blank"]


class Foreseen(Struct, frozen=True):
    """What the pages that we predict ask of the file.

    `imprint` says where 版记 goes: on the last page, on one of its own, on the next left page, or on the one behind a
    blank page (7.4.1). `white_mm` stays empty at the foot of page 1, so that the end of the only text goes over to
    the signature (7.3.5.5).
    """

    imprint: ImprintPlace = "joined"
    white_mm: float = 0.0
    signature_alone: bool = False
    """The text is one line; the signature goes over without it."""


USUAL = Foreseen()


class Placed(Struct, frozen=True, eq=False):
    """What the finisher does to one block; None leaves the template's own value.

    Equal are those that finish a block alike: not its id, which only its bookmark holds, nor a table's content.
    """

    sample: str
    id: str = ""
    new_page: bool = False
    first: bool = False
    """The first text below 版头 stays on page 1, whatever follows it (7.3.3)."""
    pitch_mm: float | None = None
    """Its line height, exact."""
    before_mm: float | None = None
    after_mm: float | None = None
    keep_next: bool | None = None
    takes_last: bool = False
    """The paragraph before it (公开方式) goes above the first rule of 版记."""
    label_cells: float | None = None
    """Width of what must fit on one line, 字: the label of a hanging indent, the date of 版记."""
    hang: tuple[float, float] | None = None
    """Left indent and hanging, 字."""
    size_pt: float | None = None
    right_cells: float | None = None
    tabs: tuple[Tab, ...] = ()
    table: Table | None = None
    page: Page = A4
    """The sheet of the table."""
    row_ids: tuple[str, ...] = ()
    mark: Mark | None = None
    grid: SealGrid | None = None
    white_mm: float = 0.0
    """White to keep at the foot of the page on which it stands."""
    bare: bool = False
    """Without the red rule of its style."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Placed) and _alike(self) == _alike(other)

    def __hash__(self) -> int:
        return hash(_alike(self))


_ITS_OWN = {"id", "table", "page", "row_ids"}
_alike = attrgetter(*(name for name in Placed.__struct_fields__ if name not in _ITS_OWN))
