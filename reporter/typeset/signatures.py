"""署名, 成文日期 and 印章: where names and date stand (GB/T 9704 7.3.5).

Horizontal measures are 字 of the body (156/28 mm) unless named mm; R is the type area's right edge.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from reporter.typeset.standard import (
    A4,
    CELL_MM,
    CELLS_PER_LINE,
    PITCH_MM,
    SEAL_DIAMETER_MM,
    SIGNATURE,
    text_cells,
)
from reporter.typeset.titles import break_title

DEFAULT_SEAL_MM = SEAL_DIAMETER_MM["county"]
SEAL_GAP_MM = 1.0  # seals neither overlap nor touch (7.3.5.1); the 1999 edition allowed up to 3 mm
_HIGHEST_MM = A4.area_height_mm - 2 * PITCH_MM  # at least two lines of the text go with the signature
_CLEAR_CELLS = 0.5  # between the names of neighbouring columns
_BELOW_CENTRE_MM = 3.0  # name and date sit slightly below the seal's centre: the seam between them by so much


class Placed(Struct, frozen=True):
    """A text on its own line, its last character `right_cells` left of R; `width_cells` is its width."""

    text: str
    right_cells: float
    width_cells: float

    @property
    def left_cells(self) -> float:
        """From the type area's left edge to the first character."""
        return CELLS_PER_LINE - self.right_cells - self.width_cells

    @property
    def centre_cells(self) -> float:
        """From the type area's left edge to the middle."""
        return self.left_cells + self.width_cells / 2


class SealedSingle(Struct, frozen=True):
    """One sealed agency: the name is centred on the date, the seal on both."""

    blank_lines: int
    """Empty lines between the last text line and the name."""
    name: Placed
    date: Placed
    seal_mm: float
    seal_centre_mm: float
    """From the type area's left edge."""
    seal_gap_mm: float
    """From the last text line's lower edge to the seal's top; within one line."""


class SealCell(Struct, frozen=True):
    """A place for one seal; empty name = no seal; newlines part a long one. `date` stands on the line below it."""

    name: str
    date: str = ""


class SealGrid(Struct, frozen=True):
    """Joint seals: a grid as wide as the type area, one agency a cell, names centred in their cells."""

    columns_mm: tuple[float, ...]
    rows: tuple[tuple[SealCell, ...], ...]
    row_height_mm: float
    seal_mm: float
    name_drop_mm: float
    """From a row's top to the upper edge of the name's line (the last row's stands higher: two lines)."""
    last_name_drop_mm: float
    last_name_lines: int = 1
    remark: bool = False
    """附注 stands on the line below the date (7.3.6), beside the lower part of the last seals."""

    @property
    def height_mm(self) -> float:
        """All rows together."""
        return sum(self.row_mm(index) for index in range(len(self.rows)))

    def row_mm(self, index: int) -> float:
        """Height of a row: a seal's with the white around it; the last ends with the date where 附注 follows."""
        if index < len(self.rows) - 1 or not self.remark:
            return self.row_height_mm
        return self.last_name_drop_mm + (self.last_name_lines + 1) * PITCH_MM

    def drop_mm(self, index: int) -> float:
        """From a row's top to its names, which stand on one line."""
        return self.last_name_drop_mm if index == len(self.rows) - 1 else self.name_drop_mm


class Unsealed(Struct, frozen=True):
    """Agencies without seals, the host first, each on its own line; the date last."""

    blank_lines: int
    names: tuple[Placed, ...]
    date: Placed


class SignerSeals(Struct, frozen=True):
    """Signers' 签名章 below each other, the post of each at its left in the middle, and the date (7.3.5.3)."""

    posts: tuple[Placed, ...]
    above: tuple[float, ...]
    """Blank lines above each post: above the seal, and the part of the seal that stands higher than the post."""
    date: Placed
    date_above: float
    seal_right_cells: float
    seal_mm: tuple[float, float]
    """Width and height of a seal."""


def _placed(text: str, right_cells: float) -> Placed:
    return Placed(text, right_cells, text_cells(text))


def sealed_single(name: str, date: str, seal_mm: float = DEFAULT_SEAL_MM) -> SealedSingle:
    """Date 4 字 from R, name centred on it; the date moves left where the name would cross R (7.3.5.1).

    A name wider than the line is centred on the line and must be broken by the caller.
    """
    name_cells, date_cells = text_cells(name), text_cells(date)
    widest = min(max(name_cells, 0.0), CELLS_PER_LINE)
    date_right = max(float(SIGNATURE.sealed_date_right_cells), (widest - date_cells) / 2)
    name_right = max(0.0, date_right + (date_cells - name_cells) / 2)
    lines, gap = _blank_lines_for_seal(seal_mm)
    placed_date = _placed(date, date_right)
    return SealedSingle(
        blank_lines=lines,
        name=_placed(name, name_right),
        date=placed_date,
        seal_mm=seal_mm,
        seal_centre_mm=placed_date.centre_cells * CELL_MM,
        seal_gap_mm=gap,
    )


