"""Page 1 shows body text (GB/T 9704 7.3.3): how high the mark may be, and whether 主送机关 move to 版记 (7.3.2).

Lines are counted in 字 without fonts, so that every format decides alike; the counts err on the safe side.
"""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from msgspec import Struct

from reporter.document.inline import Blank, Inlines, plain
from reporter.document.model import Document, Header, Heading, Table
from reporter.typeset.headers import LEAST_PITCH, MOST_ISSUERS, SMALLEST_PT, layout_mark, mark_budget_mm
from reporter.typeset.standard import (
    A4,
    CELLS_PER_LINE,
    ERHAO_PT,
    HEADER,
    LETTER,
    ORDER,
    PARAGRAPH_INDENT_CELLS,
    PITCH_MM,
    SANHAO_PT,
    TIGHT_TITLE_PITCH_PT,
    TITLE_CELLS_PER_LINE,
    TITLE_PITCH_PT,
    pt_to_mm,
    text_cells,
)
from reporter.typeset.titles import break_title

LETTER_FIRST_TOP_MM = 25.0
"""White above the first page of a letter: its mark stands 30 mm from the paper's edge, above the type area."""
_INK_MM = 3.0  # distances of 版头 are from ink to ink: the white inside its lines is room that is left over
_RAGGED_CELLS = 0.5  # what a line may leave empty because of 避头尾
_BODY_LINES = 2
_MANY_RECIPIENT_LINES = 3  # fewer are not 过多 and stay where they are looked for; custom
_TABLE_LINES = 4
_MANY_TITLE_LINES = 3


class FirstPage(Struct, frozen=True):
    """The mark's greatest height, mm, whether 主送机关 stand in 版记, and the title's line height (pt; None: usual)."""

    mark_mm: float
    recipients_moved: bool = False
    title_pitch_pt: float | None = None


class _Need(NamedTuple):
    """What shall stand on page 1 below the mark: lines of text, of 主送机关, and the title's line height."""

    text: int
    recipients: int
    pitch_pt: float = TITLE_PITCH_PT


def plan_first_page(document: Document) -> FirstPage:
    """The mark is as large as fits, and not smaller than the title if one line of text and a tighter title allow it.

    Then it shrinks to 三号, then 主送机关 move, then it gets tiny.
    """
    usual = mark_budget_mm()
    header = document.header
    if header is None or not header.issuers:
        return FirstPage(usual)
    title = len(break_title(plain(document.title), TITLE_CELLS_PER_LINE)) or 1
    recipients = _lines(_cells(document.recipients) + 1, 0) if document.recipients else 0
    headings, text = _first_text(document)
    needs = [_Need(headings + lines, recipients) for lines in sorted({text, 1}, reverse=True)]
    if title >= _MANY_TITLE_LINES and document.face == "document":
        needs.append(needs[-1]._replace(pitch_pt=TIGHT_TITLE_PITCH_PT))
    movable = document.imprint is not None and not document.imprint.recipients
    movable = movable and recipients >= _MANY_RECIPIENT_LINES
    conspicuous, legible, least = _floors_mm(header)
    moved = [need._replace(recipients=0) for need in needs] if movable else []
    for floor, tried in (
        (conspicuous, needs),
        (legible, needs[-1:] + moved),
        (least, needs[-1:] + moved[-1:]),
    ):
        for need in tried:
            room = _room_mm(document, header, title, need)
            if room >= floor:
                tight = need.pitch_pt if need.pitch_pt != TITLE_PITCH_PT else None
                return FirstPage(min(max(usual, conspicuous), room), need in moved, tight)
    return FirstPage(
        max(least, 0.0), movable, needs[-1].pitch_pt if needs[-1].pitch_pt != TITLE_PITCH_PT else None
    )


def _floors_mm(header: Header) -> tuple[float, float, float]:
    """Heights of the mark in the title's size, in 三号 and in the smallest type; one name alone keeps its own."""
    if header.mode == "none":
        return 0.0, 0.0, 0.0
    names = header.issuers[:MOST_ISSUERS]
    natural = layout_mark([name or "　" for name in names], header.suffix)
    if not natural.joint:
        return natural.height_mm, natural.height_mm, pt_to_mm(SANHAO_PT * LEAST_PITCH)
    widest = layout_mark([name or "　" for name in names], header.suffix, A4.area_height_mm).size_pt
    sizes = (min(ERHAO_PT, widest), min(SANHAO_PT, natural.size_pt), SMALLEST_PT)
    conspicuous, legible, least = (pt_to_mm(size * LEAST_PITCH * len(names)) for size in sizes)
    return conspicuous, legible, least


def _room_mm(document: Document, header: Header, title: int, need: _Need) -> float:
    """What is left for the mark on page 1 when all else has its lines."""
    if header.mode == "none":
        used = title * pt_to_mm(need.pitch_pt) + (1 + need.recipients + need.text) * PITCH_MM
        return A4.area_height_mm - used
    if document.face == "letter":
        lines = LETTER.blank_lines_to_title + 1 + need.recipients + need.text
        lines += max(1, len(header.corner))
        white = (
            LETTER.mark_top_from_page_mm
            - LETTER_FIRST_TOP_MM
            + LETTER.mark_to_rule_mm
            + LETTER.rule_to_number_mm
        )
        area = A4.height_mm - LETTER_FIRST_TOP_MM - A4.bottom_mm
        return area - white - title * pt_to_mm(TITLE_PITCH_PT) - lines * PITCH_MM
    room = mark_budget_mm(title, need.recipients, need.text, need.pitch_pt) + _INK_MM
    room -= pt_to_mm(TITLE_PITCH_PT - need.pitch_pt) / 2  # the title's ink keeps its place
    signer_lines = ceil(len(header.signers) / HEADER.signers_per_line) or 1
    if document.face == "order":
        room += HEADER.mark_top_from_page_mm - ORDER.mark_top_from_page_mm
    return room - (signer_lines - 1) * PITCH_MM


def _first_text(document: Document) -> tuple[int, int]:
    """Lines of headings that stand before the first text, and the lines of that text wanted on page 1."""
    headings = 0
    for block in document.body:
        if isinstance(block, Table):
            return headings, _TABLE_LINES
        lines = _lines(_cells(block.inlines), PARAGRAPH_INDENT_CELLS)
        if isinstance(block, Heading) and not block.run_in:
            headings += lines
            continue
        if isinstance(block, Heading):
            lines = _lines(_cells(block.inlines) + _cells(block.run_in), PARAGRAPH_INDENT_CELLS)
        return headings, min(lines, _BODY_LINES)
    return headings, 1


def _cells(inlines: Inlines) -> float:
    """Width in 字, blanks included."""
    blanks = sum(inline.width for inline in inlines if isinstance(inline, Blank))
    return text_cells(plain(inlines)) + blanks


def _lines(cells: float, indent: int) -> int:
    """Lines of a paragraph, rather one too many than one too few."""
    return max(1, ceil((cells + indent) / (CELLS_PER_LINE - _RAGGED_CELLS)))
