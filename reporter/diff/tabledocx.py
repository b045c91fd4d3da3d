"""A table with marked texts as a .docx of its own, in the house's styles: A4 landscape, the header row repeated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from functools import cache
from importlib.resources import files
from typing import Final

from lxml import etree
from msgspec import Struct

from reporter.ooxml.names import NAMESPACES, XML_SPACE, qn
from reporter.ooxml.package import Package
from reporter.patterns import regex
from reporter.typeset.fonts.roles import TYPEFACES, Role
from reporter.typeset.standard import A4_LANDSCAPE, mm_to_twips

Element = etree._Element
_MAIN: Final = "word/document.xml"
_TAG: Final = regex(rb"\{\{[^}]*\}\}")
_SHARES: Final = (7, 37, 37, 35)
"""Widths of the columns, one to the other."""
_CUT, _ADD = "9B0000", "0A3D8F"


class Piece(Struct, frozen=True):
    """Characters in one look: `insert`, `delete`, `head` (黑体) or plain."""

    text: str
    look: str = ""


class Line(Struct, frozen=True):
    """One paragraph of a cell."""

    pieces: tuple[Piece, ...]


Row = Sequence[Sequence[Line]]


def write(
    title: str, about: Sequence[str], head: Sequence[str], rows: Sequence[Row], below: Sequence[str] = ()
) -> bytes:
    """The file: title, lines about it, the table, and lines below it, the first of them a heading; the same bytes for
    the same texts."""
    package = _face().copy()
    section = next(node for node in package.tree(_MAIN).iter(qn("w:sectPr")) if _turned(node))
    body = _node("body", _paragraph("GWSheetTitle", Line((Piece(title),))))
    body.extend(_paragraph("GWSheetLine", Line((Piece(line),))) for line in about)
    body.append(_table(head, rows, mm_to_twips(A4_LANDSCAPE.area_width_mm)))
    for at, line in enumerate(below):
        body.append(_paragraph("GWSheetLine", Line((Piece(line, "" if at else "head"),)), "left"))
    body.append(_paragraph("GWSeam", Line(())))
    body.append(deepcopy(section))
    package.write(_MAIN, _node("document", body))
    return package.data()


@cache
def _face() -> Package:
    """The plain face without what its headers would print."""
    package = Package.read((files("reporter.templates") / "docx" / "plain.docx").read_bytes())
    for name in package.members:
        if name.startswith("word/header"):
            package.members[name] = _TAG.sub(b"", package.members[name])
    return package


def _turned(section: Element) -> bool:
    """Whether the section is A4 landscape."""
    size = section.find(qn("w:pgSz"))
    return size is not None and size.get(qn("w:w")) == str(mm_to_twips(A4_LANDSCAPE.width_mm))


def _node(name: str, *children: Element, **attributes: str | int) -> Element:
    spaces: dict[str | None, str] = {"w": NAMESPACES["w"], "r": NAMESPACES["r"]}
    node = etree.Element(
        qn(f"w:{name}"),
        {qn(f"w:{key}"): str(value) for key, value in attributes.items()},
        nsmap=spaces,  # type: ignore[arg-type]
    )
    node.extend(children)
    return node


def _table(head: Sequence[str], rows: Sequence[Row], width: int) -> Element:
    widths = [width * share // sum(_SHARES) for share in _SHARES]
    properties = _node(
        "tblPr",
        _node("tblStyle", val="GWTable"),
        _node("tblW", w=sum(widths), type="dxa"),
        _node("tblLayout", type="fixed"),
        _node("tblCellMar", *(_node(side, w=85, type="dxa") for side in ("left", "right"))),
    )
    grid = _node("tblGrid", *(_node("gridCol", w=one) for one in widths))
    labels = [[Line((Piece(label),))] for label in head]
    table = _node("tbl", properties, grid, _row(labels, widths, True))
    table.extend(_row(row, widths, False) for row in rows)
    return table


def _row(cells: Sequence[Sequence[Line]], widths: Sequence[int], head: bool) -> Element:
    row = _node("tr")
    if head:
        row.append(_node("trPr", _node("cantSplit"), _node("tblHeader")))
    for at, (lines, width) in enumerate(zip(cells, widths, strict=True)):
        style, align = ("GWCellHead", "center") if head else ("GWCell", "left" if at else "center")
        cell = _node("tc", _node("tcPr", _node("tcW", w=width, type="dxa")))
        cell.extend(_paragraph(style, line, align) for line in lines or (Line(()),))
        row.append(cell)
    return row


def _paragraph(style: str, line: Line, align: str = "") -> Element:
    properties = _node("pPr", _node("pStyle", val=style))
    if align:
        properties.append(_node("jc", val=align))
    return _node("p", properties, *_runs(line))


def _runs(line: Line) -> Iterator[Element]:
    for piece in line.pieces:
        text = _node("t")
        text.text = piece.text
        text.set(XML_SPACE, "preserve")
        yield _node("r", *_look(piece.look), text)


def _look(look: str) -> Iterator[Element]:
    if look == "head":
        yield _node("rPr", _node("rFonts", eastAsia=TYPEFACES[Role.HEI].docx))
    elif look == "delete":
        yield _node("rPr", _node("strike"), _node("color", val=_CUT))
    elif look == "insert":
        yield _node("rPr", _node("color", val=_ADD), _node("u", val="single"))
