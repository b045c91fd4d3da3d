"""Properties as the file writes them, from what a reader says: faces, points, 字, millimetres."""

from __future__ import annotations

from typing import Final

from lxml import etree

from reporter.ooxml.names import qn
from reporter.ooxml.ordered import put

Element = etree._Element
_TWIPS_PER_PT, _TWIPS_PER_MM, _HUNDRED = 20, 1440 / 25.4, 100
_ALIGN: Final = {"justify": "both"}


def set_face(look: Element, face: str) -> None:
    """The East Asian face of a w:rPr; others stay."""
    fonts = look.find(qn("w:rFonts"))
    if fonts is None:
        fonts = put(look, "w:rFonts")
    _drop(fonts, qn("w:eastAsiaTheme"))
    fonts.set(qn("w:eastAsia"), face)


def set_size(look: Element, points: float) -> None:
    for name in ("w:sz", "w:szCs"):
        put(look, name, val=round(points * 2))


def set_bold(look: Element, bold: bool) -> None:
    for name in ("w:b", "w:bCs"):
        put(look, name, val=int(bold))


def set_black(look: Element) -> None:
    """Black, also over a fill of Word 2010."""
    put(look, "w:color", val="000000")
    for node in [child for child in look if etree.QName(child).localname == "textFill"]:
        look.remove(node)


def set_align(look: Element, align: str) -> None:
    put(look, "w:jc", val=_ALIGN.get(align, align))


def set_indents(look: Element, size: float, first: float | None, left: float | None) -> None:
    """Indents of a w:pPr in 字 of `size` pt; a negative first line hangs out. None stays."""
    node = look.find(qn("w:ind"))
    if node is None:
        node = put(look, "w:ind")
    if first is not None:
        for name in ("firstLine", "hanging", "firstLineChars", "hangingChars"):
            _drop(node, qn(f"w:{name}"))
        _measure(node, "hanging" if first < 0 else "firstLine", abs(first), size)
    if left is not None:
        for name in ("left", "leftChars", "start", "startChars"):
            _drop(node, qn(f"w:{name}"))
        _measure(node, "left", left, size)


def _drop(node: Element, name: str) -> None:
    if name in node.attrib:
        del node.attrib[name]


def _measure(node: Element, name: str, characters: float, size: float) -> None:
    node.set(qn(f"w:{name}Chars"), str(round(characters * _HUNDRED)))
    node.set(qn(f"w:{name}"), str(round(characters * size * _TWIPS_PER_PT)))


def set_pitch(look: Element, points: float) -> None:
    """A fixed pitch."""
    node = _spacing(look)
    node.set(qn("w:line"), str(round(points * _TWIPS_PER_PT)))
    node.set(qn("w:lineRule"), "exact")


def set_white(look: Element, side: str, points: float) -> None:
    """White `before` or `after` a paragraph, in whatever unit it was given."""
    node = _spacing(look)
    node.set(qn(f"w:{side}"), str(round(points * _TWIPS_PER_PT)))
    node.set(qn(f"w:{side}Lines"), "0")
    node.set(qn(f"w:{side}Autospacing"), "0")


def _spacing(look: Element) -> Element:
    node = look.find(qn("w:spacing"))
    return put(look, "w:spacing") if node is None else node


def set_paper(section: Element, width: float, height: float) -> bool:
    """Paper in mm; False for a section that names none."""
    return _set(section, "w:pgSz", {"w:w": width, "w:h": height}, ("w:code",))


def set_edges(section: Element, edges: tuple[float, float, float, float]) -> bool:
    """Top, right, bottom, left in mm; False for a section that names none."""
    return _set(section, "w:pgMar", dict(zip(("w:top", "w:right", "w:bottom", "w:left"), edges, strict=True)))


def _set(section: Element, name: str, values: dict[str, float], gone: tuple[str, ...] = ()) -> bool:
    node = section.find(qn(name))
    if node is None:
        return False
    for key, mm in values.items():
        node.set(qn(key), str(round(mm * _TWIPS_PER_MM)))
    for key in gone:
        _drop(node, qn(key))
    return True
