"""A finished .pdf → where every character stands on its page: cells, sizes and ink boxes, all in mm from the top left.

Only what the file itself says; what a line or a page number *is* is for those who judge it.
"""

from __future__ import annotations

import ctypes
import math
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

import pypdfium2.raw as raw
from msgspec import Struct

from reporter.artefacts.colours import is_red
from reporter.artefacts.fontnames import decoded, east_asian, face_name
from reporter.artefacts.geometry_blanks import with_blanks
from reporter.artefacts.geometry_drawn import Drawn, drawn_rules
from reporter.artefacts.geometry_sheet import Sheet, sheet_of, shown, shown_rules
from reporter.artefacts.pdf import MAX_PAGES, open_pdf, opened_page
from reporter.artefacts.source import Source, load
from reporter.errors import InputError

MM_PER_PT = 25.4 / 72
SAME_BASELINE_MM = 0.3
"""Characters whose baselines differ less stand on one line."""
_GAP_EM = 1.2
"""A wider gap between two characters on one baseline parts them into two segments (cells, a number and a date)."""
_TURNED_RAD = 0.3
MAX_CHARACTERS = 4_000_000
"""A file with more is not read: some five thousand full pages."""
CHECKED_CHARACTERS = 400_000
"""A stranger's file with more is not judged: some five hundred full pages, which take ten seconds."""


class Box(Struct, frozen=True):
    """A rectangle in mm from the page's top left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def width(self) -> float:
        return self.right - self.left

    def shared(self, other: Box) -> float:
        """Area in mm² that both cover."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(wide, 0.0) * max(high, 0.0)


class Glyph(Struct, frozen=True):
    """One character. `left` and `right` are its cell (origin and advance), `ink` what is printed of it; mm."""

    char: str
    left: float
    right: float
    baseline: float
    size_pt: float
    ink: Box
    red: bool
    turned: bool
    """Whether it stands on its side, as the page number of a landscape sheet does. Then `left` and `right` are its
    cell's ends from the page's top and `baseline` is the distance from the page's left; `ink` is as ever."""
    font: str = ""
    """The face by the name that people know (see `fontnames`)."""
    bold: bool = False
    colour: str = ""
    """RRGGBB."""

    @property
    def advance_em(self) -> float:
        return (self.right - self.left) / MM_PER_PT / self.size_pt

    @property
    def blank(self) -> bool:
        return self.char.isspace()


class TextLine(Struct, frozen=True, dict=True):
    """Characters on one baseline from left to right, never empty; at its ends stand no blanks but those to write on."""

    glyphs: tuple[Glyph, ...]

    @cached_property
    def text(self) -> str:
        return "".join(glyph.char for glyph in self.glyphs)

    @property
    def left(self) -> float:
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        return self.glyphs[-1].right

    @property
    def baseline(self) -> float:
        return self.glyphs[0].baseline

    @cached_property
    def size_pt(self) -> float:
        """The size that most of its characters have."""
        sizes = [round(glyph.size_pt, 1) for glyph in self.glyphs]
        return max(sorted(set(sizes)), key=sizes.count)

    @cached_property
    def red(self) -> bool:
        return all(glyph.red for glyph in self.glyphs)

    @cached_property
    def ink(self) -> Box:
        """What its characters cover, blanks left out."""
        boxes = [glyph.ink for glyph in self.glyphs if not glyph.blank]
        return Box(
            min(box.left for box in boxes), min(box.top for box in boxes),
            max(box.right for box in boxes), max(box.bottom for box in boxes),
        )  # fmt: skip

    def segments(self) -> tuple[TextLine, ...]:
        """The line parted where a gap is wider than a character: cells of a table, an agency and a date."""
        found: list[list[Glyph]] = []
        end = -math.inf
        for glyph in self.glyphs:
            if glyph.blank:
                continue
            if glyph.left - end > _GAP_EM * glyph.size_pt * MM_PER_PT:
                found.append([])
            found[-1].append(glyph)
            end = glyph.right
        return tuple(TextLine(tuple(segment)) for segment in found)


