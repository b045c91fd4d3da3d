"""The copy that leaves: our marks are gone, everybody else's stay, the package is valid."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from reporter.document.inline import words
from reporter.document.model import Document, Heading, Paragraph
from reporter.errors import InputError
from reporter.ooxml.bookmarks import PREFIX
from reporter.ooxml.custom import PART, stamped
from reporter.ooxml.names import qn
from reporter.ooxml.package import Package
from reporter.ooxml.stripping import stripped
from reporter.render.formats import renderer

PLAIN = Document("a@2026", "a", "plain", "level", words("报告"), (
    Heading("一", 1, words("做法")), Paragraph("一/1", words("逐院排查。")),
))  # fmt: skip


@pytest.fixture(scope="module")
def ours() -> bytes:
    rendered = renderer("docx")(PLAIN, {})
    assert rendered
    return stamped(rendered.data, {"draft": "3"})


def names(data: bytes) -> list[str]:
    root = Package.read(data).tree("word/document.xml")
    return [str(mark.get(qn("w:name"))) for mark in root.iter(qn("w:bookmarkStart"))]


def test_our_bookmarks_and_properties_are_gone(ours: bytes, tmp_path: Path) -> None:
    assert any(name.startswith(PREFIX) for name in names(ours)) and PART in Package.read(ours).members
    data = stripped(ours)
    package = Package.read(data)
    assert names(data) == [] and PART not in package.members
    assert not list(package.tree("word/document.xml").iter(qn("w:bookmarkEnd")))
    assert PART not in "".join(part.decode("utf-8", "ignore") for part in package.members.values())
    (tmp_path / "x.docx").write_bytes(data)
    assert OpenXmlValidator().validate(tmp_path / "x.docx").errors == []
    assert [one.text for one in docx.Document(io.BytesIO(data)).paragraphs] == [
        one.text for one in docx.Document(io.BytesIO(ours)).paragraphs
    ]


def test_what_others_put_in_stays(ours: bytes) -> None:
    package = Package.read(ours)
    root = package.tree("word/document.xml")
    paragraph = next(root.iter(qn("w:p")))
    for tag, given in (
        ("w:bookmarkStart", {"w:id": "900", "w:name": "目录"}),
        ("w:bookmarkEnd", {"w:id": "900"}),
    ):
        mark = etree.SubElement(paragraph, qn(tag))
        for name, value in given.items():
            mark.set(qn(name), value)
    package.write("word/document.xml", root)
    assert names(stripped(package.data())) == ["目录"]


def test_the_same_file_gives_the_same_copy(ours: bytes) -> None:
    assert stripped(ours) == stripped(ours) == stripped(stripped(ours))


def test_what_is_no_package_is_refused() -> None:
    with pytest.raises(InputError):
        stripped(b"%PDF-1.4")
