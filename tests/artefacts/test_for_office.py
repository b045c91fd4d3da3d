"""What LibreOffice must get in place of what Word understands, by what the file says."""

from __future__ import annotations

import pytest
from lxml import etree

from reporter.artefacts.for_office import adapted
from reporter.ooxml.names import qn
from reporter.ooxml.package import Package

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_SHEET = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="1587" w:right="1474"/>'
_STYLES = (
    f'<w:styles {_W}><w:style w:type="paragraph" w:default="1" w:styleId="a">'
    '<w:pPr><w:overflowPunct w:val="0"/></w:pPr><w:rPr><w:sz w:val="32"/></w:rPr></w:style></w:styles>'
)


def _made(body: str, *, hangs: bool = True) -> tuple[etree._Element, etree._Element]:
    """The adapted text and styles."""
    package = Package({"word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>".encode()})
    package.members["word/styles.xml"] = _STYLES.encode()
    package.members["[Content_Types].xml"] = b"<Types/>"
    made = Package.read(adapted(package.data(), hangs=hangs))
    return made.tree("word/document.xml"), made.tree("word/styles.xml")


def _table(place: str, width: int, before: str = "") -> str:
    return (
        f'{before}<w:tbl><w:tblPr><w:tblpPr w:vertAnchor="margin" {place}/></w:tblPr><w:tblGrid>'
        f'<w:gridCol w:w="{width}"/></w:tblGrid></w:tbl><w:p/><w:sectPr>{_SHEET}</w:sectPr>'
    )


@pytest.mark.parametrize(
    ("place", "width", "anchor", "left"),
    [
        ('w:horzAnchor="margin" w:tblpXSpec="center"', 8845, "page", "1587"),
        ('w:horzAnchor="margin" w:tblpXSpec="center"', 8445, "page", "1787"),
        ('w:horzAnchor="text" w:tblpX="-20"', 8845, "page", "1567"),
        ('w:horzAnchor="page" w:tblpX="1500"', 8845, "page", "1500"),
        ('w:horzAnchor="margin" w:tblpX="300"', 4000, "margin", "300"),
    ],
)
def test_a_floating_table_as_wide_as_the_text_hangs_at_the_page(
    place: str, width: int, anchor: str, left: str
) -> None:
    found = next(_made(_table(place, width))[0].iter(qn("w:tblpPr")))
    assert (found.get(qn("w:horzAnchor")), found.get(qn("w:tblpX"))) == (anchor, left)


@pytest.mark.parametrize(("end", "lines"), [('<w:r><w:br w:type="page"/></w:r>', 3), ("", 2)])
def test_a_line_takes_the_page_break_before_such_a_table(end: str, lines: int) -> None:
    main, _ = _made(_table('w:horzAnchor="margin"', 8845, f"<w:p>{end}</w:p>"))
    assert len(list(main.iter(qn("w:p")))) == lines


def test_a_character_grid_becomes_tracking() -> None:
    main, styles = _made(
        '<w:p><w:r><w:rPr><w:spacing w:val="10"/></w:rPr></w:r></w:p>'
        f'<w:sectPr>{_SHEET}<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"/></w:sectPr>'
    )
    assert [one.get(qn("w:val")) for root in (main, styles) for one in root.iter(qn("w:spacing"))] == ["5", "-5"]
    assert next(main.iter(qn("w:docGrid"))).get(qn("w:type")) == "lines"


@pytest.mark.parametrize(("hangs", "value"), [(True, "0"), (False, "1")])
def test_marks_are_kept_from_hanging_where_asked(hangs: bool, value: str) -> None:
    _, styles = _made(f"<w:sectPr>{_SHEET}</w:sectPr>", hangs=hangs)
    assert next(styles.iter(qn("w:overflowPunct"))).get(qn("w:val")) == value
