import pytest
from lxml import etree

from reporter.errors import InputError
from reporter.ooxml.bookmarks import bookmark_name
from reporter.ooxml.custom import read_properties, stamped, write_properties
from reporter.ooxml.names import qn
from reporter.ooxml.ordered import properties, put, sort_children
from reporter.ooxml.package import Package, parse
from reporter.ooxml.zipping import pack

EMPTY = {
    "[Content_Types].xml": b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "_rels/.rels": b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>',
}


def names(element: etree._Element) -> list[str]:
    return [etree.QName(child).localname for child in element]


def test_properties_are_put_where_the_schema_wants_them() -> None:
    holder = properties(etree.Element(qn("w:p")))
    for name in ("w:jc", "w:pStyle", "w:spacing", "w:keepNext"):
        put(holder, name, val="x")
    assert names(holder) == ["pStyle", "keepNext", "spacing", "jc"]


def test_putting_a_property_again_replaces_it() -> None:
    holder = properties(etree.Element(qn("w:r")))
    put(holder, "w:sz", val=32)
    put(holder, "w:sz", val=24)
    assert [child.get(qn("w:val")) for child in holder] == ["24"]


def test_properties_that_an_editor_reordered_are_sorted() -> None:
    cell = properties(etree.Element(qn("w:tc")))
    for name in ("w:vAlign", "w:vMerge", "w:tcW"):
        etree.SubElement(cell, qn(name))
    sort_children(cell)
    assert names(cell) == ["tcW", "vMerge", "vAlign"]


def test_row_properties_stand_after_exceptions() -> None:
    row = etree.Element(qn("w:tr"))
    etree.SubElement(row, qn("w:tblPrEx"))
    properties(row)
    assert names(row) == ["tblPrEx", "trPr"]


@pytest.mark.parametrize("block_id", ["body", "一、主要任务/3", "x" * 300])
def test_bookmark_names_are_short_hidden_and_ascii(block_id: str) -> None:
    name = bookmark_name(block_id)
    assert name.startswith("_gw_") and name.isascii() and len(name) <= 40


def test_bookmark_names_never_change() -> None:
    assert bookmark_name("任务-1") == "_gw_f46bbcfc8236d837"


def test_properties_survive_writing_and_reading() -> None:
    package = Package(dict(EMPTY))
    write_properties(package, {"filing": "plan@2026", "draft": "3", "说明": "<&>"})
    again = Package.read(package.data())
    assert read_properties(again) == {"filing": "plan@2026", "draft": "3", "说明": "<&>"}


def test_writing_properties_twice_declares_them_once() -> None:
    package = Package(dict(EMPTY))
    write_properties(package, {"a": "1"})
    write_properties(package, {"b": "2"})
    assert read_properties(package) == {"b": "2"}
    assert package.members["[Content_Types].xml"].count(b"custom.xml") == 1
    assert package.members["_rels/.rels"].count(b"custom.xml") == 1


def test_broken_xml_is_an_error_and_never_repaired() -> None:
    with pytest.raises(InputError, match="不合规"):
        parse(b"<a><b></a>", "word/document.xml")


def test_a_declaration_of_entities_is_refused() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    with pytest.raises(InputError, match="不允许"):
        Package.read(pack({"word/document.xml": bomb}))


def test_a_missing_part_is_named() -> None:
    with pytest.raises(InputError, match=r"word/document\.xml"):
        Package({}).tree("word/document.xml")


def test_a_stamp_is_added_to_what_a_file_says_of_itself() -> None:
    package = Package(dict(EMPTY))
    write_properties(package, {"filing": "plan@2026"})
    again = Package.read(stamped(package.data(), {"draft": "2"}))
    assert read_properties(again) == {"filing": "plan@2026", "draft": "2"}
