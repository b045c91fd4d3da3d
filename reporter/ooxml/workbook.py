"""Writing .xlsx with openpyxl: the same workbook gives the same bytes, text stays text, figures keep their
digits."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from lxml import etree
from msgspec import Struct, field
from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooter, HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from reporter.errors import InputError
from reporter.ooxml.celltext import MAX_CELL, NOT_IN_XML
from reporter.ooxml.zipping import pack
from reporter.patterns import regex

EPOCH = datetime(2000, 1, 1)  # noqa: DTZ001 - the format wants a naive time; it is never shown
MAX_SHEET_NAME = 31
_NUMBER = regex(r"(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(%?)")
_MODIFIED = regex(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
_MODIFIED_AT = EPOCH.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
_PRECISION = 15
_PAPER = {"A4": 9, "A3": 8}  # ECMA-376 18.3.1.63
_MM_PER_INCH = 25.4
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_FONT_PARTS = (
    "b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name", "rFont",
    "family", "charset", "scheme",
)  # fmt: skip


def to_bytes(workbook: Workbook, title: str) -> bytes:
    """The workbook as bytes: fixed member order and times, no author, no clock."""
    properties = workbook.properties
    properties.creator, properties.lastModifiedBy, properties.title = "reporter", None, title
    properties.created = EPOCH
    buffer = io.BytesIO()
    workbook.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    core = "docProps/core.xml"
    members[core] = _MODIFIED.sub(rb"\g<1>" + _MODIFIED_AT + rb"\g<2>", members[core])
    styles = "xl/styles.xml"
    members[styles] = _fonts_in_order(members[styles], "font")
    for name, part in members.items():
        if name.startswith("xl/worksheets/") and b"<rPr>" in part:
            members[name] = _fonts_in_order(part, "rPr")
    return pack(members)


def _fonts_in_order(part: bytes, tag: str) -> bytes:
    """openpyxl writes the parts of a font in an order that strict readers refuse (ECMA-376 18.8.22, 18.4.7)."""
    root = etree.fromstring(part)
    for font in root.iter(f"{{{_MAIN}}}{tag}"):
        font[:] = sorted(font, key=lambda part: _FONT_PARTS.index(etree.QName(part).localname))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def write_text(cell: Cell, text: str) -> None:
    """Text as text, whatever it begins with (`=` would be a formula, digits a number); empty leaves the cell
    empty.

    Raises InputError for control characters and for texts longer than a cell holds.
    """
    if not text:
        return
    if NOT_IN_XML.search(text):
        raise InputError(
            f"单元格 {cell.coordinate} 的文字含有不可见的控制字符：{text[:20]!r}", "请在原表里删去这些字符"
        )
    if len(text) > MAX_CELL:
        raise InputError(
            f"单元格 {cell.coordinate} 的文字有 {len(text)} 个字符，超过 Excel 的上限 {MAX_CELL}",
            "请拆成几行",
        )
    cell.value = text
    cell.data_type = "s"
    cell.number_format = "@"
    if text[0] in "=+-@":
        cell.quotePrefix = True


def write_number(cell: Cell, text: str) -> None:
    """A printed figure as a number that shows the same digits; what is no plain figure is written as text."""
    parts = _NUMBER.fullmatch(text)
    whole = parts[2].replace(",", "") if parts else ""
    if not parts or (len(whole) > 1 and whole[0] == "0") or len(whole + (parts[3] or "")) > _PRECISION:
        write_text(cell, text)
        return
    shape = "#,##0" if "," in parts[2] else "0"
    if parts[3]:
        shape += "." + "0" * len(parts[3])
    value = Decimal(parts[1] + whole + ("." + parts[3] if parts[3] else ""))
    cell.value = value / 100 if parts[4] else value
    cell.number_format = shape + parts[4]


def sheet_name(title: str, taken: set[str]) -> str:
    """A sheet name from a title: no forbidden signs, at most 31 characters, not yet in `taken` (which gains
    it)."""
    name = re.sub(r"[\[\]:*?/\\\x00-\x1f]", "", title).strip().strip("'") or "表"
    number = 1
    while True:
        mark = f"（{number}）" if number > 1 else ""
        candidate = _cut(name, MAX_SHEET_NAME - len(mark)) + mark
        if candidate.casefold() not in {known.casefold() for known in taken}:
            taken.add(candidate)
            return candidate
        number += 1


def _cut(name: str, length: int) -> str:
    """The end of a Chinese title says what the sheet is, so its beginning is cut."""
    if len(name) <= length:
        return name
    return "…" + name[-(length - 1) :].strip("'")


class PrintSetup(Struct, frozen=True):
    """How a sheet prints. `head` is the row that is repeated on every page; margins in mm by openpyxl's
    names."""

    head: int
    rows: int
    columns: int
    landscape: bool = False
    paper: str = "A4"
    margins: Mapping[str, float] = field(default_factory=dict)
    mark: str = ""
    """Stands at the right of the page header."""
    foot: str = "第 &P 页 共 &N 页"


def set_print(sheet: Worksheet, setup: PrintSetup) -> None:
    """Paper, fit to one page's width, print area, repeated header row, frozen header, header and footer
    texts."""
    sheet.page_setup.paperSize = _PAPER[setup.paper]
    sheet.page_setup.orientation = "landscape" if setup.landscape else "portrait"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    for name, measure in setup.margins.items():
        setattr(sheet.page_margins, name, round(measure / _MM_PER_INCH, 4))
    sheet.print_options.horizontalCentered = True
    sheet.print_title_rows = f"{setup.head}:{setup.head}"
    sheet.print_area = f"A1:{get_column_letter(setup.columns)}{setup.rows}"
    sheet.freeze_panes = f"A{setup.head + 1}"
    header, footer = HeaderFooterItem(), HeaderFooterItem()
    # `&` begins a command in headers and footers; in a text it is doubled.
    header.right = _HeaderFooterPart(text=setup.mark.replace("&", "&&") or None, font="黑体", size=14)
    footer.center = _HeaderFooterPart(text=setup.foot)
    sheet.HeaderFooter = HeaderFooter(oddHeader=header, oddFooter=footer)
