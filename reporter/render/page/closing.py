"""署名 and 版记 as blocks of a page (GB/T 9704 7.3.5, 7.4)."""

from __future__ import annotations

from typing import Literal

from reporter.document.model import Closing, Face, Imprint
from reporter.render.page.view import Cell, Grid, GridRow, ImprintBlock, SignatureBlock, TextBlock, number
from reporter.typeset.endmatter import (
    IMPRINT_PITCH_PT,
    INDENT_PT,
    ClosingLine,
    SetSignature,
    set_imprint,
    set_signature,
)
from reporter.typeset.setter import SetLine, Setter
from reporter.typeset.signatures import SealGrid
from reporter.typeset.standard import CELL_PT, IMPRINT, PITCH_PT, mm_to_pt


def signature_block(closing: Closing, setter: Setter) -> SignatureBlock:
    """Names and date, or a grid of seals."""
    found = set_signature(closing, setter)
    if found.seals is not None:
        return SignatureBlock(grid=_grid(found, found.seals))
    return SignatureBlock(lines=tuple(_line(line) for line in found.lines))


def _line(line: ClosingLine) -> TextBlock:
    style = f"padding-right:{number(line.right_cells * CELL_PT)}pt"
    if line.blank_lines:
        style += f";padding-top:{number(line.blank_lines * PITCH_PT)}pt"
    return TextBlock("gw-signature", line.lines, style=style)


def _grid(found: SetSignature, seals: SealGrid) -> Grid:
    rows = []
    for index, row in enumerate(found.cells):
        style = f"padding-top:{number(found.drop_pt(index))}pt"
        cells = tuple(Cell(lines, style=style) for lines in row)
        rows.append(GridRow(cells, style=f"height:{number(found.row_pt(index))}pt"))
    return Grid("gw-seals", tuple(mm_to_pt(column) for column in seals.columns_mm), tuple(rows))


def imprint_block(
    imprint: Imprint, face: Face, place: Literal["joined", "left", "blank"], setter: Setter
) -> ImprintBlock | None:
    """版记; None where nothing is left to print."""
    found = set_imprint(imprint, face, setter)
    if not found.height_pt:
        return None
    copies = tuple(_copies(lines, hanging) for lines, hanging in found.copies)
    office = None
    if found.office:
        cells = tuple(Cell(lines, css) for lines, css in zip(found.office, ("", "date"), strict=True))
        style = f"margin-left:{number(INDENT_PT)}pt"
        office = Grid("gw-office", found.office_widths_pt, (GridRow(cells),), style=style)
    css = "gw-rules" if found.ruled else "gw-rules unruled"
    style = f"font-size:{number(IMPRINT.size_pt)}pt;line-height:{number(IMPRINT_PITCH_PT)}pt"
    return ImprintBlock(css, style, copies, office, place)


def _copies(lines: tuple[SetLine, ...], hanging: float) -> TextBlock:
    style = f"padding-left:{number(INDENT_PT + hanging)}pt;text-indent:{number(-hanging)}pt"
    return TextBlock("gw-copies", lines, style=style)
