"""版头 as set lines: mark, number, signers and the distances between them, ink to ink (GB/T 9704 7.2, cl. 10)."""

from __future__ import annotations

from reporter.document.inline import Inlines, words
from reporter.document.model import Header
from reporter.render.page import ink
from reporter.render.page.lines import SetLine, Setter, number, printable
from reporter.render.page.view import Cell, Grid, GridRow, MarkBlock, TextBlock
from reporter.typeset import flow
from reporter.typeset.headers import Mark, layout_mark
from reporter.typeset.standard import (
    A4,
    BODY,
    CELL_PT,
    HEADER,
    LETTER,
    MINUTES,
    ORDER,
    PITCH_PT,
    SANHAO_PT,
    mm_to_pt,
    text_cells,
)

LETTER_FIRST_TOP_MM = 25.0
"""White above the first page of a letter: its mark stands 30 mm from the paper's edge, above the type area."""

_TOP_MM = {
    "document": HEADER.mark_top_from_page_mm,
    "plain": HEADER.mark_top_from_page_mm,
    "letter": LETTER.mark_top_from_page_mm,
    "order": ORDER.mark_top_from_page_mm,
    "minutes": MINUTES.mark_top_from_page_mm,
}


def header_block(item: flow.Mark, setter: Setter) -> MarkBlock | None:
    """The header as a block; None where the document shows none."""
    header = item.header
    if header.mode == "none" or not header.issuers:
        return None
    mark = layout_mark([printable(name) or "　" for name in header.issuers], printable(header.suffix))
    area_top_mm = LETTER_FIRST_TOP_MM if item.face == "letter" else A4.top_mm
    top_pt = mm_to_pt(_TOP_MM[item.face] - area_top_mm) - _mark_above(mark)
    shown = header.mode == "full"
    if item.face == "letter":
        return _letter(header, mark, top_pt, setter)
    to_number = HEADER.blank_lines_mark_to_number * PITCH_PT - _mark_below(mark) - ink.NUMBER_ABOVE_PT
    upward = bool(header.signers)
    return MarkBlock(
        top_style=f"height:{number(top_pt)}pt",
        top=_top_lines(header, setter) if shown else (),
        mark=_mark_grid(mark, setter, hidden=not shown),
        number=None if upward else _number(header, setter, to_number),
        signers=_signers(header, setter, to_number) if upward else None,
        rule_style=_rule_style(item.face, hidden=not shown),
        title_gap_pt=_title_gap(item.face),
    )


def _letter(header: Header, mark: Mark, top_pt: float, setter: Setter) -> MarkBlock:
    """Mark, double rule 4 mm below it, then urgency at the left and the number at the right (10.1)."""
    to_rule = mm_to_pt(LETTER.mark_to_rule_mm) - _mark_below(mark)
    to_number = mm_to_pt(LETTER.rule_to_number_mm) - ink.NUMBER_ABOVE_PT
    hidden = header.mode != "full"
    return MarkBlock(
        top_style=f"height:{number(top_pt)}pt",
        top=(),
        mark=_mark_grid(mark, setter, hidden=hidden),
        number=_number(header, setter, to_number, "right"),
        rule_style=f"margin-top:{number(to_rule)}pt" + (";visibility:hidden" if hidden else ""),
        title_gap_pt=LETTER.blank_lines_to_title * PITCH_PT - ink.NUMBER_BELOW_PT - ink.TITLE_ABOVE_PT,
    )


def _mark_above(mark: Mark) -> float:
    row = mm_to_pt(mark.row_pitch_mm)
    names = ink.above(row, mark.size_pt, ink.TITLE_TOP)
    if not mark.suffix:
        return names
    total = row * len(mark.names)
    return min(names, ink.above(total, mark.suffix_size_pt, ink.TITLE_TOP))


def _mark_below(mark: Mark) -> float:
    return ink.below(mm_to_pt(mark.row_pitch_mm), mark.size_pt, ink.TITLE_BOTTOM)


def _title_gap(face: str) -> float:
    """From the end of the header to the title's line, or to the text of an order, pt."""
    if face == "order":
        return ORDER.blank_lines_number_to_body * PITCH_PT
    return BODY.blank_lines_rule_to_title * PITCH_PT - ink.TITLE_ABOVE_PT


def _rule_style(face: str, *, hidden: bool) -> str:
    if face == "order":
        return "display:none"
    gap = mm_to_pt(HEADER.number_to_rule_mm) - ink.NUMBER_BELOW_PT
    return f"margin-top:{number(gap)}pt" + (";visibility:hidden" if hidden else "")


def _top_lines(header: Header, setter: Setter) -> tuple[TextBlock, ...]:
    """份号 on line 1, 密级 would be line 2, 紧急程度 below them (7.2.1–7.2.3)."""
    lines = []
    if header.copy_number:
        lines.append(TextBlock("gw-copy-number", (setter.single(words(header.copy_number), "fang"),)))
    if header.urgency:
        lines.append(TextBlock("gw-urgency", (setter.single(words(header.urgency), "hei"),)))
    return tuple(lines)


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
