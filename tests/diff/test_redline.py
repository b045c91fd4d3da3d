"""花脸稿: accepting everything gives the new draft, rejecting everything the old one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import etree
from msgspec.structs import replace

from reporter.diff.redline import redline
from reporter.document.inline import Note, Text
from reporter.document.model import Paragraph
from reporter.errors import InputError
from reporter.ooxml.names import qn
from reporter.ooxml.package import Package
from reporter.ooxml.resolved import accept as resolve_accept
from reporter.ooxml.resolved import reject as resolve_reject
from reporter.render import docx as ours
from tests.diff.redlines import BODY, MAIN, REVISION, Element, changed, marks, proved, rendered, word
from tests.render import documents


def test_a_moved_and_edited_paragraph_is_a_move_with_its_edits() -> None:
    was = "县民政局牵头组织了检查，逐院逐项建立台账，落实整改责任人和整改时限，投入352.6万元。"
    now = "县民政局牵头组织了联合检查，逐院逐项建立台账，落实整改责任人，投入358.2万元。"
    made = proved(
        word([BODY[0], was, *BODY[2:], "一、总体情况"]), word([BODY[0], *BODY[2:], now, "一、总体情况"])
    )
    assert "".join(marks(made, "w:moveFrom")) == "".join(marks(made, "w:moveTo"))
    assert marks(made, "w:del") == ["检查", "和整改时限", "352.6万元"]
    assert marks(made, "w:ins") == ["联合检查", "358.2万元"]


def test_a_number_is_never_parted() -> None:
    made = proved(
        word(BODY), word([BODY[0], BODY[1].replace("352.6", "358.2").replace("98.5", "98.6"), *BODY[2:]])
    )
    assert marks(made, "w:del") == ["352.6万处", "98.5%"]
    assert marks(made, "w:ins") == ["358.2万处", "98.6%"]


def test_a_moved_paragraph_is_a_move_with_its_range() -> None:
    made = proved(word(BODY), word([BODY[0], BODY[2], BODY[1], BODY[3]]))
    root = Package.read(made).tree(MAIN)
    assert marks(made, "w:moveFrom") == marks(made, "w:moveTo") == [BODY[2]]
    names = [
        node.get(qn("w:name")) for tag in ("From", "To") for node in root.iter(qn(f"w:move{tag}RangeStart"))
    ]
    assert names == ["move1", "move1"]


@pytest.mark.parametrize("count", [1, 2])
def test_paragraphs_at_the_very_end_come_and_go(count: int) -> None:
    short, long = word(BODY, ending=""), word([*BODY, *(f"第{n}项新增。" for n in range(count))], ending="")
    proved(short, long)
    proved(long, short)


def noted(*inlines: object) -> bytes:
    paragraphs = (Paragraph("p", inlines), Paragraph("q", (Text("以上通知，请遵照执行。"),)))  # type: ignore[arg-type]
    return ours.render(replace(documents.long_text(1), body=paragraphs)).data


def notes_of(data: bytes, accept: bool) -> list[str]:
    """The footnotes that the resolved text refers to."""
    package = Package.read(data)
    root, notes = package.tree(MAIN), package.tree("word/footnotes.xml")
    for tree in (root, notes):
        (resolve_accept if accept else resolve_reject)(tree)
    texts = {
        note.get(qn("w:id")): "".join(part.text or "" for part in note.iter(qn("w:t"))).strip()
        for note in notes.iter(qn("w:footnote"))
    }
    return [texts[reference.get(qn("w:id"))] for reference in root.iter(qn("w:footnoteReference"))]


def test_footnotes_come_and_go_and_change_with_their_text() -> None:
    one = noted(Text("检查办法"), Note((Text("见第3号文件。"),)), Text("。"))
    other = noted(Text("检查办法"), Note((Text("见第5号文件。"),)), Text("。"))
    none = noted(Text("检查办法。"))
    for old, new in ((one, other), (one, none), (none, one)):
        made = proved(old, new)
        assert notes_of(made, accept=True) == notes_of(new, accept=True)
        assert notes_of(made, accept=False) == notes_of(old, accept=True)


def test_equal_drafts_have_no_changes() -> None:
    old = rendered(0)
    assert not list(Package.read(redline(old, old, REVISION)).tree(MAIN).iter(qn("w:ins"), qn("w:del")))


def test_changes_bear_the_author_and_date_that_were_given() -> None:
    root = Package.read(proved(word(BODY), word(BODY[1:]))).tree(MAIN)
    found = {(n.get(qn("w:author")), n.get(qn("w:date"))) for n in root.iter(qn("w:ins"), qn("w:del"))}
    assert found == {("李审稿", "2026-03-06T00:00:00Z")}


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(InputError):
        redline(b"nothing", word(BODY), REVISION)


def test_tables_without_end_in_tables_are_refused() -> None:
    def nest(text: str) -> Callable[[Element], None]:
        def edit(root: Element) -> None:
            space = f'xmlns:w="{root.nsmap["w"]}"'
            deep = "<w:tbl><w:tr><w:tc>" * 300 + f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
            closed = deep + "</w:tc></w:tr></w:tbl><w:p/>" * 299 + "</w:tc></w:tr></w:tbl>"
            parser = etree.XMLParser(huge_tree=True)
            body = root.find(qn("w:body"))
            assert body is not None
            body.insert(0, etree.fromstring(f"<w:body {space}>{closed}</w:body>", parser)[0])

        return edit

    old, new = (
        changed(word(BODY), nest(text))
        for text in ("全县共排查隐患一处，已整改。", "全县共排查隐患两处，已整改。")
    )
    with pytest.raises(InputError, match="太深"):
        redline(old, new, REVISION)
