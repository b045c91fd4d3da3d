"""What all our font files have in common: one name, one ascent and descent, no tables that move characters."""

from __future__ import annotations

from typing import Final

from reporter.typeset.fonts.metrics import UNITS
from reporter.typeset.fonts.outlines import Font

ASCENT: Final = 880
DESCENT: Final = -120
"""The same in every font, in 1/1000 em: together one em, so only the line height counts."""
_REGULAR, _BOLD = (400, 0x40), (700, 0x20)


def level(font: Font, family: str, version: str, *, bold: bool = False) -> str:
    """Name the font and level its vertical metrics; returns its PostScript name."""
    postscript = f"{family.replace(' ', '')}-{'Bold' if bold else 'Regular'}"
    _name(font, family, postscript, version, bold=bold)
    units = font["head"].unitsPerEm
    ascent, descent = round(ASCENT * units / UNITS), round(DESCENT * units / UNITS)
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = ascent, descent, 0
    os2 = font["OS/2"]
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ascent, descent, 0
    os2.usWinAscent, os2.usWinDescent = ascent, -descent
    os2.usWeightClass, os2.fsSelection = _BOLD if bold else _REGULAR
    font["head"].macStyle = int(bold)
    return postscript


def _name(font: Font, family: str, postscript: str, version: str, *, bold: bool) -> None:
    names = font["name"]
    names.names = []
    full = f"{family} Bold" if bold else family
    values = (family, "Bold" if bold else "Regular", postscript, full, version, postscript)
    for number, value in enumerate(values, start=1):
        names.setName(value, number, 3, 1, 0x409)
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [postscript]
        top = cff.topDictIndex[0]
        for key in ("FullName", "FamilyName", "Notice", "Copyright"):
            top.rawDict.pop(key, None)
        for part in getattr(top, "FDArray", ()):
            part.FontName = postscript
