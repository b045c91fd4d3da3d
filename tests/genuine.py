"""Fonts that call themselves like the genuine ones, cut out of the stand-ins when a test needs them."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._g_l_y_f import Glyph
from fontTools.ttLib.ttCollection import TTCollection
from msgspec import Struct

from reporter.typeset import fonts
from reporter.typeset.fonts.cut import cut

SIGNS = "".join(map(chr, range(0x20, 0x7F))) + "　、。〈〉《》〔〕（），．：；？！“”‘’—…·①％"
WIDER = 1.2
"""Digits and Latin letters of the derived fonts are so many times as wide as the stand-ins'."""


class Derived(Struct, frozen=True):
    """A font to derive: its family names in Chinese and English, and what is unusual about it."""

    role: str
    chinese: str
    english: str = ""
    text: str = ""
    """The hanzi that it holds."""
    rights: int = 0
    """OS/2 fsType."""
    gbk: bool = False
    """Names in GBK bytes, as fonts of the nineties have them."""
    raised: int = 0
    """So many thousandths of an em all outlines stand higher."""


def derive(wanted: Derived) -> TTFont:
    """The stand-in of a role under other names, with other widths and heights."""
    source = fonts.font_dir() / f"{fonts.typeface(wanted.role).pdf[0].replace(' ', '')}-Regular.otf"
    codes = sorted(set(map(ord, SIGNS + wanted.text)))
    font = TTFont(io.BytesIO(cut(source, 0, codes, ())), recalcTimestamp=False)
    cmap = font.getBestCmap()
    for code in range(0x21, 0x7F):
        _redraw(font, cmap[code], WIDER if chr(code).isalnum() else 1.0, wanted.raised)
    for code in codes:
        if wanted.raised and code > 0x7F and code in cmap:
            _redraw(font, cmap[code], 1.0, wanted.raised)
    font["hhea"].ascent, font["hhea"].descent = 1010, -310
    font["OS/2"].fsType = wanted.rights
    _name(font, wanted)
    return font


def _redraw(font: Any, glyph: str, factor: float, raised: int) -> None:
    top = font["CFF "].cff.topDictIndex[0]
    private = top.FDArray[top.CharStrings.getItemAndSelector(glyph)[1] or 0].Private
    width = round(font["hmtx"][glyph][0] * factor)
    pen = T2CharStringPen(width - private.nominalWidthX, None)
    outlines = font.getGlyphSet()
    outlines[glyph].draw(TransformPen(pen, (factor, 0, 0, 1, 0, raised)))
    top.CharStrings[glyph] = pen.getCharString(private=private, globalSubrs=top.CharStrings.globalSubrs)
    font["hmtx"][glyph] = (width, 0)


def _name(font: Any, wanted: Derived) -> None:
    names = font["name"]
    names.names = []
    english = wanted.english or wanted.chinese
    platforms = [(3, 3, 0x804)] if wanted.gbk else [(3, 1, 0x804)]
    for number, value in ((1, wanted.chinese), (2, "Regular"), (4, wanted.chinese)):
        for place in platforms:
            names.setName(value, number, *place)
    postscript = "".join(char for char in english if char.isascii() and char not in " ()") or "Derived"
    if wanted.english:
        for number, value in ((1, english), (2, "Regular"), (4, english)):
            names.setName(value, number, 3, 1, 0x409)
    names.setName("Version 5.01", 5, 3, 1, 0x409)
    names.setName(postscript, 6, 3, 1, 0x409)
    font["head"].fontRevision = 5.01


def as_truetype(font: TTFont) -> TTFont:
    """The same font with quadratic outlines, as the fonts of Windows have them."""
    outlines, order = font.getGlyphSet(), font.getGlyphOrder()
    glyphs: dict[str, Glyph] = {}
    for name in order:
        pen = TTGlyphPen(outlines)
        outlines[name].draw(Cu2QuPen(pen, 1.0, reverse_direction=True))
        glyphs[name] = pen.glyph()
    del font["CFF "]
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = order, glyphs
    font["head"].glyphDataFormat, font["head"].indexToLocFormat = 0, 0
    maximum = font["maxp"] = newTable("maxp")
    maximum.tableVersion = 0x00010000
    for name in (
        "maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements",
        "maxSizeOfInstructions", "maxComponentElements",
    ):  # fmt: skip
        setattr(maximum, name, 0)
    maximum.maxZones, maximum.numGlyphs = 1, len(order)
    font["post"].formatType, font["post"].extraNames, font["post"].mapping = 2.0, [], {}
    font.sfntVersion = "\x00\x01\x00\x00"
    return font


def collection(made: Iterable[TTFont], path: Path) -> None:
    """Several fonts in one file, as 宋体 and 新宋体 are."""
    together = TTCollection()
    together.fonts = list(made)
    together.save(path)


def known_to_fontconfig(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make `folder` all that the machine has, and give working copies a place beside it."""
    config = folder / "fonts.conf"
    config.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>'
        f"<dir>{folder}</dir><cachedir>{folder / 'scan'}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    monkeypatch.setenv("FONTCONFIG_FILE", str(config))
    monkeypatch.setenv("REPORTER_CACHE", str(folder / "copies"))


def fonts_of(data: bytes) -> set[str]:
    """The names of the fonts that a PDF holds, without the mark of the cut."""
    with pikepdf.open(io.BytesIO(data)) as file:
        found = [font for page in file.pages for font in page.Resources.get("/Font", {}).values()]
        return {str(font.BaseFont).partition("+")[2] for font in found}
