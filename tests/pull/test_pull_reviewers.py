"""Tracked changes of reviewers are read as accepted, their comments are listed, and the file keeps both."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx as python_docx
import pytest
from docx.document import Document as Docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.run import Run

from reporter.errors import InputError, UnknownName
from reporter.intake.classified import ClassifiedFile
from reporter.pull.model import Remark, Revision
from tests.pull.conftest import SLOT, Desk, one, paragraph, replaced, said, statuses


def tracked(old: str, new: str, author: str) -> Callable[[Docx], None]:
    """A replacement with changes tracked: what was there is deleted, what is new inserted."""

    def change(opened: Docx) -> None:
        run = next(run for one in opened.paragraphs for run in one.runs if old in run.text)
        before, _, behind = run.text.partition(old)
        run.text = before
        space, attributes = nsdecls("w"), f'w:id="900" w:author="{author}" w:date="2026-11-07T09:00:00Z"'
        rest = parse_xml(f'<w:r {space}><w:t xml:space="preserve">{behind}</w:t></w:r>')
        gone = f"<w:del {space} {attributes}><w:r><w:delText>{old}</w:delText></w:r></w:del>"
        come = f"<w:ins {space} {attributes}><w:r><w:t>{new}</w:t></w:r></w:ins>"
        for node in (rest, parse_xml(come), parse_xml(gone)):
            run._r.addnext(node)

    return change


def test_tracked_changes_are_read_as_accepted_and_their_author_is_told(desk: Desk) -> None:
    file = desk.edited(tracked("全部查到", "全部检查到位", "张科长"))
    before = file.read_bytes()
    found = desk.take(file)
    assert found.revisions == (Revision("张科长", 1, 1),)
    assert (statuses(found), one(found).target) == ([("修改", "ready")], f"{SLOT} 第1行")
    assert "在营机构全部检查到位。" in desk.text()
    assert said(desk.build()) == said(file)
    assert file.read_bytes() == before


def test_authors_of_several_rounds_are_all_told(desk: Desk) -> None:
    def change(opened: Docx) -> None:
        tracked("全部查到", "全部检查到位", "张科长")(opened)
        tracked("当场改", "立即改", "李局长")(opened)

    found = desk.pull(desk.edited(change))
    assert [(revision.author, revision.inserted, revision.deleted) for revision in found.revisions] == [
        ("张科长", 1, 1),
        ("李局长", 1, 1),
    ]
    assert statuses(found) == [("修改", "ready"), ("修改", "ready")]


def test_a_figure_in_a_tracked_change_is_not_written(desk: Desk) -> None:
    before = desk.text()
    found = desk.take(desk.edited(tracked("立行立改31条", "立行立改35条", "张科长")), "ask")
    assert [proposal.status for proposal in found.proposals] == ["tell"]
    assert desk.text() == before


def test_comments_are_listed_with_author_and_words(desk: Desk) -> None:
    def change(opened: Docx) -> None:
        replaced("全部查到", "全部检查到位")(opened)
        run: Run = paragraph(opened, "培训演练并重").runs[0]
        opened.add_comment(run, text="这里请再核实", author="李局长", initials="李")

    found = desk.pull(desk.edited(change))
    assert found.remarks == (Remark("李局长", "这里请再核实", "三是培训演练并重，把能力补齐。"),)
    assert statuses(found) == [("修改", "ready")]


def test_looks_are_listed_and_not_brought_back(desk: Desk) -> None:
    def change(opened: Docx) -> None:
        for run in paragraph(opened, "特此报告").runs:
            run.font.name = "宋体"
            run.bold = True

    before = desk.text()
    found = desk.take(desk.edited(change))
    assert (found.proposals, found.same) == ((), False)
    assert any(line.startswith("加粗") for line in found.formats)
    assert desk.text() == before


def test_a_bomb_is_refused_before_it_is_unpacked(desk: Desk) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<w:t>" + b"0" * 60_000_000)
    file = desk.out / "大.docx"
    file.write_bytes(held.getvalue())
    with pytest.raises(InputError, match="压缩比异常"):
        desk.pull(file)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("宏.docm", b"PK", "宏"),
        ("旧.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "只能取回"),
        ("版.pdf", b"%PDF-1.7", "只能取回"),
        ("空.docx", b"", "空的"),
        ("坏.docx", b"PK\x03\x04oops", "Office"),
    ],
)
def test_what_is_no_word_file_is_refused(desk: Desk, name: str, content: bytes, why: str) -> None:
    (desk.out / name).write_bytes(content)
    with pytest.raises(InputError, match=why):
        desk.pull(desk.out / name)


def test_a_marked_file_is_refused(desk: Desk) -> None:
    file = desk.edited(lambda opened: opened.paragraphs[0].insert_paragraph_before("机密★1年") and None)
    with pytest.raises(ClassifiedFile):
        desk.pull(file)


def test_a_file_without_its_properties_is_found_by_its_title(desk: Desk) -> None:
    file = desk.edited(replaced("全部查到", "全部检查到位"))
    held = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/custom.xml":
                data = b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>'
            new.writestr(name, data)
    file.write_bytes(held.getvalue())
    found = desk.pull(file)
    assert (found.found_by, statuses(found)) == ("title", [("修改", "ready")])
    assert "按标题" in found.notes[0]


def test_a_file_that_is_not_ours_has_no_draft(desk: Desk, tmp_path: Path) -> None:
    opened = python_docx.Document()
    opened.add_paragraph("别处来的文件")
    file = tmp_path / "别处.docx"
    opened.save(str(file))
    with pytest.raises(UnknownName, match="不是由 reporter 生成"):
        desk.pull(file)
