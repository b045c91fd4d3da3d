"""What a reader sees of a file, the same for DOCX and PDF: paragraphs with their looks, tables, recognised elements.

Everything that a file does not say is unknown (`None`, `""` or 0), never guessed: a rule that needs it says "not
checked". Indents count in 字 of 三号 (16 pt), sizes and pitches in pt, sheets in mm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import zip_longest
from typing import Literal, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from reporter.artefacts.colours import is_red
from reporter.artefacts.seen.joined import Joined
from reporter.artefacts.seen.words import WORDS
from reporter.once import once

Place = Literal["text", "cell", "box", "header", "footer", "note"]
Align = Literal["", "left", "center", "right", "justify"]
Face = Literal["document", "letter", "order", "minutes", "plain"]
Direction = Literal["", "up", "down", "parallel"]
Role = Literal[
    "copy_number", "classification", "urgency", "mark", "number", "signer", "title", "recipients", "heading", "body",
    "attendance", "attachments", "signatory", "post", "date", "remark", "attachment_label", "attachment_title", "cc",
    "print_office", "print_date", "page_number", "state", "table_title", "other",
]  # fmt: skip
"""What a paragraph is. `attachments` is 附件说明, a paragraph a line; `remark` is 附注; `print_office` and `print_date`
are the two halves of the 印发 line and may share a paragraph."""

Trait = Role | Face | Direction | Literal["table", "odd", "counted"]
"""What sorts files by the rules that may tell something about them, see `Seen.traits`."""

PLACED: tuple[Role, ...] = (
    "mark", "number", "signatory", "date", "remark", "cc", "print_office", "print_date",
)  # fmt: skip
"""What tables are used for that only place it on the page."""
SURE = 0.6
"""An element recognised with less confidence is not judged."""


class Run(Struct, frozen=True, gc=False):
    """Characters that look alike. `font` is the East Asian face by name, `colour` RRGGBB; empty is unknown or
    automatic. Like paragraphs and their places, runs refer to nothing that could refer to them: `gc=False` spares the
    collector the thousands of a list."""

    text: str
    font: str = ""
    size: float = 0.0
    bold: bool = False
    colour: str = ""

    @property
    def red(self) -> bool:
        """Whether the colour is a red as headers have it."""
        return is_red(self.colour)


class Stroke(NamedTuple):
    """A horizontal rule at a paragraph or on a page: weight in pt; ends and top in mm from the page's corner; `kind` is
    what a Word file calls it (dashed, double …), empty for one unbroken line or unknown."""

    weight: float = 0.0
    colour: str = ""
    left: float | None = None
    right: float | None = None
    top: float | None = None
    kind: str = ""


class Odd(Struct, frozen=True, gc=False):
    """What few paragraphs have and a Word file says. Shares are of its characters, 0–1; `scale` (hundredths of their
    width) and `tracking` (pt between them) are what most of them have."""

    italic: float = 0.0
    underlined: float = 0.0
    struck: float = 0.0
    marked: float = 0.0
    """Highlighted, or on a ground of another colour."""
    raised: float = 0.0
    """Words of hanzi set above or below the line; figures and letters belong there."""
    stressed: float = 0.0
    """With dots below, outlined, shadowed, embossed."""
    scale: int = 100
    tracking: float = 0.0
    uneven: float = 0.0
    """By how much the tracking of some words differs from that, pt."""
    spread: bool = False
    """Whether each line is drawn out to the right edge, the last one too."""
    automatic: bool = False
    """Whether the white above or below is what the program thinks fit."""
    boxed: bool = False
    """Whether borders stand at its left and right."""
    dropped: bool = False
    """Whether it is the large first letter of the next one."""
    tab: float | None = None
    """Its first tab stop near the left edge, 字."""


class Looks(Struct, frozen=True, gc=False):
    """How a paragraph stands. None is unknown."""

    align: Align = ""
    first: float | None = None
    """First-line indent, 字; negative when it hangs out."""
    left: float | None = None
    right: float | None = None
    pitch: float | None = None
    """Line pitch, pt; 0 is single spacing or a multiple."""
    exact: bool = False
    before: float | None = None
    """White above, pt."""
    after: float | None = None
    new_page: bool = False
    """Whether it must begin on a new page (page break, section break or `pageBreakBefore`)."""
    rule_above: Stroke | None = None
    rule_below: Stroke | None = None
    lines: float = 0.0
    """How many single lines of its own type a line is high, where the file says that instead of a pitch; else 0."""
    odd: Odd | None = None

    @property
    def rules(self) -> tuple[Stroke, ...]:
        """Those above and below that are there."""
        return tuple([rule for rule in (self.rule_above, self.rule_below) if rule])


UNKNOWN = Looks()
UNWRITTEN = Run("")


class CellPlace(Struct, frozen=True, gc=False):
    """Where a paragraph stands in a table; table, row and column count from 1."""

    table: int
    row: int
    column: int


class Para(Struct, frozen=True, gc=False):
    """One paragraph. `number` counts all paragraphs of the file from 1; `label` is what automatic numbering prints
    before the text; blanks at the ends stay as they were typed."""

    number: int
    runs: tuple[Run, ...]
    label: str = ""
    place: Place = "text"
    page: int = 0
    """The page on which it begins, 0 when unknown (a DOCX that was not laid out)."""
    style: str = ""
    outline: int = 0
    """Outline level 1–9 of its style or its own, 0 for text."""
    looks: Looks = UNKNOWN
    cell: CellPlace | None = None
    typed: str = ""
    """The characters in the file, as the runs have them."""
    text: str = ""
    """What is read: number and characters, without blanks at the ends."""
    main: Run = UNWRITTEN
    """The run that most characters belong to, without them; an empty one for an empty paragraph."""

    def read(self) -> Para:
        """With what its runs and its label say. Making each of thousands find it takes longer than all else of it."""
        typed = "".join([run.text for run in self.runs])
        return replace(self, typed=typed, text=f"{self.label}{typed}".strip(), main=main_of(self.runs))

    def __hash__(self) -> int:
        return self.number

    def saying(self, words: str, number: int, cell: CellPlace | None) -> Para:
        """One at another place, with one run or none, that says something else and looks and stands the same."""
        run = self.runs[0] if words else None
        runs = (Run(words, run.font, run.size, run.bold, run.colour),) if run else self.runs
        return Para(
            number, runs, "", self.place, self.page, self.style, self.outline, self.looks, cell, words, words.strip(),
            self.main,
        )  # fmt: skip


def main_of(runs: tuple[Run, ...]) -> Run:
    """The run that most characters belong to, without them."""
    if len(runs) == 1:
        run = runs[0]
        return _look(run.font, run.size, run.bold, run.colour)
    return _most(runs)


@lru_cache(maxsize=1024)
def _look(font: str, size: float, bold: bool, colour: str) -> Run:
    """How a run looks: a file has few looks."""
    return Run("", font, size, bold, colour)


@lru_cache(maxsize=256)
def _most(runs: tuple[Run, ...]) -> Run:
    """How most characters look."""
    weights: dict[Run, int] = {}
    for run in runs:
        look = _look(run.font, run.size, run.bold, run.colour)
        weights[look] = weights.get(look, 0) + len(run.text.strip())
    return max(weights, key=weights.__getitem__) if weights else _look("", 0.0, False, "")


class Grid(Struct, frozen=True, dict=True):
    """A table: rows of cell texts (a merged cell's text stands in its first cell, the others are empty)."""

    number: int
    rows: tuple[tuple[str, ...], ...]
    head_rows: int = 0
    page: int = 0
    title: str = ""
    """The nearest title above it."""
    boxed: bool = False
    """Whether a small one has rules at both sides."""
    width: float | None = None
    """How wide a small one is, mm, where a Word file says so."""

    @property
    def top(self) -> int:
        """How many rows stand above the body: the head rows, one at least."""
        return max(self.head_rows, 1)

    @once
    def heads(self) -> tuple[str, ...]:
        """What each column is called: its cells of those rows together, blanks as they are."""
        return tuple(map("".join, zip(*self.rows[: self.top], strict=False)))

    @once
    def names(self) -> tuple[str, ...]:
        """The heads without blanks."""
        return tuple(["".join(head.split()) for head in self.heads])

    @once
    def called(self) -> str:
        """The names as one text, a name a line."""
        return "\n".join(self.names)

    @once
    def columns(self) -> tuple[tuple[str, ...], ...]:
        """The cells of each column with those of the head; where a row is too short, empty ones."""
        return tuple(zip_longest(*self.rows, fillvalue=""))

    @once
    def texts(self) -> tuple[str, ...]:
        """Each column as one text, a cell a line: what none of its cells holds is quickly told."""
        return tuple(map("\n".join, self.columns))

    @property
    def body(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Each row below `top` with its cells, counted from 1 as in the table."""
        return enumerate(self.rows[self.top :], self.top + 1)

    def column(self, index: int) -> tuple[str, ...]:
        """The body cells of a column, from 0, below the head rows."""
        return tuple(row[index] for row in self.rows[self.head_rows :] if index < len(row))


class Element(Struct, frozen=True):
    """A recognised part of the document. `confidence` is 0–1; `label` a heading's typed
    or automatic number without the text; `part` 0 for the signed document, n for its n-th attachment, and −n for issued
    texts behind the notice."""

    role: Role
    text: str
    paras: tuple[Para, ...]
    confidence: float = 1.0
    level: int = 0
    label: str = ""
    part: int = 0

    @property
    def para(self) -> Para:
        return self.paras[0]

    @property
    def page(self) -> int:
        return self.paras[0].page if self.paras else 0


_NUMBER_BREAK = re.compile(r"\d\n")


class Seen(Struct, frozen=True, dict=True):
    """One file. `face` and `direction` are what was recognised; empty direction is unknown."""

    format: Literal["docx", "pdf"]
    paras: tuple[Para, ...]
    grids: tuple[Grid, ...] = ()
    elements: tuple[Element, ...] = ()
    face: Face = "plain"
    direction: Direction = ""
    pages: int = 0
    """0 when unknown."""
    strokes: tuple[Stroke, ...] = ()
    """Rules on the first page (the red line, a letter's lines)."""
    afloat: bool = False
    """Whether a line is drawn somewhere that only a layout tells."""
    changed: bool = False
    """Whether there are tracked changes that nobody has accepted or rejected."""
    commented: bool = False
    hidden: bool = False
    """Whether words are there that are not shown."""
    dated: bool = False
    """Whether a field shows the day on which the file is opened or printed."""

    def all(self, *roles: Role, part: int | None = None) -> tuple[Element, ...]:
        """Elements of the roles in the order of the file, of one part when asked."""
        if len(roles) == 1:
            found = self._by_role.get(roles[0], ())
        else:
            found = tuple([e for e in self.elements if e.role in roles])
        return found if part is None else tuple([e for e in found if e.part == part])

    def one(self, role: Role, part: int = 0) -> Element | None:
        """The first element of the role in that part."""
        return next((e for e in self.elements if e.role == role and e.part == part), None)

    @once
    def _by_role(self) -> dict[Role, tuple[Element, ...]]:
        found: dict[Role, list[Element]] = {}
        for element in self.elements:
            found.setdefault(element.role, []).append(element)
        return {role: tuple(elements) for role, elements in found.items()}

    def above(self, number: int, many: int) -> tuple[Para, ...]:
        """So many paragraphs right above the one of that number, or as many as there are."""
        return self.paras[max(0, number - 1 - many) : number - 1]

    def below(self, number: int, many: int) -> tuple[Para, ...]:
        """So many right below it."""
        return self.paras[number : number + many]

    def prose(self) -> tuple[Para, ...]:
        """Paragraphs of the text and its cells, boxes and notes, in order, without empty ones, headers and footers."""
        return self._prose

    @once
    def _prose(self) -> tuple[Para, ...]:
        return tuple([para for para in self.paras if para.text and para.place not in ("header", "footer")])

    @once
    def labelled(self) -> tuple[Para, ...]:
        """The paragraphs with an automatic number."""
        return tuple([para for para in self.paras if para.label])

    @once
    def broken(self) -> tuple[Para, ...]:
        """Paragraphs of the prose with a line break inside."""
        return tuple([para for para in self._prose if "\n" in para.text]) if self.joined.broken else ()

    @once
    def spaced(self) -> bool:
        """Whether a blank, or a break inside a paragraph, stands right behind a number of the prose."""
        blanks = any(sign.isspace() and sign != "\n" for sign in self.joined.numbers.behind)
        return blanks or any(_NUMBER_BREAK.search(para.text) for para in self.broken)

    @once
    def tabled(self) -> bool:
        """Whether there is a table, but for those that only place a mark, names or 版记."""
        placed = {para.number for element in self.all(*PLACED) for para in element.paras}
        cells = [para for para in self.paras if para.cell and para.text] if self.grids else []
        return bool(self.grids) and (not cells or any(para.number not in placed for para in cells))

    @once
    def odd(self) -> bool:
        """Whether a paragraph has `Looks.odd`."""
        return any(para.looks.odd for para in self.paras)

    @once
    def traits(self) -> frozenset[Trait]:
        """The roles of its elements, however surely they were recognised, face and direction, whether it is `tabled`,
        `odd`, and whether a paragraph has an automatic number (counted)."""
        also: tuple[tuple[bool, Trait], ...] = (
            (self.tabled, "table"), (self.odd, "odd"), (bool(self.labelled), "counted"),
        )  # fmt: skip
        return frozenset((*self._by_role, self.face, self.direction, *[name for has, name in also if has]))

    @once
    def everything(self) -> str:
        """Whatever is read anywhere in the file, also elements and cells that are put together of several lines."""
        texts = [para.text for para in self.paras]
        texts += [element.text for element in self.elements if len(element.paras) != 1]
        texts += [grid.title for grid in self.grids]
        texts += ["\n".join(row) for grid in self.grids for row in grid.rows]
        return "\n".join(texts)

    @once
    def joined(self) -> Joined:
        """All prose, a paragraph a line."""
        return Joined(self._prose, self.missing)

    @once
    def missing(self) -> frozenset[str]:
        """Words that surely do not stand anywhere in the file, among those that files were asked for."""
        return WORDS.missing_in(self.everything)

    def matches(
        self, pattern: re.Pattern[str], *needs: str, quick: re.Pattern[str] | None = None
    ) -> Iterator[tuple[Para, re.Match[str]]]:
        """Every match in the prose with its paragraph. The pattern has no ^ and no $; one of `needs` stands in whatever
        it matches, and `quick` is found there."""
        return self.joined.matches(pattern, *needs, quick=quick)
