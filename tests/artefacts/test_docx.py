from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from reporter.artefacts import streamed
from reporter.artefacts.docx import DocxParagraph, DocxTable, read_docx
from reporter.errors import InputError
from reporter.ooxml.package import Package
from reporter.ooxml.zipping import pack


def saved(document: docx.document.Document) -> bytes:  # type: ignore[name-defined]
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def with_paragraph(inside: str) -> bytes:
    document = docx.Document()
    names = nsdecls("w") + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    document.element.body.insert(0, parse_xml(f"<w:p {names}>{inside}</w:p>"))
    return saved(document)


@pytest.fixture(autouse=True, params=["at once", "in slices"])
def parsed(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Short documents are parsed at once, long ones as they come: what is read is the same."""
    if request.param == "in slices":
        monkeypatch.setattr(streamed, "_SLICE", 100)


def test_paragraphs_and_tables_come_in_order_with_style_names() -> None:
    document = docx.Document()
    document.add_paragraph("第一段", style="Title")
    table = document.add_table(2, 2)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"格{number}"
    document.add_paragraph("第二段\n换行")
    facts = read_docx(saved(document))
    assert [getattr(block, "text", "表") for block in facts.blocks] == ["第一段", "表", "第二段\n换行"]
    assert facts.paragraphs[0].style == "Title"
    assert facts.tables == (facts.blocks[1],)
    assert facts.tables[0].rows == (("格0", "格1"), ("格2", "格3"))
    assert [paragraph.text for paragraph in facts.styled("Normal")] == [
        "格0",
        "格1",
        "格2",
        "格3",
        "第二段\n换行",
    ]


def test_a_vertically_merged_cell_speaks_once() -> None:
    document = docx.Document()
    table = document.add_table(2, 1)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "文件"
    assert read_docx(saved(document)).tables[0].rows == (("文件",), ("",))


def test_repeated_header_rows_are_counted() -> None:
    document = docx.Document()
    table = document.add_table(2, 1)
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    found = read_docx(saved(document)).blocks[0]
    assert isinstance(found, DocxTable)
    assert found.header_rows == 1


def _body(inside: str) -> bytes:
    """A file with this text part."""
    package = Package.read(saved(docx.Document()))
    package.members["word/document.xml"] = f"<w:document {nsdecls('w')}>{inside}</w:document>".encode()
    return package.data()


def _row(text: str) -> str:
    return f"<w:tr><w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc></w:tr>"


def test_rows_keep_their_order_however_they_are_wrapped_and_however_many_there_are() -> None:
    mark = '<w:bookmarkStart w:id="1" w:name="t"/>'
    inner = f"<w:tbl>{_row('内')}</w:tbl>"
    nested = f"<w:tr><w:tc>{inner}<w:p/></w:tc></w:tr>"
    controlled = f"<w:sdt><w:sdtContent>{_row('控件')}</w:sdtContent></w:sdt>"
    many = "".join(_row(f"第{number}行") for number in range(2000))
    table = f"<w:tbl><w:tblPr/>{_row('首')}{controlled}<w:ins>{_row('插入')}</w:ins>{nested}{many}</w:tbl>"
    sheet = f"<w:sdt><w:sdtContent><w:tbl>{_row('外')}</w:tbl></w:sdtContent></w:sdt>"
    before = "<w:p><w:r><w:t>前</w:t></w:r></w:p>"
    facts = read_docx(_body(f"<w:body>{before}{mark}{table}{before}{sheet}<w:sectPr/></w:body>"))
    first, long, _, outer = facts.blocks
    assert isinstance(first, DocxParagraph) and isinstance(long, DocxTable) and isinstance(outer, DocxTable)
    assert [row[0] for row in long.rows[:5]] == ["首", "控件", "插入", "内\n", "第0行"]
    assert (len(long.rows), long.rows[-1], long.bookmarks) == (2004, ("第1999行",), ("t",))
    assert outer.rows == (("外",),)


def test_a_file_without_a_text_says_so() -> None:
    with pytest.raises(InputError, match="没有正文"):
        read_docx(_body("<w:other/>"))


def test_headers_footers_and_properties_are_read() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "送审稿"
    document.sections[0].footer.paragraphs[0].text = "— 1 —"
    document.core_properties.title = "报告"
    facts = read_docx(saved(document))
    assert (facts.headers, facts.footers, facts.title) == (("送审稿",), ("— 1 —",), "报告")
    assert facts.properties == {}


def test_a_reader_sees_insertions_not_deletions_or_fields_or_fallbacks() -> None:
    inside = (
        '<w:bookmarkStart w:id="1" w:name="p1"/><w:r><w:t>甲</w:t></w:r><w:bookmarkEnd w:id="1"/>'
        '<w:ins w:id="2" w:author="x"><w:r><w:t>乙</w:t></w:r></w:ins>'
        '<w:del w:id="3" w:author="x"><w:r><w:delText>丙</w:delText></w:r></w:del>'
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:noBreakHyphen/><w:tab/></w:r>"
        "<mc:AlternateContent><mc:Choice Requires='wps'><w:r><w:t>丁</w:t></w:r></mc:Choice>"
        "<mc:Fallback><w:r><w:t>丁</w:t></w:r></mc:Fallback></mc:AlternateContent>"
        "<w:sdt><w:sdtContent><w:r><w:t>戊</w:t></w:r></w:sdtContent></w:sdt>"
    )
    paragraph = read_docx(with_paragraph(inside)).paragraphs[0]
    assert paragraph.text == "甲乙-\t丁戊"
    assert paragraph.bookmarks == ("p1",)


def test_a_text_box_follows_its_paragraph() -> None:
    inside = (
        "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    )
    facts = read_docx(with_paragraph(f"<w:r><w:t>框外</w:t></w:r>{inside}"))
    assert [paragraph.text for paragraph in facts.paragraphs] == ["框外", "框内"]


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"%PDF-1.7", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", pack({"a": b"b"})]
)
def test_what_is_no_docx_is_a_clear_error(data: bytes) -> None:
    with pytest.raises(InputError):
        read_docx(data)


def test_a_damaged_part_is_a_clear_error() -> None:
    with zipfile.ZipFile(io.BytesIO(saved(docx.Document()))) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with pytest.raises(InputError, match="已损坏"):
        read_docx(pack(members | {"word/document.xml": b"<w:document>"}))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="找不到文件") as caught:
        read_docx(tmp_path / "没有.docx")
    assert caught.value.where.endswith("没有.docx")
