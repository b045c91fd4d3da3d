"""署名 with room for seals, and 版记, as set lines (GB/T 9704 7.3.5, 7.4)."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from reporter.document.inline import Blank, Inlines, plain, words
from reporter.document.model import Closing, Face, Imprint
from reporter.typeset.linebreak import Measure
from reporter.typeset.paragraphs import LINE_PT
from reporter.typeset.setter import SetLine, Setter, printable
from reporter.typeset.signatures import (
    Placed,
    SealGrid,
    SignerSeals,
    sealed_joint,
    sealed_single,
    signer_seals,
    unsealed,
)
from reporter.typeset.standard import A4, CELL_PT, IMPRINT, PITCH_PT, SANHAO_PT, SIGNATURE, mm_to_pt

IMPRINT_PITCH_PT = 24.5  # custom: 14 pt and three quarters
INDENT_PT = IMPRINT.indent_cells * IMPRINT.size_pt


class ClosingLine(Struct, frozen=True):
    """A name or the date: its lines (more than one where it is longer than a line) and its place."""

    lines: tuple[SetLine, ...]
    right_cells: float
    blank_lines: float = 0


class SetSignature(Struct, frozen=True):
    """署名 and date as lines, or as seals with the set lines of each cell, row by row."""

    lines: tuple[ClosingLine, ...] = ()
    seals: SealGrid | None = None
    cells: tuple[tuple[tuple[SetLine, ...], ...], ...] = ()

    @property
    def height_pt(self) -> float:
        """All of it, blank lines above included."""
        if self.seals is not None:
            return sum(self.row_pt(index) for index in range(len(self.cells)))
        return sum(len(line.lines) * LINE_PT + line.blank_lines * PITCH_PT for line in self.lines)

    def drop_pt(self, row: int) -> float:
        """From a row's top to its names."""
        assert self.seals is not None
        return mm_to_pt(self.seals.drop_mm(row))

    def row_pt(self, row: int) -> float:
        """Height of a row: the seals', or what its names need."""
        assert self.seals is not None
        lines = max(len(cell) for cell in self.cells[row])
        return max(mm_to_pt(self.seals.row_mm(row)), self.drop_pt(row) + lines * LINE_PT)


def set_signature(closing: Closing, setter: Setter) -> SetSignature:
    """Names and date in the places that `signatures` gives them."""
    names = [printable(one.printed).replace("\n", "") for one in closing.signatories]
    if not names:
        return SetSignature((_line(closing.date, float(SIGNATURE.sealed_date_right_cells), setter),))
    date = _measurable(closing.date)
    if closing.signed:
        return _signed(signer_seals(names, date), closing.date, setter)
    if closing.sealed and len(names) > 1:
        seals = replace(sealed_joint(names, date), remark=bool(closing.remark))
        return SetSignature(seals=seals, cells=_cells(seals, closing.date, setter))
    if closing.sealed:
        single = sealed_single(names[0], date)
        return _lines(single.blank_lines, [single.name], (closing.date, single.date), setter)
    open_end = unsealed(names, date)
    return _lines(open_end.blank_lines, open_end.names, (closing.date, open_end.date), setter)


def _signed(seals: SignerSeals, date: Inlines, setter: Setter) -> SetSignature:
    posts = zip(seals.posts, seals.above, strict=True)
    found = [_line(words(post.text), post.right_cells, setter, above) for post, above in posts]
    return SetSignature((*found, _line(date, seals.date.right_cells, setter, seals.date_above)))


def _measurable(inlines: Inlines) -> str:
    """A text of the same width, blanks as full-width signs."""
    parts = ["□" * inline.width if isinstance(inline, Blank) else plain((inline,)) for inline in inlines]
    return printable("".join(parts)).replace("\n", "")


def _lines(
    blank_lines: int, names: Sequence[Placed], date: tuple[Inlines, Placed], setter: Setter
) -> SetSignature:
    found = [
        _line(words(name.text), name.right_cells, setter, 0 if index else blank_lines)
        for index, name in enumerate(names)
    ]
    return SetSignature((*found, _line(date[0], date[1].right_cells, setter)))


def _line(inlines: Inlines, right_cells: float, setter: Setter, blank_lines: float = 0) -> ClosingLine:
    """Set on one line if it fits, else broken: the name of an agency may be longer than a line."""
    measure = Measure(A4.area_width_pt - right_cells * CELL_PT, SANHAO_PT, justify=False)
    lines = setter.lines(setter.runs(inlines, "fang"), measure, "fang")
    return ClosingLine(lines, right_cells, blank_lines)


def _cells(seals: SealGrid, date: Inlines, setter: Setter) -> tuple[tuple[tuple[SetLine, ...], ...], ...]:
    rows = []
    for row in seals.rows:
        cells = []
        for place, column_mm in zip(row, seals.columns_mm, strict=True):
            lines: tuple[SetLine, ...] = ()
            if place.name:
                measure = Measure(mm_to_pt(column_mm), SANHAO_PT, justify=False)
                for part in place.name.split("\n"):
                    lines += setter.lines(setter.runs(words(part), "fang"), measure, "fang")
                if place.date:
                    lines += (setter.single(date, "fang"),)
            cells.append(lines)
        rows.append(tuple(cells))
    return tuple(rows)


class SetImprint(Struct, frozen=True):
    """版记: 主送 and 抄送 with their hanging (pt), then 印发机关 and date side by side."""

    copies: tuple[tuple[tuple[SetLine, ...], float], ...]
    office: tuple[tuple[SetLine, ...], ...] = ()
    office_widths_pt: tuple[float, ...] = ()
    ruled: bool = True

    @property
    def height_pt(self) -> float:
        """Lines and rules; 0 where there is nothing to print."""
        if not self.copies and not self.office:
            return 0.0
        lines = sum(len(copy) for copy, _ in self.copies) + max(
            (len(cell) for cell in self.office), default=0
        )
        rules_mm = 2 * IMPRINT.first_rule_mm if self.ruled else 0.0
        if self.copies and self.office:
            rules_mm += IMPRINT.middle_rule_mm
        return lines * IMPRINT_PITCH_PT + mm_to_pt(rules_mm)


def set_imprint(imprint: Imprint, face: Face, setter: Setter) -> SetImprint:
    """A letter's has neither rules nor 印发机关 (10.1)."""
    labelled = (("主送：", imprint.recipients), ("抄送：", imprint.cc))
    copies = tuple(_copies(label, text, setter) for label, text in labelled if text)
    letter = face == "letter"
    if letter or not (imprint.office or imprint.print_date):
        return SetImprint(copies, ruled=not letter)
    area = A4.area_width_pt - 2 * INDENT_PT
    size = IMPRINT.size_pt
    date_width = min(max(setter.inline_width_em(imprint.print_date, "fang") * size + 1, size), area / 2)
    widths = (area - date_width, date_width)
    office = tuple(
        setter.lines(setter.runs(text, "fang"), Measure(width, size, justify=False), "fang")
        for text, width in zip((imprint.office, imprint.print_date), widths, strict=True)
    )
    return SetImprint(copies, office, widths)


def _copies(label: str, text: Inlines, setter: Setter) -> tuple[tuple[SetLine, ...], float]:
    """抄送 with its continuation aligned after the colon (7.4.2)."""
    hanging = len(label) * IMPRINT.size_pt
    measure = Measure(
        A4.area_width_pt - INDENT_PT, IMPRINT.size_pt, first_indent_pt=-hanging, left_pt=INDENT_PT + hanging
    )
    return setter.lines(setter.runs(words(label) + text, "fang"), measure, "fang"), hanging
