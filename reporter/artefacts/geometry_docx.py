"""A finished .docx → the settings that decide its layout: sections, grid, body style, footers, tables, 版记.

Only what the file says, in its own units turned to mm and pt; how Word lays it out is not known here.
"""

from __future__ import annotations

from contextlib import closing
from functools import lru_cache
from typing import Literal

from lxml import etree
from msgspec import Struct

from reporter.artefacts.seen.word.parts import Parts
from reporter.artefacts.seen.word.sections import read_alike, section_nodes
from reporter.artefacts.seen.word.units import TWIPS_PER_MM
from reporter.artefacts.source import Source, load
from reporter.errors import InputError
from reporter.ooxml.names import qn

_PAGE_FIELD = "PAGE"


class Section(Struct, frozen=True):
    """A section's sheet and white edges in mm (a gutter, 装订线, within the edge that it widens), its grid in twips
    and which page kinds have a number."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    grid_type: str
    grid_lines: int
    grid_chars: int
    number_on: frozenset[str]
    """`default`, `even`, `first`: pages whose header or footer in force (inherited ones included) holds a page number
    field; a turned sheet has it in a frame of the header."""
    begins: str = "nextPage"
    """What the section's w:type says."""
    headed: frozenset[str] = frozenset()
    """Of the kinds of `number_on`, those whose header holds the number."""
    own_first: bool = False
    """Whether its first page has a header and a footer of its own."""
    counts_from: int | None = None
    """The number that its first page is given; None where it goes on."""
    foot: float = 0.0
    """From the sheet's lower edge to the footer's, mm."""
    columns: int = 1
    numbers: str = ""
    """How its page numbers are written, as w:pgNumType says it; empty for digits."""
    framed: bool = False
    """Whether a border stands at the left or the right of its pages; lines above and below may be a letter's."""
    lines_counted: bool = False
    number_face: str = ""
    """The Latin face that the field of its page number names itself, where one does."""

    @property
    def area_width(self) -> float:
        """Of the text between the white edges, mm."""
        return self.width - self.left - self.right

    @property
    def landscape(self) -> bool:
        return self.width > self.height


class BodyStyle(Struct, frozen=True):
    """What Normal gives a body line; sizes and pitches in pt. `exact` is whether the pitch is a fixed one."""

    size: float
    pitch: float
    exact: bool
    tracking: float


class TableShape(Struct, frozen=True):
    """A table in the text: how many rows, how many head rows are repeated, its first cell's text.

    `floats_to` is `margin:bottom` for one anchored to the type area's foot, empty for one in the text.
    `rules` are its upper, inner and lower border weights in pt.
    """

    rows: int
    head_rows: int
    text: str
    floats_to: str
    rules: tuple[float, float, float]


class Sheets(Struct, frozen=True):
    """The sections in their order, and whether left and right pages have headers and footers of their own."""

    sections: tuple[Section, ...]
    even_and_odd: bool


class DocxGeometry(Sheets, frozen=True):
    """All of it; `unstyled` are texts of paragraphs that name no style of their own."""

    body: BodyStyle
    tables: tuple[TableShape, ...]
    unstyled: tuple[str, ...]
    paragraphs: int


def read_docx_geometry(source: Source) -> DocxGeometry:
    """Raises InputError for what is no .docx, is encrypted, damaged or unpacks too large."""
    with closing(Parts(load(source))) as parts:
        return geometry_of(parts)


def geometry_of(parts: Parts) -> DocxGeometry:
    """The same of an open file."""
    body, sheets = _body(parts), sheets_of(parts)
    return DocxGeometry(
        sections=sheets.sections,
        even_and_odd=sheets.even_and_odd,
        body=_body_style(parts.first("styles")),
        tables=tuple(_table(table) for table in body.iter(qn("w:tbl"))),
        unstyled=tuple(_unstyled(body)),
        paragraphs=sum(1 for _ in body.iter(qn("w:p"))),
    )


def sheets_of(parts: Parts) -> Sheets:
    """What an open file says of its sheets. Raises InputError for one without a body."""
    settings = parts.first("settings")
    return Sheets(
        _sections(_body(parts), parts),
        settings is not None and _on(settings.find(qn("w:evenAndOddHeaders"))),
    )


def _body(parts: Parts) -> etree._Element:
    body = parts.document.find(qn("w:body"))
    if body is None:
        raise InputError("这个 .docx 里没有正文")
    return body


def _on(node: etree._Element | None) -> bool:
    return node is not None and node.get(qn("w:val"), "1") not in ("0", "false", "off")


def _number(node: etree._Element | None, name: str, default: float = 0.0) -> float:
    value = node.get(qn(name)) if node is not None else None
    try:
        return float(value) if value is not None else default
    except ValueError:
        return default


def _number_face(parts: Parts, identity: str) -> str | None:
    """The face of the page number field in the header or footer of that relationship; None without such a field."""
    relation = next((one for one in parts.of_document if one.id == identity), None)
    if relation is None or relation.kind not in ("footer", "header"):
        return None
    root = parts.tree(relation.target)
    if root is None:
        return None
    return (_known_face if root in parts.common else _face_of_field)(root)


def _face_of_field(part: etree._Element) -> str | None:
    for node in part.iter(qn("w:fldSimple"), qn("w:instrText")):
        if _PAGE_FIELD in (node.text or node.get(qn("w:instr")) or "").upper().split():
            run = node.getparent() if node.tag == qn("w:instrText") else node.find(qn("w:r"))
            fonts = run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}") if run is not None else None
            return fonts.get(qn("w:ascii"), "") if fonts is not None else ""
    return None


_known_face = lru_cache(maxsize=64)(_face_of_field)
"""The same of trees that another file may have too."""


