"""Settings of a .docx as they are in force."""

from __future__ import annotations

from copy import deepcopy

import pytest

from reporter.artefacts.geometry_docx import read_docx_geometry
from reporter.ooxml.names import qn
from reporter.ooxml.package import Package
from reporter.render.word.acceptance import acceptance_sheet


def test_the_former_state_of_a_tracked_change_is_no_section() -> None:
    package = Package.read(acceptance_sheet())
    root = package.tree("word/document.xml")
    (section,) = root.iter(qn("w:sectPr"))
    former = deepcopy(section)
    change = section.makeelement(qn("w:sectPrChange"), {qn("w:id"): "1", qn("w:author"): "李明"})
    change.append(former)
    section.append(change)
    package.write("word/document.xml", root)
    assert read_docx_geometry(package.data()).sections == read_docx_geometry(acceptance_sheet()).sections


def test_a_gutter_widens_the_edge_where_the_paper_is_bound() -> None:
    package = Package.read(acceptance_sheet())
    root = package.tree("word/document.xml")
    next(root.iter(qn("w:pgMar"))).set(qn("w:gutter"), "567")
    package.write("word/document.xml", root)
    (with_gutter, *_), (without, *_) = (
        read_docx_geometry(data).sections for data in (package.data(), acceptance_sheet())
    )
    assert round(with_gutter.left - without.left) == 10 and with_gutter.top == without.top


@pytest.mark.parametrize(
    ("side", "kind", "framed"), [("left", "double", True), ("left", "none", False), ("top", "double", False)]
)
def test_a_page_is_framed_by_borders_at_its_sides(side: str, kind: str, framed: bool) -> None:
    package = Package.read(acceptance_sheet())
    root = package.tree("word/document.xml")
    (section,) = root.iter(qn("w:sectPr"))
    borders = section.makeelement(qn("w:pgBorders"))
    borders.append(section.makeelement(qn(f"w:{side}"), {qn("w:val"): kind}))
    section.append(borders)
    package.write("word/document.xml", root)
    assert read_docx_geometry(package.data()).sections[0].framed == framed


def test_the_field_of_a_page_number_says_its_latin_face() -> None:
    package = Package.read(acceptance_sheet())
    for footer in ("word/footer_even.xml", "word/footer_odd.xml"):
        root = package.tree(footer)
        for fonts in root.iter(qn("w:rFonts")):
            fonts.set(qn("w:ascii"), "Calibri")
        package.write(footer, root)
    assert read_docx_geometry(package.data()).sections[0].number_face == "Calibri"
    assert read_docx_geometry(acceptance_sheet()).sections[0].number_face != "Calibri"