class PageGeometry(Struct, frozen=True):
    """One page; `number` counts from 1. `lines` stand upright, top to bottom; `turned` are lines on their side."""

    number: int
    width: float
    height: float
    lines: tuple[TextLine, ...]
    turned: tuple[TextLine, ...] = ()
    drawn: tuple[Drawn, ...] = ()
    """Rules, from vector paths."""

    @property
    def landscape(self) -> bool:
        return self.width > self.height


def read_geometry(source: Source, most: int | None = None) -> tuple[PageGeometry, ...]:
    """Every page.

    Raises InputError for what is no PDF, is encrypted or damaged, or has more than `most` characters (MAX_CHARACTERS
    unless given) or MAX_PAGES pages.
    """
    document = open_pdf(load(source))
    try:
        if len(document) > MAX_PAGES:
            raise InputError(f"PDF 有 {len(document)} 页，超过上限 {MAX_PAGES} 页，未读取")
        return tuple(_pages(document, most or MAX_CHARACTERS))
    finally:
        document.close()


def _pages(document: Any, most: int) -> Iterator[PageGeometry]:
    left = most
    for number in range(len(document)):
        try:
            page = _page(document, number, left)
        except OverflowError:
            limit = f"{most // 10_000} 万" if most >= 10_000 else str(most)
            raise InputError(f"PDF 的文字超过 {limit}字，未读取", "请拆成几个文件后再检查") from None
        left -= sum(len(line.glyphs) for line in (*page.lines, *page.turned))
        yield page


def lines_of(glyphs: Iterable[Glyph]) -> tuple[TextLine, ...]:
    """Characters of one kind, upright or turned, as lines, each from its beginning to its end."""
    found: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: (glyph.baseline, glyph.left)):
        if not found or glyph.baseline - found[-1][0].baseline > SAME_BASELINE_MM:
            found.append([])
        found[-1].append(glyph)
    trimmed = (_trimmed(sorted(group, key=lambda glyph: glyph.left)) for group in found)
    return tuple(TextLine(group) for group in trimmed if group)


def _trimmed(glyphs: Sequence[Glyph]) -> tuple[Glyph, ...]:
    seen = [place for place, glyph in enumerate(glyphs) if not glyph.blank]
    return tuple(glyphs[seen[0] : seen[-1] + 1]) if seen else ()


def _page(document: Any, number: int, most: int) -> PageGeometry:
    with opened_page(document, number) as (page, text_page):
        if raw.FPDFText_CountChars(text_page.raw) > most:
            raise OverflowError
        width, height = page.get_size()
        sheet = sheet_of(page)
        glyphs = list(_Characters(text_page.raw, sheet))
        drawn = drawn_rules(page.raw, sheet.left_pt, sheet.top_pt)
    if sheet.quarters:
        glyphs, drawn = shown(glyphs, sheet), shown_rules(drawn, sheet)
    upright = [glyph for glyph in glyphs if not glyph.turned]
    turned = [glyph for glyph in glyphs if glyph.turned]
    rows = with_blanks([line.glyphs for line in lines_of(upright)], drawn)
    lines = tuple(TextLine(tuple(row)) for row in rows)
    return PageGeometry(number + 1, width * MM_PER_PT, height * MM_PER_PT, lines, lines_of(turned), drawn)


class _Manner(Struct, frozen=True):
    """What all characters of one text object share."""

    size_pt: float
    red: bool
    turned: bool
    font: str
    bold: bool
    colour: str


_HIGH, _LOW, _LOW_END = 0xD800, 0xDC00, 0xE000


