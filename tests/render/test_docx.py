"""The DOCX as its XML says it: page, styles, header, bookmarks, and what data may contain."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace
from openxml_audit import OpenXmlValidator

from reporter.document.inline import BLANK_CELL, Blank, Note, Text, words
from reporter.document.model import Attachment, Document, Heading, Paragraph
from reporter.errors import InputError
from reporter.ooxml.bookmarks import bookmark_name
from reporter.ooxml.custom import read_properties
from reporter.ooxml.names import qn
from reporter.ooxml.package import Package
from reporter.render import docx
from reporter.typeset.flow import Para, flow
from reporter.typeset.pieces import pieces
from reporter.typeset.styles import STYLES
from tests.render import documents
from tests.render.docx_page import Page, text, value


def body_with(*inlines: object) -> Document:
    return replace(documents.long_text(1), body=(Paragraph("p", inlines),))  # type: ignore[arg-type]


@pytest.mark.parametrize("maker", [*documents.MAKERS, documents.mixed])
def test_the_validator_finds_nothing(maker: object, tmp_path: Path) -> None:
    path = tmp_path / "page.docx"
    path.write_bytes(docx.render(maker()).data)  # type: ignore[operator]
    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []


def test_another_process_gives_the_same_bytes() -> None:
    code = (
        "import hashlib, tests.render.documents as d; from reporter.render import docx; "
        "print(hashlib.sha256(docx.render(d.joint_notice()).data).hexdigest())"
    )
    root = Path(__file__).parents[2]
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
    assert run.stdout.strip() == hashlib.sha256(docx.render(documents.joint_notice()).data).hexdigest()


def test_the_page_is_that_of_the_standard_with_the_portable_grid(notice: Page) -> None:
    section = notice.find("//w:body/w:sectPr")[0]
    margins = {side: value(section, "w:pgMar", side) for side in ("top", "right", "bottom", "left")}
    assert margins == {"top": "2098", "right": "1475", "bottom": "1984", "left": "1587"}
    assert (value(section, "w:pgSz", "w"), value(section, "w:pgSz", "h")) == ("11906", "16838")
    assert (value(section, "w:docGrid", "type"), value(section, "w:docGrid", "linePitch")) == ("lines", "579")
    normal = notice.part("styles").find(qn("w:style"))
    assert value(normal, "w:rPr/w:spacing") == "-5"
    assert value(normal, "w:pPr/w:overflowPunct") == value(normal, "w:pPr/w:autoSpaceDE") == "0"


def test_a_character_grid_can_be_asked_for_and_then_replaces_the_tracking() -> None:
    page = Page(replace(documents.long_text(1), grid="characters"))
    grid = page.find("//w:docGrid")[0]
    assert (grid.get(qn("w:type")), grid.get(qn("w:charSpace"))) == ("linesAndChars", "-849")
    assert value(page.part("styles").find(qn("w:style")), "w:rPr/w:spacing") is None


@pytest.mark.parametrize("maker", [*documents.MAKERS, documents.mixed])
def test_every_paragraph_has_a_named_chinese_style(maker: object) -> None:
    page = Page(maker())  # type: ignore[operator]
    names = {page.style(paragraph) for paragraph in page.root.iter(qn("w:p"))}
    assert names <= {style.name for style in STYLES.values()} | {"公文接缝"}


def test_headings_have_typed_numbers_and_outline_levels(notice: Page) -> None:
    heading = notice.of_style("公文二级标题")[0]
    assert text(heading).startswith("（一）排查整治安全隐患。各乡镇")
    levels = [
        value(style, "w:pPr/w:outlineLvl")
        for style in notice.part("styles").iter(qn("w:style"))
        if "级标题" in (value(style, "w:name") or "")
    ]
    assert levels == ["0", "1", "2", "3", "4"]
    assert not notice.find("//w:numPr")


def test_a_run_in_heading_may_part_and_a_standing_one_stays_with_its_text(notice: Page) -> None:
    run_in, standing = notice.of_style("公文二级标题")[0], notice.of_style("公文二级标题")[5]
    assert value(run_in, "w:pPr/w:keepNext") == "0"
    assert standing.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is None
    run = run_in.findall(qn("w:r"))[-1]
    assert notice.styles[value(run, "w:rPr/w:rStyle")] == "公文接排正文"


@pytest.mark.parametrize(
    "maker", [documents.joint_notice, documents.upward_report, documents.long_text, documents.mixed]
)
def test_nothing_is_laid_out_with_breaks_blank_paragraphs_or_controls(maker: object) -> None:
    page = Page(maker())  # type: ignore[operator]
    allowed = {"公文标题", "公文印发正文标题", "公文附件标题", "公文表标题"}
    assert {page.style(br.getparent().getparent()) for br in page.root.iter(qn("w:br"))} <= allowed
    empty = [p for p in page.find("//w:body/w:p") if not text(p)]
    assert {page.style(paragraph) for paragraph in empty} <= {"公文接缝"}
    assert not page.find("//w:sdt")


def test_faces_are_the_genuine_ones_and_quotes_follow_the_hanzi() -> None:
    page = Page(body_with(Text("“双随机”抽查—2026年")))
    body = next(s for s in page.part("styles").iter(qn("w:style")) if value(s, "w:name") == "公文正文")
    assert value(body, "w:rPr/w:rFonts", "eastAsia") == "仿宋_GB2312"
    assert value(body, "w:rPr/w:rFonts", "ascii") == "Times New Roman"
    assert value(page.of_style("公文正文")[0].find(qn("w:r")), "w:rPr/w:rFonts", "hint") == "eastAsia"


def test_joint_names_stand_in_a_table_with_the_suffix_beside_all_of_them(notice: Page) -> None:
    rows = notice.table_with("文件").findall(qn("w:tr"))
    assert [text(row.findall(qn("w:tc"))[0]) for row in rows[1:]] == list(documents.ISSUERS)
    merges = [value(row.findall(qn("w:tc"))[2], "w:tcPr/w:vMerge") for row in rows[1:]]
    assert merges == ["restart"] + ["continue"] * 4
    assert {value(row, "w:trPr/w:trHeight", "hRule") for row in rows} == {"exact"}


def test_the_red_rule_is_the_border_of_the_number(notice: Page, report: Page) -> None:
    for page, key in ((notice, "公文发文字号"), (report, "公文上行发文字号")):
        style = next(s for s in page.part("styles").iter(qn("w:style")) if value(s, "w:name") == key)
        border = style.find(f"{qn('w:pPr')}/{qn('w:pBdr')}/{qn('w:bottom')}")
        assert (border.get(qn("w:color")), len(page.of_style(key))) == ("FF0000", 1)


def test_an_upward_number_and_its_signer_share_a_line_on_tab_stops(report: Page) -> None:
    (line,) = report.of_style("公文上行发文字号")
    assert text(line) == "\t安民〔2026〕45号\t签发人：许知远"
    assert [tab.get(qn("w:val")) for tab in line.iter(qn("w:tab")) if tab.get(qn("w:pos"))] == ["left"] * 3


def test_two_signers_stand_on_a_line_and_the_number_on_the_last() -> None:
    document = documents.upward_report()
    assert document.header is not None
    signers = (words("许知远"), words("欧阳文正"), words("李明"))
    page = Page(replace(document, header=replace(document.header, signers=signers)))
    assert (
        text(page.of_style("公文上行发文字号")[0])
        == "\t\t签发人：许知远\t欧阳文正\n\t安民〔2026〕45号\t\t李明"
    )


def test_a_reserved_header_leaves_the_room_and_prints_no_mark() -> None:
    document = documents.joint_notice()
    assert document.header is not None
    page = Page(replace(document, header=replace(document.header, mode="reserved")))
    (number,) = page.of_style("公文发文字号")
    assert not page.of_style("公文发文机关标志")
    assert int(value(number, "w:pPr/w:spacing", "before") or 0) > 2 * 579 + 1984


def test_titles_are_broken_into_shape(notice: Page) -> None:
    assert text(notice.of_style("公文标题")[0]).count("\n") == 1


def test_every_block_has_one_hidden_bookmark_that_its_id_leads_to() -> None:
    document = documents.joint_notice()
    names = [mark.get(qn("w:name")) for mark in Page(document).root.iter(qn("w:bookmarkStart"))]
    assert len(set(names)) == len(names)
    expected = {bookmark_name(item.id) for item in flow(document) if isinstance(item, Para) and item.id}
    assert expected <= set(names)
    assert {bookmark_name(f"points#{number}") for number in range(1, 11)} <= set(names)


def test_ids_that_an_attached_filing_shares_with_the_notice_get_bookmarks_of_their_own() -> None:
    attached = Attachment(words("文本"), documents.long_text(2))
    document = replace(documents.long_text(2), attachments=(attached,))
    names = [mark.get(qn("w:name")) for mark in Page(document).root.iter(qn("w:bookmarkStart"))]
    assert {bookmark_name("p0"), bookmark_name("p0~2")} <= set(names)
    assert len(set(names)) == len(names)


def test_the_file_says_which_filing_and_draft_it_is() -> None:
    data = docx.render(documents.letter(), properties={"draft": "3"}).data
    expected = {"filing": "letter@2026", "draft": "3", "schema": "reporter/document-1"}
    assert read_properties(Package.read(data)) == expected


def test_markup_in_data_comes_out_as_itself() -> None:
    page = Page(documents.hostile())
    whole = text(page.root).replace("\n", "")
    assert whole.count(documents.HOSTILE) == 15
    assert text(page.part("header_odd")) == documents.HOSTILE


def test_newlines_and_tabs_in_data_come_out_as_breaks_and_tabs() -> None:
    page = Page(body_with(Text("甲\n乙\t丙\r\n丁")))
    assert text(page.of_style("公文正文")[0]) == "甲\n乙\t丙\n丁"


@pytest.mark.parametrize(("bad", "code"), [("\x07", "U+0007"), ("\ue000", "U+E000"), ("\ufffe", "U+FFFE")])
def test_a_character_that_cannot_be_printed_is_refused_with_its_code(bad: str, code: str) -> None:
    with pytest.raises(InputError, match=code.replace("+", r"\+")):
        docx.render(body_with(Text(f"甲{bad}乙")))


def test_a_blank_is_an_underlined_gap_as_wide_as_asked() -> None:
    paragraph = Page(body_with(Text("联系人"), Blank("联系人", 4), Text("。"))).of_style("公文正文")[0]
    gap = paragraph.findall(qn("w:r"))[1]
    assert (text(gap), value(gap, "w:rPr/w:u")) == (BLANK_CELL * 4, "single")


def test_bold_text_is_a_bold_run_and_its_neighbours_are_not() -> None:
    runs = (
        Page(body_with(Text("甲"), Text("乙", strong=True), Text("丙")))
        .of_style("公文正文")[0]
        .findall(qn("w:r"))
    )
    assert [(text(run), run.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None) for run in runs] == [
        ("甲", False), ("乙", True), ("丙", False),
    ]  # fmt: skip


def test_a_note_becomes_a_footnote() -> None:
    page = Page(body_with(Text("正文"), Note(words("见“办法”")), Text("。")))
    (reference,) = page.root.iter(qn("w:footnoteReference"))
    notes = {note.get(qn("w:id")): text(note) for note in page.part("footnotes").iter(qn("w:footnote"))}
    assert notes[reference.get(qn("w:id"))] == " 见“办法”"


@pytest.mark.parametrize(
    "maker",
    [documents.joint_notice, documents.upward_report, documents.ledger, documents.letter, documents.mixed],
)
def test_everything_the_document_says_is_printed(maker: object) -> None:
    document = maker()  # type: ignore[operator]
    whole = text(Page(document).root).replace("\n", "").replace("　", "").replace(BLANK_CELL, "")
    missing = [
        piece.text
        for piece in pieces(document)
        if piece.text.replace("\n", "").replace("　", "") not in whole
    ]
    assert missing == []


def test_a_fifth_level_and_an_empty_body_are_documents_too() -> None:
    deep = replace(documents.long_text(1), body=(Heading("h", 5, words("消防")),))
    assert text(Page(deep).of_style("公文五级标题")[0]) == "①消防"
    assert Page(replace(deep, body=())).find("//w:body/w:p")
