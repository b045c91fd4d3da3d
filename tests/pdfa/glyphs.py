"""What the pages of a PDF show: operators, nesting, and each font with its glyphs and what the file says of them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf
from fontTools.pens.basePen import NullPen
from fontTools.ttLib import TTFont
from msgspec import Struct, field

_OPERATORS = (
    " b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re"
    " RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \" "
)
"""All there are (ISO 32000-1, annex A)."""
_CMYK = frozenset(("K", "k"))
_MOST_NESTED = 28
_PAIR = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>")
_BLOCK = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_RANGE = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>")


class Glyphs:
    """A font file: how many glyphs, and how wide each is, in thousandths of an em, in every table that says so."""

    def __init__(self, data: bytes) -> None:
        self._font = TTFont(io.BytesIO(data))
        self.count: int = self._font["maxp"].numGlyphs
        self._scale = 1000 / self._font["head"].unitsPerEm
        self._order = self._font.getGlyphOrder()
        self._charstrings = self._font["CFF "].cff[0].CharStrings if "CFF " in self._font else None

    def widths(self, glyph: int) -> Iterator[float]:
        yield self._font["hmtx"][self._order[glyph]][0] * self._scale
        if self._charstrings is not None:
            outline = self._charstrings[self._order[glyph]]
            outline.draw(NullPen())
            yield outline.width * self._scale


class Font(Struct):
    """A composite font as the file has it; `used` are the glyphs (CIDs) that pages show."""

    name: str
    kind: str
    encoding: str
    mapped: bool
    glyphs: Glyphs | None
    listed: set[int] | None
    widths: dict[int, float]
    default: float
    unicode: dict[int, str]
    used: set[int] = field(default_factory=set)


class Shown(Struct):
    """Fonts that pages show something in, and what is wrong with the operators."""

    fonts: list[Font] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    known: dict[Any, Font] = field(default_factory=dict)


def shown_in(pdf: pikepdf.Pdf) -> Shown:
    """Every page, with the forms that it draws."""
    found = Shown()
    for page in pdf.pages:
        _content(found, page.obj, page.obj.get("/Resources", pikepdf.Dictionary()))
    return found


def _content(found: Shown, content: Any, resources: Any) -> None:
    depth, font = 0, None
    for operands, operator in pikepdf.parse_content_stream(content):
        name = str(operator)
        if f" {name} " not in _OPERATORS:
            found.faults.append(f"6.2.2: an operator {name}")
        if name in _CMYK:
            found.faults.append("6.2.4.3: DeviceCMYK under an RGB output intent")
        depth += (name == "q") - (name == "Q")
        if depth > _MOST_NESTED:
            found.faults.append(f"6.1.13: graphics states are nested more than {_MOST_NESTED} deep")
        if name == "Tf":
            font = _font(found, resources.Font[operands[0]])
        elif name in ("Tj", "TJ", "'", '"') and font is not None:
            texts = operands[0] if name == "TJ" else operands[-1:]
            for text in texts:
                if isinstance(text, pikepdf.String):
                    codes = bytes(text)
                    font.used |= {int.from_bytes(codes[at : at + 2]) for at in range(0, len(codes), 2)}
        elif name == "Do":
            inner = resources.XObject[operands[0]]
            if inner.get("/Subtype") == "/Form":
                _content(found, inner, inner.get("/Resources", pikepdf.Dictionary()))


def _font(found: Shown, font: Any) -> Font:
    if font.objgen not in found.known:
        found.known[font.objgen] = _read(font)
        found.fonts.append(found.known[font.objgen])
    return found.known[font.objgen]


def _read(font: Any) -> Font:
    inner = font.get("/DescendantFonts", [font])[0]
    descriptor = inner.get("/FontDescriptor", pikepdf.Dictionary())
    file = next((descriptor[key] for key in ("/FontFile2", "/FontFile3") if key in descriptor), None)
    listed, encoding = descriptor.get("/CIDSet"), font.get("/Encoding")
    return Font(
        str(font.get("/BaseFont")),
        str(inner.get("/Subtype")),
        str(encoding) if isinstance(encoding, pikepdf.Name) else "of its own",
        "/CIDToGIDMap" in inner,
        Glyphs(file.read_bytes()) if file is not None else None,
        _bits(listed.read_bytes()) if listed is not None else None,
        dict(_widths(list(inner.get("/W", ())))),
        float(inner.get("/DW", 1000)),
        dict(_unicode(font.ToUnicode.read_bytes())) if "/ToUnicode" in font else {},
    )


def _bits(data: bytes) -> set[int]:
    return {at * 8 + bit for at, byte in enumerate(data) for bit in range(8) if byte & (0x80 >> bit)}


def _widths(array: list[Any]) -> Iterator[tuple[int, float]]:
    """`first [w …]` and `first last w`."""
    at = 0
    while at < len(array):
        first, second = int(array[at]), array[at + 1]
        if isinstance(second, pikepdf.Array):
            yield from ((first + step, float(width)) for step, width in enumerate(second))
            at += 2
        else:
            yield from ((glyph, float(array[at + 2])) for glyph in range(first, int(second) + 1))
            at += 3


def _unicode(cmap: bytes) -> Iterator[tuple[int, str]]:
    for block in _BLOCK.findall(cmap):
        for code, value in _PAIR.findall(block):
            yield int(code, 16), bytes.fromhex(value.decode()).decode("utf-16-be")
    for block in _RANGES.findall(cmap):
        for first, last, value in _RANGE.findall(block):
            start = int(value, 16)
            yield from (
                (code, chr(start + code - int(first, 16)))
                for code in range(int(first, 16), int(last, 16) + 1)
            )
