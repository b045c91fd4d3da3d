"""版头 as set lines: mark, number, signers and the distances between them, ink to ink (GB/T 9704 7.2, cl. 10)."""

from __future__ import annotations

from reporter.document.inline import Inlines, words
from reporter.document.model import Header
from reporter.render.page.view import Cell, Grid, GridRow, MarkBlock, TextBlock, number
from reporter.typeset import flow
from reporter.typeset.headers import Mark
from reporter.typeset.heads import measure_head
from reporter.typeset.setter import SetLine, Setter
from reporter.typeset.standard import (
    A4,
    CELL_PT,
    HEADER,
    PITCH_PT,
    SANHAO_PT,
    mm_to_pt,
    text_cells,
)
from reporter.typeset.styles import STYLES


def header_block(item: flow.Mark, setter: Setter) -> MarkBlock | None:
    """The header as a block; None where the document shows none."""
    header = item.header
    head = measure_head(header, item.face, item.mark_mm, setter.metrics.title_rise)
    if head is None:
        return None
    shown = header.mode == "full"
    letter = item.face == "letter"
    upward = bool(header.signers) and not letter
    top = _top_lines(header, setter, head.corner_pitch)
    beside = _beside(header, top, setter, head.to_number) if letter and top else None
    number_align = "right" if letter else "center"
    return MarkBlock(
        top_style=f"height:{number(head.top)}pt",
        top=() if letter else top,
        mark=_mark_grid(head.mark, setter, hidden=not shown),
        number=None if upward or beside else _number(header, setter, head.to_number, number_align),
        signers=_signers(header, setter, head.to_number) if upward else beside,
        rule_style=_rule_style(item.face, head.to_rule, hidden=not shown),
        title_gap_pt=head.title_gap,
    )


def _rule_style(face: str, gap_pt: float, *, hidden: bool) -> str:
    if face == "order":
        return "display:none"
    return f"margin-top:{number(gap_pt)}pt" + (";visibility:hidden" if hidden else "")


def _top_lines(header: Header, setter: Setter, pitch_pt: float) -> tuple[TextBlock, ...]:
    """份号 on line 1, 密级 and 紧急程度 below it (7.2.1–7.2.3)."""
    style = "" if pitch_pt == PITCH_PT else f"line-height:{number(pitch_pt)}pt"
    return tuple(
        TextBlock(STYLES[key].css, (setter.single(words(text), STYLES[key].role),), style=style)
        for key, text in header.corner
    )


def _beside(header: Header, top: tuple[TextBlock, ...], setter: Setter, margin_pt: float) -> Grid:
    """A letter's 份号, 密级 and 紧急程度 at the left, on the first line with the number at the right (10.1)."""
    rows = []
    for index, block in enumerate(top):
        number_line = (setter.single(header.number, "fang"),) if not index else ()
        role = STYLES[header.corner[index][0]].role
        rows.append(GridRow((Cell(block.lines, role), Cell(number_line, style="text-align:right"))))
    half = A4.area_width_pt / 4
    style = f"margin-top:{number(margin_pt)}pt"
    return Grid("gw-signers", (half, A4.area_width_pt - half), tuple(rows), style=style)


def _mark_grid(mark: Mark, setter: Setter, *, hidden: bool) -> Grid:
    pitch = mm_to_pt(mark.row_pitch_mm)
    row_style = f"height:{number(pitch)}pt;line-height:{number(pitch)}pt;font-size:{number(mark.size_pt)}pt"
    rows = []
    for index, name in enumerate(mark.names):
        cells = [Cell((_spread(name.text, name.letter_spacing_pt, setter),))]
        if mark.suffix and index == 0:
            style = (
                f"font-size:{number(mark.suffix_size_pt)}pt;padding-left:{number(mm_to_pt(mark.gap_mm))}pt"
            )
            suffix = setter.single(words(mark.suffix), "title")
            cells.append(Cell((suffix,), "suffix", style, rowspan=len(mark.names)))
        rows.append(GridRow(tuple(cells), style=row_style))
    widths = [mm_to_pt(mark.name_column_mm)]
    if mark.suffix:
        widths.append(mm_to_pt(mark.gap_mm + mark.suffix_column_mm))
    style = f"margin-left:{number(mm_to_pt(mark.left_mm))}pt" + (";visibility:hidden" if hidden else "")
    return Grid("gw-mark", tuple(widths), tuple(rows), style=style)


def _spread(text: str, spacing_pt: float, setter: Setter) -> SetLine:
    line = setter.single(words(text), "title")
    return SetLine(line.parts, spacing_pt)


def _number(header: Header, setter: Setter, margin_pt: float, align: str = "center") -> TextBlock:
    style = f"margin-top:{number(margin_pt)}pt;text-align:{align}"
    line = setter.single(header.number, "fang")
    return TextBlock("gw-number", (line if line.parts else SetLine(()),), style=style)


def _signers(header: Header, setter: Setter, margin_pt: float) -> Grid:
    """Number left on the last signers' line, 签发人 right, two names a line, continuation under the first name."""
    per_line = HEADER.signers_per_line
    columns = min(per_line, len(header.signers))
    widest = max(_cells(signer, setter) for signer in header.signers)
    name_pt = widest * SANHAO_PT
    label = setter.single(words("签发人："), "fang")
    label_pt = text_cells("签发人：") * SANHAO_PT
    indent = HEADER.upward_indent_cells * CELL_PT
    gap = SANHAO_PT * (columns - 1)
    left_pt = A4.area_width_pt - 2 * indent - label_pt - columns * name_pt - gap
    rows = []
    lines = -(-len(header.signers) // per_line)
    for index in range(lines):
        names = header.signers[index * per_line : (index + 1) * per_line]
        cells = [Cell((setter.single(header.number, "fang"),) if index == lines - 1 else ())]
        cells.append(Cell((label,) if index == 0 else ()))
        for column in range(columns):
            text = (setter.single(names[column], "kai"),) if column < len(names) else ()
            cells.append(Cell(text, "kai"))
        rows.append(GridRow(tuple(cells)))
    widths = [left_pt, label_pt, *([name_pt + gap] * (columns - 1)), name_pt]
    style = f"margin-top:{number(margin_pt)}pt;margin-left:{number(indent)}pt"
    return Grid("gw-signers", tuple(widths), tuple(rows), style=style)


def _cells(inlines: Inlines, setter: Setter) -> float:
    return max(setter.inline_width_em(inlines, "kai"), 2.0)
