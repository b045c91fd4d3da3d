"""Drawings hung on a paragraph: text boxes with the side they are read on, and drawn horizontal lines.

DrawingML (wps) and VML say the same in two ways; of an alternative only one is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from reporter.artefacts.seen.word.inline import MC, choices
from reporter.artefacts.seen.word.theme import Theme
from reporter.artefacts.seen.word.units import Element, W, colour, number

_WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_WPS: Final = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_V: Final = "{urn:schemas-microsoft-com:vml}"
_O: Final = "{urn:schemas-microsoft-com:office:office}"
_EMU_PER_MM: Final = 36000
_EMU_PER_PT: Final = 12700
_MM_PER_PT: Final = 25.4 / 72
_USUAL_PT: Final = 0.75
"""What Word draws a line with that says no weight."""
_THIN_MM: Final = 2.0
"""A rectangle that is not higher is a line drawn thick."""
_LONG_MM: Final = 20.0
_CONNECTOR: Final = re.compile(r"#?_x0000_t(20|32|33|34)$")
_NAMED: Final = {"red": "FF0000", "black": "000000", "white": "FFFFFF", "blue": "0000FF", "green": "008000"}
_UPPER_MM: Final = 120.0
"""A box placed higher on the sheet is read before its paragraph."""


class Spot(Struct, frozen=True):
    """Where a drawing stands along one axis: `base` what is measured from (page, margin, paragraph …, empty for in the
    text), mm or an alignment word."""

    base: str = ""
    mm: float | None = None
    align: str = ""


class Line(Struct, frozen=True):
    """A drawn horizontal line: weight in pt, length in mm. `at` is the index of the paragraph it hangs on; `kind` is
    what `Stroke.kind` is."""

    weight: float
    colour: str
    length: float
    across: Spot = Spot()
    down: Spot = Spot()
    at: int = 0
    section: int = 0
    story: str = ""
    kind: str = ""


class TextBox(Struct, frozen=True):
    """Its content; `first` when it is read before the paragraph it hangs on."""

    node: Element
    first: bool


def read(drawn: Element, theme: Theme) -> tuple[list[Line], list[TextBox]]:
    """Lines and text boxes of one w:drawing, w:pict or w:object."""
    lines: list[Line] = []
    boxes: list[TextBox] = []
    frame = next((child for child in drawn if child.tag in (_ANCHOR, _INLINE)), None)
    across, down = (_spot(frame, "H"), _spot(frame, "V")) if frame is not None else (Spot(), Spot())
    for node in _shapes(drawn):
        if node.tag == f"{W}txbxContent":
            boxes.append(TextBox(node, _upper(down if frame is not None else _vml_spots(node)[1])))
        elif node.tag == f"{_WPS}wsp":
            line = _shape_line(node, frame, theme)
            if line is not None:
                lines.append(Line(*line, across, down, kind=_kind(node)))
        else:
            found = _vml_line(node)
            if found is not None:
                lines.append(found)
    return lines, boxes


_ANCHOR, _INLINE = f"{_WP}anchor", f"{_WP}inline"
_VML: Final = frozenset(f"{_V}{name}" for name in ("line", "shape", "rect"))


def _shapes(drawn: Element) -> Iterator[Element]:
    """Shapes and the contents of text boxes, not what stands inside those."""
    stack: list[Iterator[Element]] = [iter(drawn)]
    while stack:
        for child in stack[-1]:
            tag = child.tag
            if tag == f"{W}txbxContent":
                yield child
                continue
            if tag == f"{_WPS}wsp" or tag in _VML:
                yield child
            if tag == f"{MC}AlternateContent":
                stack.append(choices(child))
                break
            if len(child):
                stack.append(iter(child))
                break
        else:
            stack.pop()


def _spot(frame: Element, axis: str) -> Spot:
    node = frame.find(f"{_WP}position{axis}")
    if node is None:
        return Spot()
    offset = number(node.findtext(f"{_WP}posOffset"))
    base = node.get("relativeFrom") or ""
    return Spot(base, None if offset is None else offset / _EMU_PER_MM, node.findtext(f"{_WP}align") or "")


def _upper(down: Spot) -> bool:
    """Whether a box stands above its paragraph or at the head of the sheet."""
    if down.base in ("paragraph", "line", "text", "char"):
        return down.mm is not None and down.mm < 0
    if down.align:
        return down.align == "top" and bool(down.base)
    return down.base in ("page", "margin", "topMargin") and down.mm is not None and down.mm < _UPPER_MM


def _shape_line(node: Element, frame: Element | None, theme: Theme) -> tuple[float, str, float] | None:
    """Weight, colour and length of a line shape, a connector or a flat rectangle."""
    shape = node.find(f"{_WPS}spPr")
    extent = node.find(f"{_WPS}spPr/{_A}xfrm/{_A}ext")
    if extent is None and frame is not None:
        extent = frame.find(f"{_WP}extent")
    if shape is None or extent is None:
        return None
    wide, high = ((number(extent.get(side)) or 0.0) / _EMU_PER_MM for side in ("cx", "cy"))
    geometry = shape.find(f"{_A}prstGeom")
    kind = (geometry.get("prst") or "") if geometry is not None else ""
    if wide < _LONG_MM or high > max(_THIN_MM, wide * 0.02):
        return None
    if kind == "line" or kind.startswith("straightConnector"):
        pen = shape.find(f"{_A}ln")
        if pen is not None and pen.find(f"{_A}noFill") is not None:
            return None
        weight = number(pen.get("w"), _EMU_PER_PT) if pen is not None else None
        shade = _shade(pen, theme) or _shade(node.find(f"{_WPS}style/{_A}lnRef"), theme)
        return (_USUAL_PT if weight is None else weight / _EMU_PER_PT), shade, wide
    if kind == "rect" and high <= _THIN_MM and node.find(f"{_WPS}txbx") is None:
        return high / _MM_PER_PT, _shade(shape, theme), wide
    return None


def _kind(shape: Element) -> str:
    """What is unlike one plain stroke of a DrawingML line."""
    pen = shape.find(f"{_WPS}spPr/{_A}ln")
    if pen is None:
        return ""
    dash = pen.find(f"{_A}prstDash")
    return _unlike(dash.get("val", "") if dash is not None else "", pen.get("cmpd", "sng"))


def _vml_kind(pen: Element | None) -> str:
    """The same of a VML line."""
    return _unlike(pen.get("dashstyle", "solid"), pen.get("linestyle", "single")) if pen is not None else ""


def _unlike(dashed: str, made_of: str) -> str:
    """How a line is dashed, or of how many it is made; empty for one plain stroke."""
    if dashed not in ("", "solid"):
        return dashed
    return "" if made_of in ("sng", "single") else made_of


def _shade(node: Element | None, theme: Theme) -> str:
    """The first colour that is said in or below `node`."""
    if node is None:
        return ""
    for fill in node.iter(f"{_A}srgbClr", f"{_A}schemeClr", f"{_A}prstClr"):
        value = fill.get("val") or ""
        if fill.tag == f"{_A}schemeClr":
            return theme.colour(value)
        return _NAMED.get(value) or colour(value)
    return ""


def _vml_line(node: Element) -> Line | None:
    style = _style(node)
    if node.get("stroked") in ("f", "false") and node.tag != f"{_V}rect":
        return None
    across, down = _vml_spots(node)
    pen = node.find(f"{_V}stroke")
    weight = _length(node.get("strokeweight") or (pen.get("weight") if pen is not None else None))
    shade = _vml_colour(node.get("strokecolor") or (pen.get("color") if pen is not None else None))
    wide, high = _length(style.get("width")), _length(style.get("height"))
    if node.tag == f"{_V}line":
        start, end = _pair(node.get("from")), _pair(node.get("to"))
        if start is None or end is None:
            return None
        wide, high = abs(end[0] - start[0]), abs(end[1] - start[1])
        across, down = _from_corner(across, min(start[0], end[0])), _from_corner(down, min(start[1], end[1]))
    elif node.tag == f"{_V}rect":
        if node.get(f"{_O}hr") is None and (high is None or high * _MM_PER_PT > _THIN_MM):
            return None
        weight, shade = high or weight, _vml_colour(node.get("fillcolor")) or shade
        wide = wide or 442.2 if node.get(f"{_O}hr") else wide
    elif not _CONNECTOR.search(node.get("type") or ""):
        return None
    if wide is None or wide * _MM_PER_PT < _LONG_MM or (high or 0.0) > max(6.0, wide * 0.02):
        return None
    weight = _USUAL_PT if weight is None else weight
    return Line(weight, shade, wide * _MM_PER_PT, across, down, kind=_vml_kind(pen))


def _from_corner(spot: Spot, points: float) -> Spot:
    """A v:line stands where its ends say, whatever its style does, unless it is aligned."""
    return spot if spot.align else Spot(spot.base or "text", points * _MM_PER_PT)


def _style(node: Element) -> dict[str, str]:
    """CSS of a VML shape."""
    pairs = (entry.partition(":") for entry in (node.get("style") or "").split(";"))
    return {name.strip().lower(): value.strip() for name, _, value in pairs if value}


def _vml_spots(node: Element) -> tuple[Spot, Spot]:
    """Where the VML shape that holds `node` stands."""
    shape: Element | None = node
    while shape is not None and not (shape.tag or "").startswith(_V):
        shape = shape.getparent()
    while shape is not None and (shape.tag in (f"{_V}textbox",) or "position" not in _style(shape)):
        parent = shape.getparent()
        if parent is None or not str(parent.tag).startswith(_V):
            break
        shape = parent
    style = _style(shape) if shape is not None else {}
    if style.get("position") != "absolute":
        return Spot(), Spot()
    spots = []
    for axis, side in (("horizontal", "left"), ("vertical", "top")):
        base = style.get(f"mso-position-{axis}-relative") or ("column" if side == "left" else "paragraph")
        align = style.get(f"mso-position-{axis}", "")
        points = _length(style.get(f"margin-{side}"))
        points = _length(style.get(side)) if points is None else points
        known = None if points is None else points * _MM_PER_PT
        spots.append(Spot(base, known, "" if align == "absolute" else align))
    return spots[0], spots[1]


def _length(text: str | None) -> float | None:
    """A CSS length in pt; bare numbers of VML are pixels of 1/96 inch, in weights EMU."""
    if not text:
        return None
    bare = number(text, 1)
    if bare is None:
        return None
    if re.fullmatch(r"-?[\d.]+", text):
        return bare / _EMU_PER_PT if abs(bare) > 5000 else bare * 0.75
    return bare


def _pair(text: str | None) -> tuple[float, float] | None:
    parts = (text or "").split(",")
    if len(parts) != 2:
        return None
    x, y = (_length(part.strip()) or 0.0 for part in parts)
    return x, y


def _vml_colour(text: str | None) -> str:
    """`#f00 [2]`, `red` → RRGGBB."""
    word = (text or "").split(" ")[0].lower()
    if re.fullmatch("#[0-9a-f]{3}", word):
        word = "".join(digit * 2 for digit in word[1:])
    return _NAMED.get(word) or colour(word)
