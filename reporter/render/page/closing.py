"""署名 with room for seals, and 版记, as set lines (GB/T 9704 7.3.5, 7.4)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from reporter.document.inline import Blank, Inlines, plain, words
from reporter.document.model import Closing, Face, Imprint
from reporter.render.page.lines import SetLine, Setter, number, printable
from reporter.render.page.view import Cell, Grid, GridRow, ImprintBlock, SignatureBlock, TextBlock
from reporter.typeset.linebreak import Measure
from reporter.typeset.signatures import Placed, SealGrid, sealed_joint, sealed_single, unsealed
from reporter.typeset.standard import A4, CELL_PT, IMPRINT, PITCH_PT, SANHAO_PT, SIGNATURE, mm_to_pt

IMPRINT_PITCH_PT = 24.5  # custom: 14 pt and three quarters
_INDENT_PT = IMPRINT.indent_cells * IMPRINT.size_pt


def signature_block(closing: Closing, setter: Setter) -> SignatureBlock:
    """Names and date in the places that `typeset.signatures` gives them."""
    names = [printable(one.name + one.suffix).replace("\n", "") for one in closing.signatories]
    if not names:
        line = _line(closing.date, float(SIGNATURE.sealed_date_right_cells), setter)
        return SignatureBlock(lines=(line,))
    date = _measurable(closing.date)
    if closing.sealed and len(names) > 1:
        return SignatureBlock(grid=_grid(sealed_joint(names, date), closing.date, setter))
    if closing.sealed:
        single = sealed_single(names[0], date)
        return _lines(single.blank_lines, [single.name], closing.date, single.date, setter)
    open_end = unsealed(names, date)
    return _lines(open_end.blank_lines, open_end.names, closing.date, open_end.date, setter)


def _measurable(inlines: Inlines) -> str:
    """A text of the same width, blanks as full-width signs."""
    parts = ["□" * inline.width if isinstance(inline, Blank) else plain((inline,)) for inline in inlines]
    return printable("".join(parts)).replace("\n", "")


def _lines(
    blank_lines: int, names: Sequence[Placed], date: Inlines, date_place: Placed, setter: Setter
) -> SignatureBlock:
    found = []
    for index, name in enumerate(names):
        gap = blank_lines if index == 0 else 0
        found.append(_line(words(name.text), name.right_cells, setter, gap))
    found.append(_line(date, date_place.right_cells, setter))
    return SignatureBlock(lines=tuple(found))


def _line(inlines: Inlines, right_cells: float, setter: Setter, blank_lines: float = 0) -> TextBlock:
    """Set on one line if it fits, else broken: the name of an agency may be longer than a line."""
    measure = Measure(A4.area_width_pt - right_cells * CELL_PT, SANHAO_PT, justify=False)
    style = f"padding-right:{number(right_cells * CELL_PT)}pt"
    if blank_lines:
        style += f";padding-top:{number(blank_lines * PITCH_PT)}pt"
    return TextBlock("gw-signature", setter.lines(setter.runs(inlines, "fang"), measure, "fang"), style=style)


def _grid(seals: SealGrid, date: Inlines, setter: Setter) -> Grid:
    widths = tuple(mm_to_pt(column) for column in seals.columns_mm)
    rows = []
    for index, row in enumerate(seals.rows):
        last = index == len(seals.rows) - 1
        drop = mm_to_pt(seals.last_name_drop_mm if last else seals.name_drop_mm)
        cells = []
        for place, width in zip(row, widths, strict=True):
            lines: tuple[SetLine, ...] = ()
            if place.name:
                measure = Measure(width, SANHAO_PT, justify=False)
                lines = setter.lines(setter.runs(words(place.name), "fang"), measure, "fang")
                if place.date:
                    lines += (setter.single(date, "fang"),)
            cells.append(Cell(lines, style=f"padding-top:{number(drop)}pt"))
        rows.append(GridRow(tuple(cells), style=f"height:{number(mm_to_pt(seals.row_height_mm))}pt"))
    return Grid("gw-seals", widths, tuple(rows))


def imprint_block(
    imprint: Imprint, face: Face, place: Literal["joined", "left", "blank"], setter: Setter
) -> ImprintBlock | None:
    """版记; a letter's has neither rules nor 印发机关 (10.1). None where nothing is left to print."""
    labelled = (("主送：", imprint.recipients), ("抄送：", imprint.cc))
    copies = tuple(_copies(label, text, setter) for label, text in labelled if text)
    letter = face == "letter"
    office = None if letter or not (imprint.office or imprint.print_date) else _office(imprint, setter)
    if not copies and office is None:
        return None
    css = "gw-rules unruled" if letter else "gw-rules"
    style = f"font-size:{number(IMPRINT.size_pt)}pt;line-height:{number(IMPRINT_PITCH_PT)}pt"
    return ImprintBlock(css, style, copies, office, place)


def _copies(label: str, text: Inlines, setter: Setter) -> TextBlock:
    """抄送 with its continuation aligned after the colon (7.4.2)."""
    hanging = len(label) * IMPRINT.size_pt
    measure = Measure(
        A4.area_width_pt - _INDENT_PT, IMPRINT.size_pt, first_indent_pt=-hanging, left_pt=_INDENT_PT + hanging
    )
    lines = setter.lines(setter.runs(words(label) + text, "fang"), measure, "fang")
    style = f"padding-left:{number(_INDENT_PT + hanging)}pt;text-indent:{number(-hanging)}pt"
    return TextBlock("gw-copies", lines, style=style)


def _office(imprint: Imprint, setter: Setter) -> Grid:
    """Agency left, date right, each one 字 in, above the last rule (7.4.3)."""
    area = A4.area_width_pt - 2 * _INDENT_PT
    size = IMPRINT.size_pt
    date_width = min(max(setter.inline_width_em(imprint.print_date, "fang") * size + 1, size), area / 2)
    cells = []
    for text, width, css in (
        (imprint.office, area - date_width, ""),
        (imprint.print_date, date_width, "date"),
    ):
        lines = setter.lines(setter.runs(text, "fang"), Measure(width, size, justify=False), "fang")
        cells.append(Cell(lines, css))
    style = f"margin-left:{number(_INDENT_PT)}pt"
    return Grid("gw-office", (area - date_width, date_width), (GridRow(tuple(cells)),), style=style)
