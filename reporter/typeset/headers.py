"""发文机关标志: size, spread and height of the red mark for one to eleven issuers (GB/T 9704 7.2.4).

Joint names are stacked and spread to equal width, 文件 stands at their right, centred on them. The 2012
edition gives no type size; the mark is as large as the type area and the text of page 1 (7.3.3) allow.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from reporter.typeset.standard import (
    A4,
    BODY,
    ERHAO_PT,
    HEADER,
    PITCH_MM,
    TITLE_PITCH_PT,
    mm_to_pt,
    pt_to_mm,
    text_cells,
)

MOST_ISSUERS = 11
LARGEST_PT = mm_to_pt(HEADER.mark_glyph_max_width_mm)  # 42.5
SMALLEST_PT = 10.5
_SUFFIX_TO_NAME = 1.25  # 文件 is a little larger than stacked names; custom
_GAP_TO_SUFFIX = 0.5  # between the names and 文件, in 文件's own em
_SPREAD_MOST = 0.25  # widest letter-spacing of a short single mark, em
_LOOSE, LEAST_PITCH = 1.2, 1.06  # row pitch to type size: preferred, least


class MarkName(Struct, frozen=True):
    """One line of the mark; the spacing stands after every character but the last, pt."""

    text: str
    letter_spacing_pt: float


class Mark(Struct, frozen=True):
    """The mark's geometry. `suffix` is empty where 文件 is part of the only line or is not printed."""

    names: tuple[MarkName, ...]
    size_pt: float
    name_column_mm: float
    suffix: str
    suffix_size_pt: float
    suffix_column_mm: float
    gap_mm: float
    row_pitch_mm: float
    left_mm: float
    """From the type area's left edge: the mark stands in the middle."""

    @property
    def height_mm(self) -> float:
        """From the first row's upper edge to the last row's lower edge."""
        return max(len(self.names) * self.row_pitch_mm, pt_to_mm(self.suffix_size_pt))

    @property
    def width_mm(self) -> float:
        """Names, gap and 文件 together."""
        return self.name_column_mm + self.gap_mm + self.suffix_column_mm

    @property
    def joint(self) -> bool:
        """Whether names are stacked."""
        return len(self.names) > 1


def mark_budget_mm(
    title_lines: int = 2,
    recipient_lines: int = 1,
    body_lines: int = 2,
    title_pitch_pt: float = TITLE_PITCH_PT,
) -> float:
    """Height left for the mark so that page 1 still shows body text (7.3.3), mm."""
    lines = (
        HEADER.blank_lines_mark_to_number
        + 1
        + BODY.blank_lines_rule_to_title
        + BODY.blank_lines_title_to_recipients
        + recipient_lines
        + body_lines
    )
    fixed = HEADER.mark_top_from_area_mm + HEADER.number_to_rule_mm + title_lines * pt_to_mm(title_pitch_pt)
    return A4.area_height_mm - fixed - lines * PITCH_MM


def layout_mark(
    issuers: Sequence[str],
    suffix: str = "文件",
    budget_mm: float | None = None,
    width_mm: float = A4.area_width_mm,
) -> Mark:
    """Geometry of the mark for `issuers` in order, the host first.

    `budget_mm` is the height allowed (default: `mark_budget_mm()`). Raises ValueError without issuers, with
    an empty name or with more than eleven.
    """
    if not issuers or not all(issuers):
        raise ValueError("a mark needs at least one issuer's name")
    if len(issuers) > MOST_ISSUERS:
        raise ValueError(f"a mark holds at most {MOST_ISSUERS} issuers, got {len(issuers)}")
    budget_mm = mark_budget_mm() if budget_mm is None else budget_mm
    if len(issuers) == 1:
        return _single(issuers[0] + suffix, budget_mm, width_mm)
    return _joint(issuers, suffix, budget_mm, width_mm)


def _half_points(size_pt: float) -> float:
    """Rounded down to half points, the unit of DOCX type sizes."""
    return int(size_pt * 2 + 1e-6) / 2


def _spacing(text: str, size_pt: float, width_pt: float) -> float:
    gaps = len(text) - 1
    return (width_pt - text_cells(text) * size_pt) / gaps if gaps else 0.0


def _single(text: str, budget_mm: float, width_mm: float) -> Mark:
    cells = text_cells(text)
    by_height = max(SMALLEST_PT, mm_to_pt(budget_mm) / _LOOSE)
    size = _half_points(min(LARGEST_PT, by_height, mm_to_pt(width_mm) / cells))
    spacing = max(0.0, min(_spacing(text, size, mm_to_pt(width_mm)), _SPREAD_MOST * size))
    used = pt_to_mm(cells * size + spacing * (len(text) - 1))
    return Mark(
        names=(MarkName(text, spacing),),
        size_pt=size,
        name_column_mm=used,
        suffix="",
        suffix_size_pt=0.0,
        suffix_column_mm=0.0,
        gap_mm=0.0,
        row_pitch_mm=pt_to_mm(size * _LOOSE),
        left_mm=(width_mm - used) / 2,
    )


def _joint(issuers: Sequence[str], suffix: str, budget_mm: float, width_mm: float) -> Mark:
    widest = max(text_cells(name) for name in issuers)
    suffix_cells = text_cells(suffix)
    suffix_share = _SUFFIX_TO_NAME * (suffix_cells + _GAP_TO_SUFFIX) if suffix else 0.0
    row_pt = mm_to_pt(budget_mm) / len(issuers)
    by_width = mm_to_pt(width_mm) / (widest + suffix_share)
    by_height = max(row_pt / _LOOSE, min(ERHAO_PT, row_pt / LEAST_PITCH))  # closer before smaller than the title
    size = _half_points(max(SMALLEST_PT, min(LARGEST_PT / _SUFFIX_TO_NAME, by_width, by_height)))
    size = min(size, max(1.0, _half_points(by_width)))
    pitch = max(size * LEAST_PITCH, min(size * _LOOSE, row_pt))
    column = widest * size
    suffix_size = _half_points(size * _SUFFIX_TO_NAME) if suffix else 0.0
    gap = suffix_size * _GAP_TO_SUFFIX
    used = column + gap + suffix_size * suffix_cells
    return Mark(
        names=tuple(MarkName(name, _spacing(name, size, column)) for name in issuers),
        size_pt=size,
        name_column_mm=pt_to_mm(column),
        suffix=suffix,
        suffix_size_pt=suffix_size,
        suffix_column_mm=pt_to_mm(suffix_size * suffix_cells),
        gap_mm=pt_to_mm(gap),
        row_pitch_mm=pt_to_mm(pitch),
        left_mm=(width_mm - pt_to_mm(used)) / 2,
    )