def _sections(body: etree._Element, parts: Parts) -> tuple[Section, ...]:
    """In order; a section without a reference of a kind takes the one before it."""
    known: dict[str, str | None] = {}
    in_force: dict[tuple[str, str], str | None] = {}
    settings = parts.first("settings")
    above = settings is not None and _on(settings.find(qn("w:gutterAtTop")))
    bound: Literal["top", "left"] = "top" if above else "left"
    found = []
    for node in section_nodes(body):
        for place, identity in read_alike(node, _references):
            if identity not in known:
                known[identity] = _number_face(parts, identity)
            in_force[place] = known[identity]
        numbered = {place: face for place, face in in_force.items() if face is not None}
        kinds = frozenset(kind for _, kind in numbered)
        headed = frozenset(kind for tag, kind in numbered if tag == qn("w:headerReference"))
        face = next(filter(None, numbered.values()), "")
        found.append(read_alike(node, _section, kinds, headed, bound, face))
    return tuple(found)


def _references(node: etree._Element) -> list[tuple[tuple[str, str], str]]:
    """Tag and kind of the headers and footers that a section names, each with its id."""
    return [
        ((str(one.tag), one.get(qn("w:type"), "default")), one.get(qn("r:id"), ""))
        for one in node.iter(qn("w:headerReference"), qn("w:footerReference"))
    ]


def _section(
    node: etree._Element, number_on: frozenset[str], headed: frozenset[str], bound: Literal["top", "left"], face: str
) -> Section:
    """`bound` is the edge that a gutter widens."""
    parts = {part.tag: part for part in node.iterchildren(reversed=True)}
    size, margins, grid = (parts.get(qn(name)) for name in ("w:pgSz", "w:pgMar", "w:docGrid"))
    begins, counted, columns = (parts.get(qn(name)) for name in ("w:type", "w:pgNumType", "w:cols"))
    start = counted.get(qn("w:start"), "") if counted is not None else ""
    sides = ("w:top", "w:right", "w:bottom", "w:left")
    top, right, bottom, left = (_number(margins, side) / TWIPS_PER_MM for side in sides)
    gutter = _number(margins, "w:gutter") / TWIPS_PER_MM
    top, left = (top + gutter, left) if bound == "top" else (top, left + gutter)
    return Section(
        _number(size, "w:w") / TWIPS_PER_MM, _number(size, "w:h") / TWIPS_PER_MM, top, right, bottom, left,
        grid.get(qn("w:type"), "") if grid is not None else "",
        round(_number(grid, "w:linePitch")), round(_number(grid, "w:charSpace")), number_on,
        begins.get(qn("w:val"), "nextPage") if begins is not None else "nextPage",
        headed, _on(parts.get(qn("w:titlePg"))), int(start) if start.isdecimal() else None,
        _number(margins, "w:footer") / TWIPS_PER_MM, round(_number(columns, "w:num", 1)),
        counted.get(qn("w:fmt"), "") if counted is not None else "",
        _framed(parts.get(qn("w:pgBorders"))), parts.get(qn("w:lnNumType")) is not None, face,
    )  # fmt: skip


def _framed(borders: etree._Element | None) -> bool:
    sides = (borders.find(qn(f"w:{side}")) for side in ("left", "right")) if borders is not None else ()
    return any(side is not None and side.get(qn("w:val"), "none") not in ("none", "nil") for side in sides)


def _body_style(styles: etree._Element | None) -> BodyStyle:
    """The default paragraph style over the document's defaults."""
    if styles is None:
        return BodyStyle(10, 0, False, 0)
    defaults = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    normal = next(
        (s for s in styles.iter(qn("w:style"))
         if s.get(qn("w:type")) == "paragraph" and s.get(qn("w:default")) in ("1", "true")), None,
    )  # fmt: skip
    run = normal.find(qn("w:rPr")) if normal is not None else None
    spacing = normal.find(f"{qn('w:pPr')}/{qn('w:spacing')}") if normal is not None else None
    size = _of(run, "w:sz", _of(defaults, "w:sz", 20))
    return BodyStyle(
        size / 2,
        _number(spacing, "w:line") / 20,
        spacing is not None and spacing.get(qn("w:lineRule")) == "exact",
        _of(run, "w:spacing", 0) / 20,
    )


def _of(properties: etree._Element | None, name: str, default: float) -> float:
    node = properties.find(qn(name)) if properties is not None else None
    return _number(node, "w:val", default)


def _unstyled(body: etree._Element) -> list[str]:
    found = []
    for paragraph in body.iter(qn("w:p")):
        text = "".join(node.text or "" for node in paragraph.iter(qn("w:t"))).strip()
        if text and paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}") is None:
            found.append(text)
    return found


def _table(node: etree._Element) -> TableShape:
    rows = node.findall(qn("w:tr"))
    head = 0
    for row in rows:
        if not _on(row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}")):
            break
        head += 1
    place = node.find(f"{qn('w:tblPr')}/{qn('w:tblpPr')}")
    floats = (
        "" if place is None else f"{place.get(qn('w:vertAnchor'), '')}:{place.get(qn('w:tblpYSpec'), '')}"
    )
    borders = node.find(f"{qn('w:tblPr')}/{qn('w:tblBorders')}")
    top, inner, bottom = (_weight(borders, side) for side in ("w:top", "w:insideH", "w:bottom"))
    text = "".join(part.text or "" for part in node.iter(qn("w:t")))
    return TableShape(len(rows), head, text, floats, (top, inner, bottom))


def _weight(borders: etree._Element | None, side: str) -> float:
    """A border's weight in pt; `w:sz` counts eighths."""
    node = borders.find(qn(side)) if borders is not None else None
    if node is None or node.get(qn("w:val")) in ("nil", "none"):
        return 0.0
    return _number(node, "w:sz") / 8
