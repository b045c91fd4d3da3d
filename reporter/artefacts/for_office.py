"""A DOCX as LibreOffice 7.4 must get it to show what Word would: for pictures and measuring, never delivered
(docs/libreoffice.md).
"""

from __future__ import annotations

import math

from lxml import etree

from reporter.ooxml.names import qn
from reporter.ooxml.ordered import put
from reporter.ooxml.package import Package

Element = etree._Element
_MAIN, _STYLES = "word/document.xml", "word/styles.xml"
_SPACING, _VAL = qn("w:spacing"), qn("w:val")
_IN_A_POINT = 4096
"""Units of w:charSpace."""
_NEARLY = 0.9
"""Of the width of the text."""


def adapted(data: bytes, *, hangs: bool = False) -> bytes:
    """With `hangs` marks still hang out of the lines: as its lines with digits hold less than Word's, pages then end
    where Word's do.

    Raises InputError for what is no package or lacks a part that every DOCX of a word processor has.
    """
    package = Package.read(data)
    main, styles = package.tree(_MAIN), package.tree(_STYLES)
    if not hangs:
        _turn_hanging_round(styles)
    _track_in_place_of_cells(main, styles)
    _float_wide_tables(main)
    package.write(_STYLES, styles)
    package.write(_MAIN, main)
    return package.data()


def _turn_hanging_round(styles: Element) -> None:
    """It reads w:overflowPunct the wrong way round."""
    for switch in styles.iter(qn("w:overflowPunct")):
        off = switch.get(qn("w:val")) in ("0", "false", "off")
        switch.set(qn("w:val"), "1" if off else "0")


def _track_in_place_of_cells(main: Element, styles: Element) -> None:
    """It gives a 三号 character two cells of a character grid. What the cells are wider or narrower than the type,
    which Word adds to every character, becomes tracking."""
    grids = [grid for grid in main.iter(qn("w:docGrid")) if grid.get(qn("w:type")) == "linesAndChars"]
    cells = [_whole(str(grid.attrib.pop(qn("w:charSpace"), "0"))) for grid in grids]
    for grid in grids:
        grid.set(qn("w:type"), "lines")
    more = math.floor(cells[-1] * 20 / _IN_A_POINT) if cells else 0
    if not more:
        return
    for each in (*main.iter(qn("w:rPr")), *styles.iter(qn("w:rPr"))):
        for tracking in each.iterchildren(_SPACING):
            tracking.set(_VAL, str(_whole(tracking.get(_VAL, "0")) + more))
    for style in styles.iter(qn("w:style")):
        run = style.find(qn("w:rPr"))
        normal = style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) in ("1", "true")
        if normal and run is not None and run.find(_SPACING) is None:
            put(run, "w:spacing", val=more)


def _float_wide_tables(main: Element) -> None:
    """It leaves a floating table that is as wide as the text in the text unless it is anchored sideways to the page,
    which it is then, at the same place."""
    waiting: list[Element] = []
    for node in main.iter(qn("w:tblpPr"), qn("w:sectPr")):
        if node.tag == qn("w:tblpPr"):
            waiting += [node] if node.get(qn("w:horzAnchor")) != "page" else []
            continue
        for place in waiting:
            _anchor_to_the_page(place, node)
        waiting = []


def _anchor_to_the_page(place: Element, section: Element) -> None:
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    if size is None or margins is None:
        return
    left, right = (_whole(margins.get(qn(f"w:{side}"), "0")) for side in ("left", "right"))
    text = _whole(size.get(qn("w:w"), "0")) - left - right
    table = next(place.iterancestors(qn("w:tbl")))
    columns = table.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")
    wide = sum(_whole(column.get(qn("w:w"), "0")) for column in columns)
    if wide < text * _NEARLY:
        return
    spec = str(place.attrib.pop(qn("w:tblpXSpec"), ""))
    aside = {"center": (text - wide) // 2, "right": text - wide}.get(spec, 0)
    x = aside or _whole(place.get(qn("w:tblpX"), "0"))
    place.set(qn("w:horzAnchor"), "page")
    place.set(qn("w:tblpX"), str(left + x))
    _ground(table)


def _ground(table: Element) -> None:
    """A floating table loses the page break before it: a line of one point takes that."""
    before = table.getprevious()
    if before is not None and any(one.get(qn("w:type")) == "page" for one in before.iter(qn("w:br"))):
        line = etree.Element(qn("w:p"))
        put(etree.SubElement(line, qn("w:pPr")), "w:spacing", before=0, after=0, line=20, lineRule="exact")
        table.addprevious(line)


def _whole(value: str) -> int:
    try:
        return int(value)
    except ValueError:
        return 0