def _blank_lines_for_seal(seal_mm: float) -> tuple[int, float]:
    """Fewest empty lines that keep the seal off the text, and the gap that then remains."""
    above_name = seal_mm / 2 + _BELOW_CENTRE_MM - PITCH_MM
    lines = max(0, -int(-above_name // PITCH_MM))
    return lines, lines * PITCH_MM - above_name


def sealed_joint(names: Sequence[str], date: str, seal_mm: float = DEFAULT_SEAL_MM) -> SealGrid:
    """As many columns (at most 3) as names and seals leave room for; rows filled in order (7.3.5.1).

    The last row stands at the right, so that the last seal, which also covers the date, is in the last
    column. Where the seals would be higher than a page, three stand in a row and long names take two lines.
    Raises ValueError without names.
    """
    if not names:
        raise ValueError("a signature needs at least one name")
    height = seal_mm + SEAL_GAP_MM
    columns = _grid_columns(names, date, seal_mm)
    count = len(columns)
    even = A4.area_width_mm / count
    if max(columns) <= even:
        columns = [even] * count
    spare = max(0.0, A4.area_width_mm - sum(columns)) / count
    cells = [SealCell(_in_lines(name, max(columns) + spare)) for name in names]
    cells[-1] = replace(cells[-1], date=date)
    full = len(cells) // count * count
    rows = [tuple(cells[start : start + count]) for start in range(0, full, count)]
    if full < len(cells):
        rows.append((SealCell(""),) * (count - len(cells) + full) + tuple(cells[full:]))
    lines = cells[-1].name.count("\n") + 1
    return SealGrid(
        columns_mm=tuple(min(column + spare, A4.area_width_mm) for column in columns),
        rows=tuple(rows),
        row_height_mm=height,
        seal_mm=seal_mm,
        name_drop_mm=(height - PITCH_MM) / 2,
        last_name_drop_mm=height / 2 + _BELOW_CENTRE_MM - lines * PITCH_MM,
        last_name_lines=lines,
    )


def _grid_columns(names: Sequence[str], date: str, seal_mm: float) -> list[float]:
    """Least widths of the columns, as many as there is room for, mm."""
    widths = [_cell_mm(name, seal_mm) for name in names]
    widths[-1] = max(widths[-1], (text_cells(date) + 1) * CELL_MM)
    count = next(
        count
        for count in range(min(SIGNATURE.joint_seals_per_row, len(names)), 0, -1)
        if count == 1 or sum(_columns(widths, count)) <= A4.area_width_mm + 1e-6
    )
    place = seal_mm + SEAL_GAP_MM
    if -(-len(names) // count) * place <= _HIGHEST_MM:
        return _columns(widths, count)
    return [place] * max(1, min(SIGNATURE.joint_seals_per_row, int(A4.area_width_mm // place)))


def _in_lines(name: str, column_mm: float) -> str:
    """A name too wide for its column in lines that keep words whole and stand clear of the names beside it."""
    cells = min(column_mm, A4.area_width_mm) / CELL_MM - _CLEAR_CELLS
    return name if text_cells(name) <= cells else "\n".join(break_title(name, cells))


def _cell_mm(name: str, seal_mm: float) -> float:
    return max(seal_mm + SEAL_GAP_MM, (text_cells(name) + 1) * CELL_MM)


def _columns(widths: Sequence[float], count: int) -> list[float]:
    """Width of each column when names fill rows of `count`, the last row from the right."""
    columns = [0.0] * count
    full = len(widths) // count * count
    for index, width in enumerate(widths):
        column = index % count if index < full else count - (len(widths) - index)
        columns[column] = max(columns[column], width)
    return columns


def unsealed(names: Sequence[str], date: str) -> Unsealed:
    """Names 2 字 from R, the date's first character 2 字 right of the (last) name's first (7.3.5.2).

    Where the date is so wide that it would pass 2 字 from R, the date takes that place and the name moves
    left. Raises ValueError without names.
    """
    if not names:
        raise ValueError("a signature needs at least one name")
    right, offset = float(SIGNATURE.unsealed_right_cells), float(SIGNATURE.unsealed_date_offset_cells)
    date_cells, last_cells = text_cells(date), text_cells(names[-1])
    if last_cells >= date_cells:
        shift, date_right = 0.0, last_cells + right - offset - date_cells
    else:
        shift, date_right = offset + date_cells - last_cells, right
    return Unsealed(
        blank_lines=SIGNATURE.unsealed_blank_lines,
        names=tuple(_placed(name, right + shift) for name in names),
        date=_placed(date, date_right),
    )


def signer_seals(
    posts: Sequence[str], date: str, seal_mm: tuple[float, float] = SIGNATURE.signer_seal_mm
) -> SignerSeals:
    """Seals 4 字 from R with the posts 2 字 left of them, the host's first; the date 4 字 from R (7.3.5.3).

    Two blank lines stand above the first seal, one below the last; seals do not touch. A post too wide for the room
    at the left takes several lines, which stay in the middle of its seal. So many seals that they would be higher than
    a page get less height. Raises ValueError without posts.
    """
    if not posts:
        raise ValueError("a signature needs at least one post")
    blank = SIGNATURE.signer_seal_blank_lines + SIGNATURE.signer_seal_to_date_lines + 1
    width_mm = seal_mm[0]
    height_mm = min(seal_mm[1], (_HIGHEST_MM - blank * PITCH_MM) / len(posts) - SEAL_GAP_MM)
    right = float(SIGNATURE.signer_seal_right_cells)
    post_right = right + width_mm / CELL_MM + SIGNATURE.signer_seal_to_title_cells
    placed = tuple(_placed(post, post_right) for post in posts)
    lines = [max(1, -int(-one.width_cells // (CELLS_PER_LINE - post_right))) for one in placed]
    drops = [max(0.0, height_mm / PITCH_MM - count) / 2 for count in lines]
    gaps = [float(SIGNATURE.signer_seal_blank_lines), *[SEAL_GAP_MM / PITCH_MM] * (len(posts) - 1)]
    over = [0.0, *drops[:-1]]
    return SignerSeals(
        posts=placed,
        above=tuple(below + gap + drop for below, gap, drop in zip(over, gaps, drops, strict=True)),
        date=_placed(date, right),
        date_above=drops[-1] + SIGNATURE.signer_seal_to_date_lines,
        seal_right_cells=right,
        seal_mm=(width_mm, height_mm),
    )
