"""Where the parts of 版头 stand below each other, ink to ink (GB/T 9704 7.2, cl. 10). All in pt."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from reporter.document.model import Document, Face, Header
from reporter.typeset import ink
from reporter.typeset.firstpage import LETTER_FIRST_TOP_MM
from reporter.typeset.headers import Mark, layout_mark
from reporter.typeset.paragraphs import LINE_PT
from reporter.typeset.setter import printable
from reporter.typeset.standard import A4, BODY, ERHAO_PT, HEADER, LETTER, MINUTES, ORDER, PITCH_PT, mm_to_pt

__all__ = ["LETTER_FIRST_TOP_MM", "Head", "first_page_top_mm", "measure_head"]

_TOP_MM: dict[Face, float] = {
    "document": HEADER.mark_top_from_page_mm,
    "plain": HEADER.mark_top_from_page_mm,
    "letter": LETTER.mark_top_from_page_mm,
    "order": ORDER.mark_top_from_page_mm,
    "minutes": MINUTES.mark_top_from_page_mm,
}


class Head(Struct, frozen=True):
    """The mark and the distances below it. `number_lines` are those of the number or of the signers."""

    mark: Mark
    top: float
    to_number: float
    number_lines: int
    to_rule: float
    rule: float
    title_gap: float
    corner_pitch: float = PITCH_PT
    """From line to line of 份号, 密级, 紧急程度: an order's mark stands so high that they come closer."""

    @property
    def height(self) -> float:
        """From the type area's upper edge to where the gap to the title begins."""
        rows = mm_to_pt(self.mark.row_pitch_mm) * len(self.mark.names)
        return self.top + rows + self.to_number + self.number_lines * LINE_PT + self.to_rule + self.rule


def first_page_top_mm(document: Document) -> float:
    """White above the first page: a letter that shows its header begins above the type area (10.1)."""
    header = document.header
    shown = header is not None and header.mode != "none" and bool(header.issuers)
    return LETTER_FIRST_TOP_MM if document.face == "letter" and shown else A4.top_mm


def measure_head(
    header: Header, face: Face, mark_mm: float | None = None, rise: tuple[float, float] = (0.0, 0.0)
) -> Head | None:
    """None where the document shows no header. `mark_mm` is the mark's greatest height, `rise` that of `Metrics`."""
    head = _measured(header, face, mark_mm)
    return _risen(head, face, rise) if head and any(rise) else head


def _risen(head: Head, face: Face, rise: tuple[float, float]) -> Head:
    """The same distances from the ink of another 小标宋 than the stand-in."""
    top, bottom = (part * head.mark.size_pt for part in rise)
    gap = 0.0 if face == "order" else rise[0] * ERHAO_PT
    head = replace(head, top=head.top + top, title_gap=head.title_gap + gap)
    if face == "letter":
        return replace(head, to_rule=head.to_rule - bottom)
    return replace(head, to_number=head.to_number - bottom)


def _measured(header: Header, face: Face, mark_mm: float | None) -> Head | None:
    if header.mode == "none" or not header.issuers:
        return None
    names = [printable(name) or "　" for name in header.issuers]
    mark = layout_mark(names, printable(header.suffix), mark_mm)
    area_top_mm = LETTER_FIRST_TOP_MM if face == "letter" else A4.top_mm
    top = mm_to_pt(_TOP_MM[face] - area_top_mm) - _above(mark)
    if face == "letter":
        return _letter(mark, top, max(1, len(header.corner)))
    return Head(
        mark,
        top,
        to_number=HEADER.blank_lines_mark_to_number * PITCH_PT - _below(mark) - ink.NUMBER_ABOVE_PT,
        number_lines=-(-len(header.signers) // HEADER.signers_per_line) or 1,
        to_rule=0.0 if face == "order" else mm_to_pt(HEADER.number_to_rule_mm) - ink.NUMBER_BELOW_PT,
        rule=0.0 if face == "order" else mm_to_pt(HEADER.rule_weight_mm),
        title_gap=(
            ORDER.blank_lines_number_to_body * PITCH_PT
            if face == "order"
            else BODY.blank_lines_rule_to_title * PITCH_PT - ink.TITLE_ABOVE_PT
        ),
        corner_pitch=min(PITCH_PT, top / max(1, len(header.corner))),
    )


def _letter(mark: Mark, top: float, lines: int) -> Head:
    """Mark, double rule 4 mm below it, then 份号 and urgency at the left, the number at the right (10.1)."""
    return Head(
        mark,
        top,
        to_number=mm_to_pt(LETTER.rule_to_number_mm) - ink.NUMBER_ABOVE_PT,
        number_lines=lines,
        to_rule=mm_to_pt(LETTER.mark_to_rule_mm) - _below(mark),
        rule=LETTER.thick_rule_pt + LETTER.rule_gap_pt + LETTER.thin_rule_pt,
        title_gap=LETTER.blank_lines_to_title * PITCH_PT - ink.NUMBER_BELOW_PT - ink.TITLE_ABOVE_PT,
    )


def _above(mark: Mark) -> float:
    """From the mark's first row to its ink."""
    row = mm_to_pt(mark.row_pitch_mm)
    names = ink.above(row, mark.size_pt, ink.TITLE_TOP)
    if not mark.suffix:
        return names
    return min(names, ink.above(row * len(mark.names), mark.suffix_size_pt, ink.TITLE_TOP))


def _below(mark: Mark) -> float:
    return ink.below(mm_to_pt(mark.row_pitch_mm), mark.size_pt, ink.TITLE_BOTTOM)
