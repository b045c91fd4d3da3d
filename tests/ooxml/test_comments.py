"""Comments stand at the characters they are about; text, tracked changes and earlier comments stay."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from reporter.ooxml.comments import Comments, visible_text
from reporter.ooxml.custom import add_property, read_properties, write_properties
from reporter.ooxml.names import NAMESPACES, qn
from reporter.ooxml.package import Package

MAIN = "word/document.xml"
W = f'xmlns:w="{NAMESPACES["w"]}"'


def package(*paragraphs: str) -> Package:
    """A document of python-docx with these paragraphs as XML."""
    document = docx.Document()
    for xml in paragraphs:
        document.element.body.insert(-1, etree.fromstring(f"<w:p {W}>{xml}</w:p>"))
    saved = io.BytesIO()
    document.save(saved)
    found = Package.read(saved.getvalue())
    del found.members["word/stylesWithEffects.xml"]  # what is wrong with python-docx's own template
    rels = found.tree("word/_rels/document.xml.rels")
    for node in [one for one in rels if one.get("Target") == "stylesWithEffects.xml"]:
        rels.remove(node)
    found.write("word/_rels/document.xml.rels", rels)
    types = found.tree("[Content_Types].xml")
    for node in [one for one in types if one.get("PartName") == "/word/stylesWithEffects.xml"]:
        types.remove(node)
    found.write("[Content_Types].xml", types)
    return found


def commented(one: Package, span: tuple[int, int] | None, at: int = 0) -> etree._Element:
    """The paragraph after a comment was put there; `one` holds it."""
    root = one.tree(MAIN)
    paragraph = root.findall(f".//{qn('w:p')}")[at]
    comments = Comments(one, MAIN, root)
    comments.put(paragraph, ["错误 GW201：括号不对", "怎么办：改成〔〕"], "检查", span)
    comments.save()
    return paragraph


def between(paragraph: etree._Element) -> str:
    """The text from the comment's beginning to its end."""
    inside, found = False, ""
    for node in paragraph.iter():
        inside = inside or node.tag == qn("w:commentRangeStart")
        if node.tag == qn("w:commentRangeEnd"):
            break
        if inside and node.tag == qn("w:t"):
            found += node.text or ""
    return found


def faults(one: Package, folder: Path) -> list[str]:
    path = folder / "copy.docx"
    path.write_bytes(one.data())
    return [str(error) for error in OpenXmlValidator().validate(str(path)).errors]


RUNS = {
    "one run": "<w:r><w:rPr><w:b/></w:rPr><w:t>安民字[2026]12号</w:t></w:r>",
    "a run a character": "".join(f"<w:r><w:t>{char}</w:t></w:r>" for char in "安民字[2026]12号"),
    "a tab before": "<w:r><w:tab/><w:t>安民字</w:t></w:r><w:r><w:t>[2026]12号</w:t></w:r>",
    "inserted by hand": "<w:r><w:t>安民字</w:t></w:r>"
    '<w:ins w:id="7" w:author="甲"><w:r><w:t>[2026]12号</w:t></w:r></w:ins>',
    "something deleted": "<w:r><w:t>安民字</w:t></w:r>"
    '<w:del w:id="7" w:author="甲"><w:r><w:delText>第</w:delText></w:r></w:del><w:r><w:t>[2026]12号</w:t></w:r>',
}


@pytest.mark.parametrize("xml", RUNS.values(), ids=RUNS.keys())
def test_a_comment_covers_the_characters_and_leaves_the_text(xml: str, tmp_path: Path) -> None:
    one = package(xml)
    before = visible_text(one.tree(MAIN).findall(f".//{qn('w:p')}")[0])
    start = before.index("[2026]")
    paragraph = commented(one, (start, start + 6))
    assert visible_text(paragraph) == before
    assert between(paragraph).startswith("[2026]")
    assert between(paragraph) == ("[2026]12号" if "w:ins" in xml else "[2026]")
    assert faults(one, tmp_path) == []


def test_a_comment_without_a_span_covers_the_paragraph_and_an_empty_one_takes_it_too(tmp_path: Path) -> None:
    one = package(RUNS["one run"], "<w:pPr><w:jc w:val='center'/></w:pPr>")
    assert between(commented(one, None)) == "安民字[2026]12号"
    empty = commented(one, None, at=1)
    assert [etree.QName(node).localname for node in empty] == [
        "pPr", "commentRangeStart", "commentRangeEnd", "r",
    ]  # fmt: skip
    assert faults(one, tmp_path) == []


def test_earlier_comments_and_changes_survive(tmp_path: Path) -> None:
    document = docx.Document()
    run = document.add_paragraph("安民字[2026]12号").runs[0]
    document.add_comment(run, text="请核对", author="周砚秋", initials="周")
    saved = io.BytesIO()
    document.save(saved)
    one = Package.read(saved.getvalue())
    commented(one, (3, 9))
    reopened = docx.Document(io.BytesIO(one.data()))
    assert [(comment.author, comment.text) for comment in reopened.comments] == [
        ("周砚秋", "请核对"),
        ("检查", "错误 GW201：括号不对\n怎么办：改成〔〕"),
    ]
    assert reopened.paragraphs[0].text == "安民字[2026]12号"


def test_an_added_property_leaves_the_others() -> None:
    one = package(RUNS["one run"])
    write_properties(one, {"甲": "1"})
    add_property(one, "乙", "2")
    add_property(one, "乙", "3")
    assert read_properties(one) == {"甲": "1", "乙": "3"}