class _Characters:
    """Iterates over a page's characters; PDFium's own additions (line ends, guessed blanks) are left out."""

    def __init__(self, text_page: Any, sheet: Sheet) -> None:
        self._page = text_page
        self._left, self._top = sheet.left_pt, sheet.top_pt
        self._manners: dict[int, _Manner] = {}
        self._fonts: dict[int, tuple[str, bool]] = {}

    def __iter__(self) -> Iterator[Glyph]:
        x, y = ctypes.c_double(), ctypes.c_double()
        sides = tuple(ctypes.c_double() for _ in range(4))
        cell = raw.FS_RECTF()
        for index in range(raw.FPDFText_CountChars(self._page)):
            if raw.FPDFText_IsGenerated(self._page, index) == 1:
                continue
            code = self._code(index)
            manner = self._manner(index)
            if not code or code in (0x0D, 0x0A) or manner is None:
                continue
            raw.FPDFText_GetCharOrigin(self._page, index, x, y)
            raw.FPDFText_GetLooseCharBox(self._page, index, cell)
            raw.FPDFText_GetCharBox(self._page, index, *sides)
            left, right, bottom, top = (side.value for side in sides)
            ends = (self._down(cell.top), self._down(cell.bottom), self._along(x.value))
            if not manner.turned:
                ends = (self._along(x.value), self._along(cell.right), self._down(y.value))
            yield Glyph(
                "-" if code in (0x02, 0xFFFE) else chr(code),  # what PDFium makes of a hyphen at a line's end
                *ends,
                manner.size_pt,
                Box(self._along(left), self._down(top), self._along(right), self._down(bottom)),
                manner.red,
                manner.turned,
                manner.font,
                manner.bold,
                manner.colour,
            )

    def _code(self, index: int) -> int:
        """The code point; a hanzi beyond the basic plane comes as two halves, of which the second counts as none."""
        code: int = raw.FPDFText_GetUnicode(self._page, index)
        if _HIGH <= code < _LOW:
            second: int = raw.FPDFText_GetUnicode(self._page, index + 1)
            return 0x10000 + ((code - _HIGH) << 10) + second - _LOW
        return 0 if _LOW <= code < _LOW_END else code

    def _down(self, y_pt: float) -> float:
        return (self._top - y_pt) * MM_PER_PT

    def _along(self, x_pt: float) -> float:
        return (x_pt - self._left) * MM_PER_PT

    def _manner(self, index: int) -> _Manner | None:
        owner = raw.FPDFText_GetTextObject(self._page, index)
        address = ctypes.cast(owner, ctypes.c_void_p).value
        if address is None:
            return None
        known = self._manners.get(address)
        if known is None:
            known = self._manners[address] = self._read_manner(owner, index)
        return known

    def _read_manner(self, owner: Any, index: int) -> _Manner:
        size, matrix = ctypes.c_float(), raw.FS_MATRIX()
        raw.FPDFTextObj_GetFontSize(owner, size)
        raw.FPDFText_GetMatrix(self._page, index, matrix)
        colour = tuple(ctypes.c_uint() for _ in range(4))
        raw.FPDFText_GetFillColor(self._page, index, *colour)
        red, green, blue, _ = (part.value for part in colour)
        rgb = sys.intern(f"{red:02X}{green:02X}{blue:02X}")
        turn = math.atan2(matrix.b, matrix.a)
        font, bold = self._font(owner)
        return _Manner(
            size.value * math.hypot(matrix.c, matrix.d),
            is_red(rgb),
            _TURNED_RAD < abs(turn) < math.pi - _TURNED_RAD,
            font,
            bold or raw.FPDFTextObj_GetTextRenderMode(owner) == raw.FPDF_TEXTRENDERMODE_FILL_STROKE,
            rgb,
        )

    def _font(self, owner: Any) -> tuple[str, bool]:
        """Word and others print bold where the face has no bold cut by an outline of the same colour."""
        font = raw.FPDFTextObj_GetFont(owner)
        address = ctypes.cast(font, ctypes.c_void_p).value
        if address is None:
            return "", False
        known = self._fonts.get(address)
        if known is None:
            known = self._fonts[address] = _face_of(font)
        return known


def _face_of(font: Any) -> tuple[str, bool]:
    """By the name that the page uses. Printers make up their own (CIDFont+F1), behind which the font that is embedded
    may still say what it is called."""
    name = ctypes.create_string_buffer(256)
    raw.FPDFFont_GetBaseFontName(font, name, len(name))
    face, bold = face_name(decoded(name.value))
    if face and not east_asian(face) and raw.FPDFFont_GetIsEmbedded(font) == 1:
        raw.FPDFFont_GetFamilyName(font, name, len(name))
        own, _ = face_name(decoded(name.value))
        face = own if east_asian(own) else face
    return face, bold


def has_text(pages: Iterable[PageGeometry]) -> bool:
    """Whether any page holds characters; a scanned file holds none."""
    return any(page.lines or page.turned for page in pages)


__all__ = [
    "MM_PER_PT", "Box", "Glyph", "PageGeometry", "TextLine", "has_text", "lines_of", "read_geometry",
]  # fmt: skip
