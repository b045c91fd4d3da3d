"""Changes of a font's glyphs: an outline taken from another font, another width, thicker strokes."""

from __future__ import annotations

from typing import Any, Final

from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib.tables import _g_l_y_f as glyf

from reporter.typeset.fonts.metrics import UNITS

Font = Any
"""A fontTools TTFont; its tables are made at run time and have no static types."""

BOLD_SHIFT: Final = (9, 5)
"""Half the distance of the two outlines, x and y, in 1/1000 em: strokes grow by about a third."""


def set_glyph(target: Font, code: int, donor: Font | None, width: int) -> None:
    """Give the glyph of `code` the donor's outline (none: an empty one) and the advance `width`, font units."""
    name = target.getBestCmap().get(code)
    if name is None:
        return
    if "CFF " in target:
        glyphs = target["CFF "].cff.topDictIndex[0].CharStrings
        private = _private(target, name)
        pen = T2CharStringPen(width - private.nominalWidthX, None)
        if donor is not None:
            donor.getGlyphSet()[donor.getBestCmap()[code]].draw(pen)
        glyphs[name] = pen.getCharString(private=private, globalSubrs=glyphs.globalSubrs)
    target["hmtx"][name] = (width, 0)


def thicken(font: Font) -> None:
    """Replace every outline by two copies of itself; filled by winding number they merge."""
    dx, dy = (shift * font["head"].unitsPerEm / UNITS for shift in BOLD_SHIFT)
    if "CFF " in font:
        _thicken_cff(font, dx, dy)
    else:
        _thicken_glyf(font, round(dx), round(dy))


def _thicken_cff(font: Font, dx: float, dy: float) -> None:
    glyphs, outlines = font["CFF "].cff.topDictIndex[0].CharStrings, font.getGlyphSet()
    shifted: Any = TransformPen
    for name in font.getGlyphOrder():
        private = _private(font, name)
        pen = T2CharStringPen(font["hmtx"][name][0] - private.nominalWidthX, None)
        for x, y in ((-dx, -dy), (dx, dy)):
            outlines[name].draw(shifted(pen, (1, 0, 0, 1, x, y)))
        glyphs[name] = pen.getCharString(private=private, globalSubrs=glyphs.globalSubrs, optimize=False)


def _private(font: Font, name: str) -> Any:
    top = font["CFF "].cff.topDictIndex[0]
    _, selector = top.CharStrings.getItemAndSelector(name)
    return top.FDArray[selector or 0].Private if hasattr(top, "FDArray") else top.Private


def _thicken_glyf(font: Font, dx: int, dy: int) -> None:
    """Composite glyphs become simple ones; instructions are dropped, because they count points."""
    table = font["glyf"]
    made = {}
    for name in font.getGlyphOrder():
        thin = table[name]
        points, ends, flags = thin.getCoordinates(table)[:3]
        if not ends:
            continue
        outline = [(round(x), round(y)) for x, y in points]
        glyph = glyf.Glyph()
        glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax = (
            thin.xMin - dx, thin.yMin - dy, thin.xMax + dx, thin.yMax + dy,
        )  # fmt: skip
        glyph.numberOfContours = 2 * len(ends)
        glyph.coordinates = glyf.GlyphCoordinates(
            [(x + sx, y + sy) for sx, sy in ((-dx, -dy), (dx, dy)) for x, y in outline]
        )
        glyph.endPtsOfContours = [*ends, *(end + len(points) for end in ends)]
        # Only whether a point lies on the outline; how coordinates are packed is decided anew.
        glyph.flags = bytearray([flag & glyf.flagOnCurve for flag in flags] * 2)
        glyph.program = glyf.ttProgram.Program()
        glyph.program.fromBytecode(b"")
        made[name] = glyph
    for name, glyph in made.items():
        table[name] = glyph
    for tag in ("cvt ", "fpgm", "prep"):
        if tag in font:
            del font[tag]
