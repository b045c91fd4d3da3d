"""Lines whose breaks or stops we set ourselves: titles, whose outline is a trapezoid or a diamond (GB/T 9704 7.3.1),
and the lines of items above and below a table."""

from __future__ import annotations

from itertools import accumulate

from msgspec import Struct

from reporter.document.inline import Blank, Break, Inline, Inlines, Text, plain, words
from reporter.document.model import Table
from reporter.errors import EnvironmentFault
from reporter.patterns import regex
from reporter.typeset.gaps import TITLES
from reporter.typeset.setter import Setter
from reporter.typeset.standard import (
    A4,
    HEADER,
    SIHAO_PT,
    WUHAO_PT,
    XIAOSIHAO_PT,
    cells_to_mm,
    pt_to_mm,
    text_cells,
)
from reporter.typeset.tallrows import parted
from reporter.typeset.titles import break_title

__all__ = ["SIGNER_LABEL", "TITLES", "Tab", "in_parts", "signer_stops", "spread", "title_lines", "wide"]

SIGNER_LABEL = "签发人："
_ITEM_SIZES_PT = (SIHAO_PT, XIAOSIHAO_PT, WUHAO_PT)
_LEAST_GAP_CELLS = 1.5
_LEAST_ROOMY_GAP_CELLS = 0.5
_PARTING_CELLS = 0.25
_LATIN = regex("[0-9A-Za-z%]+")


class Tab(Struct, frozen=True):
    """A tab stop, mm from the type area's left edge."""

    mm: float
    align: str


def signer_stops(signers: tuple[Inlines, ...]) -> tuple[Tab, ...]:
    """Stops of the number, the label 签发人 and the names of a line, one 字 in from either edge (7.2.6)."""
    indent = cells_to_mm(HEADER.upward_indent_cells)
    per_line = min(HEADER.signers_per_line, len(signers))
    step = cells_to_mm(max(text_cells(wide(signer)) for signer in signers) + 1)
    names_mm = A4.area_width_mm - indent - step * per_line + cells_to_mm(1)
    label_mm = names_mm - cells_to_mm(text_cells(SIGNER_LABEL))
    names = (Tab(names_mm + step * number, "left") for number in range(per_line))
    return (Tab(indent, "left"), Tab(label_mm, "left"), *names)


def spread(texts: list[str], width_mm: float) -> tuple[float | None, tuple[Tab, ...]]:
    """Type size (pt; None: the style's) and stops that put equal white between the items of one line.

    The last item ends at the right edge. A line that 四号 overfills is set in 小四 or 五号.
    """
    if len(texts) < 2:
        return None, ()
    cells = [_roomy_cells(text) for text in texts]
    size = next((size for size in _ITEM_SIZES_PT if _fits(texts, size, width_mm)), _ITEM_SIZES_PT[-1])
    widths = [count * pt_to_mm(size) for count in cells]
    gap = max(0.0, (width_mm - sum(widths)) / (len(texts) - 1))
    ends = list(accumulate(width + gap for width in widths))
    stops = (*(Tab(end, "left") for end in ends[: len(texts) - 2]), Tab(width_mm, "right"))
    return (None if size == SIHAO_PT else size), stops


def _fits(texts: list[str], size_pt: float, width_mm: float) -> bool:
    """Whether the items keep apart, in Word and in programs that part digits from hanzi."""
    gaps, em = len(texts) - 1, pt_to_mm(size_pt)
    narrow = sum(map(text_cells, texts)) + _LEAST_GAP_CELLS * gaps
    roomy = sum(map(_roomy_cells, texts)) + _LEAST_ROOMY_GAP_CELLS * gaps
    return max(narrow, roomy) * em <= width_mm


def _roomy_cells(text: str) -> float:
    """Width in 字 where a program puts a quarter between hanzi and digits or letters."""
    meetings = 0
    for found in _LATIN.finditer(text):
        start, end = found.span()
        meetings += text[start] != "%" and _hanzi(text[start - 1 : start])
        meetings += _hanzi(text[end : end + 1])
    return text_cells(text) + _PARTING_CELLS * meetings


def _hanzi(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def wide(inlines: Inlines) -> str:
    """Plain text with blanks as wide as they print."""
    return "".join(
        "\u3000" * inline.width if isinstance(inline, Blank) else plain((inline,)) for inline in inlines
    )


def title_lines(inlines: Inlines, cells: float) -> Inlines:
    """The title in lines of at most `cells` 字, broken where the shape wants it; marks and references are kept."""
    text = plain(inlines)
    lines = break_title(text, cells)
    if len(lines) < 2 or any(not isinstance(inline, Text | Break) for inline in inlines):
        return inlines
    ends: list[int] = []
    position = 0
    for line in lines:
        position = text.index(line, position) + len(line)
        ends.append(position)
    return _cut(inlines, set(ends[:-1]))


def _cut(inlines: Inlines, cuts: set[int]) -> Inlines:
    result: list[Inline] = []
    position = 0
    for inline in inlines:
        if not isinstance(inline, Text):
            result.append(inline)
            position += 1
            continue
        piece = ""
        for char in inline.text:
            if position in cuts and char != "\n":
                result += [*words(piece, strong=inline.strong, ref=inline.ref), Break()]
                piece = ""
            piece += char
            position += 1
        result += words(piece, strong=inline.strong, ref=inline.ref)
    return tuple(result)


def in_parts(table: Table) -> Table:
    """Rows taller than half a page in parts; without the built fonts nobody can count lines, and none is parted."""
    try:
        return parted(table, Setter())
    except EnvironmentFault:
        return table
