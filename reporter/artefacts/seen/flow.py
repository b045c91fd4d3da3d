"""The text of a file in reading order as recognition walks it: lines with what their looks say, and tables of data.

Tables that only place text (a joint 发文机关标志, signatures side by side, 版记) are opened: their cells are lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from reporter.artefacts.seen import wording
from reporter.artefacts.seen.model import CellPlace, Para, Run, Seen
from reporter.text import half_width

USUAL = Run("", size=16.0)
_LONG = 24
"""Characters of a paragraph that is prose."""
_HEAD_CELLS = 12
_ENOUGH = 100_000
"""Characters after which the type of the text is known."""
_BLANKS = re.compile(r"\s+")
_MANY_ROWS = 14
"""More rows than a table of names at the head or the end has."""


class Line:
    """A paragraph with text. `size` is 0 when unknown."""

    def __init__(self, para: Para, body: Run = USUAL) -> None:
        self.para = para
        self.text = para.text
        self._key: str | None = None
        self._bare: str | None = None
        self.body = body
        """How most text of the file looks."""
        self.opened = ""
        """What the opened table was: `head`, `ends`, `imprint`, or empty."""

    @property
    def body_size(self) -> float:
        return self.body.size

    @property
    def key(self) -> str:
        """Half-width digits and signs, the same length as the text."""
        if self._key is None:
            self._key = half_width(self.text)
        return self._key

    @property
    def bare(self) -> str:
        """The key without blanks."""
        if self._bare is None:
            self._bare = _BLANKS.sub("", self.key)
        return self._bare

    @property
    def short(self) -> bool:
        return len(self.text) <= 160

    @property
    def size(self) -> float:
        return self.para.main.size

    @property
    def font(self) -> str:
        return self.para.main.font

    @property
    def red(self) -> bool:
        return self.para.main.red

    @property
    def big(self) -> bool:
        """Clearly larger than the text."""
        return self.size >= self.body_size * 1.2

    @property
    def unknown(self) -> bool:
        """Whether nothing is known of its looks: bare text."""
        return not self.para.looks.align and not self.size and self.para.looks.first is None

    @property
    def set_in(self) -> float:
        """How far the first character stands from the left edge of the text, 字; blanks that were typed count."""
        typed, looks, wide = self.para.typed, self.para.looks, 0.0
        if typed[:1].isspace():
            blank = typed[: len(typed) - len(typed.lstrip())]
            wide = sum({"\u3000": 1.0, "\t": 2.0}.get(character, 0.5) for character in blank)
        return wide + (looks.left or 0.0) + (looks.first or 0.0)

    @property
    def centred(self) -> bool:
        return self.para.looks.align == "center"

    @property
    def rightish(self) -> bool:
        """At the right half: by alignment, by indent or by blanks."""
        return self.para.looks.align == "right" or (self.set_in >= 9 and len(self.text) <= 40)

    @property
    def flush(self) -> bool:
        return not self.centred and not self.rightish and self.set_in < 1

    @property
    def ends_sentence(self) -> bool:
        return self.text[-1:] in "。；，;,！？!?、."

    def pieces(self) -> list[tuple[int, str]]:
        """Parts of the key between tabs, line breaks and wide gaps, each with where it begins."""
        return [(m.start(), m.group()) for m in re.finditer(r"\S+(?: \S+)*", self.key)]


class Table(Struct, frozen=True):
    """A table of data; its cells are not looked at. `last` is the last paragraph in it."""

    number: int
    last: Para


Node = Line | Table


def flow(seen: Seen) -> list[Node]:
    """Lines and tables of the text, without headers, footers, notes and empty paragraphs."""
    body = body_type(seen.paras)
    nodes: list[Node] = []
    cells: list[tuple[CellPlace, Para]] = []
    table = 0
    for para in seen.paras:
        cell = para.cell
        if cell is None and para.place in ("header", "footer", "note"):
            continue
        if cells and (cell is None or cell.table != table):
            nodes += _opened(cells, nodes, body)
            cells = []
        if not para.text:
            continue
        if cell is None:
            nodes.append(Line(para, body))
        else:
            cells.append((cell, para))
            table = cell.table
    return nodes + (_opened(cells, nodes, body) if cells else [])


def body_type(paras: Iterable[Para]) -> Run:
    """Size, font and weight of most characters in long paragraphs outside tables; `USUAL` when there are none."""
    weights: dict[tuple[str, float, bool], int] = {}
    counted = 0
    for para in paras:
        if para.cell is not None or para.place != "text" or len(para.typed) < _LONG:
            continue
        main, length = para.main, len(para.typed)
        if main.size:
            look = main.font, main.size, main.bold
            weights[look] = weights.get(look, 0) + length
            counted += length
            if counted > _ENOUGH:
                break
    return Run("", *max(weights, key=weights.__getitem__)) if weights else USUAL


def _opened(cells: Sequence[tuple[CellPlace, Para]], before: Sequence[Node], body: Run) -> list[Node]:
    """The table as one node, or its lines where it only places text."""
    first, last = cells[0][0], cells[-1][1]
    alone = all(place == first for place, _ in cells)
    many = any(place.row > _MANY_ROWS for place, _ in cells)
    if many and not alone:
        return [Table(first.table, last)]
    lines = [Line(para, body) for _, para in cells]
    kind = "single" if many else _kind(lines, before, alone=alone)
    if not kind:
        return [Table(first.table, last)]
    for line in lines:
        line.opened = kind
    return list(lines)


def _kind(cells: Sequence[Line], before: Sequence[Node], *, alone: bool) -> str:
    """`head`, `ends` or `imprint` of a table that only places text, else empty."""
    if not all(line.short or wording.cc(line.key) for line in cells):
        return "single" if alone else ""
    if _is_imprint(cells):
        return "imprint"
    if len(before) <= 8 and _is_head(cells):
        return "head"
    if before and all(_closes(line) for line in cells) and sum(wording.whole_date(c.key) for c in cells) <= 1:
        return "ends"
    return "single" if alone and len(cells) > 1 else ""


def _is_imprint(cells: Sequence[Line]) -> bool:
    if len(cells) > 12:
        return False
    if any(wording.cc(line.key) or line.bare.endswith("月印发") or _printed(line) for line in cells):
        return True
    small = all(0 < line.size < line.body_size for line in cells)
    if small and len(cells) == 1 and wording.agency(cells[0].key):
        return cells[0].bare.endswith(("办公室", "办公厅"))  # the date of printing is missing
    return small and len(cells) == 2 and wording.agency(cells[0].key) and wording.whole_date(cells[1].key)


def _printed(line: Line) -> bool:
    """Whether the line ends in a date and 印发, or what is written for it (印制)."""
    ended = line.bare.rstrip(wording.BEHIND_PRINTED)[-1:] in wording.PRINTED_ENDS or "印发日期" in line.bare
    found = wording.print_line(line.key) if ended else None
    return bool(found and (found["word"] or found["label"]))


def _is_head(cells: Sequence[Line]) -> bool:
    """A mark in cells, or 发文字号 and 签发人 side by side with nothing else."""
    if any(line.red and (line.size >= 20 or wording.agency(line.key)) for line in cells):
        return True
    if any(line.size >= 24 and line.bare.endswith("文件") for line in cells):
        return True
    counted = [any(wording.number(piece) >= 0.5 for _, piece in line.pieces()) for line in cells]
    signed = [wording.signer_at(line.key) >= 0 for line in cells]
    known = (
        number or signer or wording.names_only(line.key)
        for line, number, signer in zip(cells, counted, signed, strict=True)
    )  # fmt: skip
    return (any(counted) or any(signed)) and len(cells) <= _HEAD_CELLS and all(known)


def _closes(line: Line) -> bool:
    parts = [part for part in line.key.split("\n") if part.strip()]
    if len(parts) == 2 and wording.agency(line.key):
        return True  # a long name on two lines
    return all(
        wording.whole_date(part) or wording.agency(part) or bool(wording.post(part)) or wording.post_alone(part)
        or wording.person(part) or wording.bracketed(part)
        for part in parts
    )  # fmt: skip
