"""Files that were damaged, or made to do harm: one sentence or an ordinary result, never a crash."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.artefacts.seen.docx import see_docx
from reporter.artefacts.seen.recognise import recognise
from reporter.errors import InputError
from tests.artefacts.seen.wordfile import NAMESPACES, p, packed, seen, word

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def replaced(**parts: str | bytes) -> bytes:
    """A file of one paragraph with other parts; the names have `__` for a slash and `_` for a point."""
    with zipfile.ZipFile(io.BytesIO(word(p("字")))) as archive:
        members: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    for name, content in parts.items():
        members[name.replace("__", "/").replace("_", ".")] = content
    return packed(members)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "空"),
        (b"hello", "不是有效"),
        (b"%PDF-1.4", "PDF"),
        (word(p("字"))[:300], "损坏"),
        (OLE, "97-2003"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "密码"),
        (packed({"mimetype": "application/zip"}), "不是 Word 文档"),
        (replaced(word__document_xml="<w:document"), "损坏"),
        (replaced(word__document_xml="<a/>"), "不是 Word 文档"),
        (replaced(word__document_xml=f"<w:document {NAMESPACES}/>"), "没有正文"),
        (replaced(word__document_xml="<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>"), "声明"),
        (word("<w:tbl><w:tr><w:tc>" * 100 + p("字") + "</w:tc></w:tr></w:tbl>" * 100), "嵌套过深"),
        (word("<w:sdt>" * 9000 + "</w:sdt>" * 9000), "嵌套过深"),
    ],
)
def test_what_cannot_be_read_is_answered_with_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        see_docx(data)


def test_controls_may_be_nested_deep() -> None:
    body = "<w:sdt><w:sdtContent>" * 400 + p("字") + "</w:sdtContent></w:sdt>" * 400
    assert [para.text for para in seen(body).paras] == ["字"]


def test_entities_in_another_encoding_are_not_expanded() -> None:
    text = (
        "<?xml version='1.0' encoding='utf-16'?><!DOCTYPE a [<!ENTITY x 'yyyyyyyyyy'>]>"
        f"<w:document {NAMESPACES}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
    )
    found = see_docx(replaced(word__document_xml=text.encode("utf-16")))
    assert [para.text for para in found.paras] == [""]


def test_a_file_with_too_much_in_it_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reporter.artefacts.seen.docx.MOST_PARAGRAPHS", 5)
    with pytest.raises(InputError, match="未读取"):
        seen(p("字") * 6)
    with pytest.raises(InputError, match="内容过多"):
        see_docx(word("<w:p/>" * 1_300_000))


def test_a_file_with_macros_is_read_like_any_other() -> None:
    found = see_docx(replaced(word__vbaProject_bin=b"\xd0\xcf\x11\xe0"))
    assert [para.text for para in found.paras] == ["字"]


def test_parts_that_are_missing_are_unknown() -> None:
    relations = (
        "<Relationship Id='a' Type='x/styles' Target='gone.xml'/><Relationship Id='b' Type='x/theme'/>"
    )
    uri = "http://schemas.openxmlformats.org/package/2006/relationships"
    rels = f"<Relationships xmlns='{uri}'>{relations}</Relationships>"
    found = see_docx(replaced(word___rels__document_xml_rels=rels))
    assert [para.main.font for para in found.paras] == [""]


def test_a_cell_that_spans_a_million_columns_does_not_fill_the_memory() -> None:
    cell = f"<w:tc><w:tcPr><w:gridSpan w:val='1000000'/></w:tcPr>{p('字')}</w:tc>"
    (grid,) = seen(f"<w:tbl><w:tr>{cell}{cell}</w:tr></w:tbl>").grids
    assert len(grid.rows[0]) <= 400


WORDS = (
    "p r t tbl tr tc pPr rPr tcPr tblPr sdt sdtContent ins del numPr numId ilvl ind spacing pBdr top sz color b jc "
    "sectPr pgSz docGrid br fldChar instrText fldSimple pict drawing txbxContent gridSpan vMerge sym tab rFonts "
    "pStyle style lvl abstractNum num abstractNumId lvlText numFmt start basedOn tblBorders"
)
TAGS = tuple(WORDS.split())
VALUES = st.sampled_from(("0", "1", "-3", "200", "x", "", "1e400", "nan", "on", "auto", "FF0000", "restart", "begin",
                          "end", "separate", "page", "exact", "9999999999999", "％", "%1%9"))  # fmt: skip
WORDS = "val w line firstLineChars left type styleId numId ilvl sz color abstractNumId char fldCharType linePitch instr"
NAMES = st.sampled_from(tuple(WORDS.split()))
MARKS = st.dictionaries(NAMES, VALUES, max_size=3).map(
    lambda found: "".join(f" w:{name}='{value}'" for name, value in found.items())
)
NODES = st.recursive(
    st.just("字"),
    lambda inner: st.builds(
        lambda tag, marks, children: f"<w:{tag}{marks}>{''.join(children)}</w:{tag}>",
        st.sampled_from(TAGS), MARKS, st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.lists(NODES, max_size=6).map("".join), NODES, NODES)
def test_odd_xml_never_crashes_the_reader(body: str, styles: str, numbering: str) -> None:
    try:
        found = recognise(seen(body, styles=styles, numbering=numbering))
    except InputError:
        return
    assert [para.number for para in found.paras] == list(range(1, len(found.paras) + 1))
