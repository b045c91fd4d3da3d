"""The DOCX as its XML says it: page, styles, header, signature, tables, end matter, and what data may contain."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from reporter.document.inline import BLANK_CELL, Blank, Break, Note, Text, words
from reporter.document.model import Attachment, Closing, Document, Heading, Paragraph, Row, Signatory
from reporter.errors import EnvironmentFault, InputError
from reporter.ooxml.bookmarks import bookmark_name
from reporter.ooxml.custom import read_properties
from reporter.ooxml.names import qn
from reporter.ooxml.package import Package
from reporter.render import docx
from reporter.render.word.placed import ImprintPlace
from reporter.typeset.flow import Para, flow
from reporter.typeset.pieces import pieces
from reporter.typeset.prediction import Prediction
from reporter.typeset.setter import Setter
from reporter.typeset.standard import A4
from reporter.typeset.styles import STYLES
from reporter.typeset.tablelines import TableLines
from tests.render import documents
from tests.render.docx_page import Element, Page, text, value

MAKERS = (
    documents.joint_notice,
    documents.upward_report,
    documents.plain_form,
    documents.ledger,
    documents.letter,
    documents.long_text,
    documents.hostile,
)


def mixed() -> Document:
    """A notice with a landscape ledger between portrait pages, unsealed."""
    ledger = Attachment(words("问题清单"), documents.ledger(5))
    form = Attachment(words("通报要点"), documents.form_table())
    closing = Closing((Signatory("安和县民政局"),), words("2026年3月6日"), sealed=False)
    return replace(documents.joint_notice(), attachments=(ledger, form), closing=closing)


def body_with(*inlines: object) -> Document:
    return replace(documents.long_text(1), body=(Paragraph("p", inlines),))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def notice() -> Page:
    return Page(documents.joint_notice())


@pytest.fixture(scope="module")
def report() -> Page:
    return Page(documents.upward_report())


@pytest.mark.parametrize("maker", [*MAKERS, mixed])
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


@pytest.mark.parametrize("maker", [*MAKERS, mixed])
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
    "maker", [documents.joint_notice, documents.upward_report, documents.long_text, mixed]
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


def test_joint_signatures_stand_in_exact_rows_that_stay_together(notice: Page) -> None:
    table = notice.table_with("安和县消防救援大队2026年3月6日")
    rows = table.findall(qn("w:tr"))
    heights = [(value(row, "w:trPr/w:trHeight"), value(row, "w:trPr/w:trHeight", "hRule")) for row in rows]
    assert heights == [("2608", "exact"), ("2608", "exact"), ("2054", "exact")]
    kept = [
        paragraph.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None
        for paragraph in rows[0].iter(qn("w:p"))
    ]
    assert kept == [True, True]
    before = table.getprevious()
    assert before is not None and before.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None


def test_a_single_sealed_name_is_centred_on_its_date(report: Page) -> None:
    name, date = report.of_style("公文署名")[0], report.of_style("公文成文日期")[0]
    assert value(date, "w:pPr/w:ind", "rightChars") == "400"
    centre = 4 + 7 / 2 - 0.25  # 2026年11月8日 is 6.5 字 wide
    assert int(value(name, "w:pPr/w:ind", "rightChars") or 0) == pytest.approx((centre - 3) * 100, abs=1)


def test_attachment_items_hang_and_their_labels_take_the_width_they_have(report: Page) -> None:
    first = report.of_style("公文附件说明首项")[0]
    assert text(first).startswith("附件：1.2026年")
    assert (value(first, "w:pPr/w:ind", "leftChars"), value(first, "w:pPr/w:ind", "hangingChars")) == (
        "600",
        "400",
    )


def test_issued_text_and_attachments_begin_new_pages(notice: Page) -> None:
    for name in ("公文印发正文标题", "公文附件标记"):
        (paragraph,) = notice.of_style(name)
        assert paragraph.find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}") is not None


def test_a_landscape_sheet_is_a_section_with_its_number_in_a_turned_table() -> None:
    page = Page(mixed())
    sizes = [(value(s, "w:pgSz", "w"), value(s, "w:pgSz", "orient")) for s in page.root.iter(qn("w:sectPr"))]
    assert sizes == [("11906", None), ("16838", "landscape"), ("11906", None)]
    header = page.part("header_turned_odd")
    assert header.find(f".//{qn('w:textDirection')}").get(qn("w:val")) == "tbRl"
    assert " PAGE " in [node.text for node in header.iter(qn("w:instrText"))]


def test_a_document_that_ends_in_landscape_has_that_as_its_last_section() -> None:
    page = Page(documents.ledger(3))
    sections = list(page.root.iter(qn("w:sectPr")))
    assert [value(section, "w:pgSz", "orient") for section in sections] == ["landscape"]


def test_list_headers_repeat_and_rows_are_never_split() -> None:
    rows = Page(documents.ledger(3)).table_with("隐患编号").findall(qn("w:tr"))
    assert [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows] == [True] + [
        False
    ] * 5
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)


def test_columns_fill_the_type_area_and_group_lines_cover_them() -> None:
    table = Page(documents.ledger(3)).table_with("隐患编号")
    widths = [int(column.get(qn("w:w"))) for column in table.iter(qn("w:gridCol"))]
    group = table.findall(qn("w:tr"))[1]
    assert sum(widths) == 12756
    assert [value(cell, "w:tcPr/w:gridSpan") for cell in group.findall(qn("w:tc"))] == ["7"]


def test_a_column_is_aligned_as_its_data_says(report: Page) -> None:
    row = report.table_with("指　标").findall(qn("w:tr"))[1]
    assert [value(p, "w:pPr/w:jc") for p in row.iter(qn("w:p"))] == ["left"] + ["right"] * 4


def test_the_imprint_floats_at_the_foot_of_the_type_area_with_its_three_rules(notice: Page) -> None:
    table = notice.table_with("抄送：")
    place = table.find(f"{qn('w:tblPr')}/{qn('w:tblpPr')}")
    assert (place.get(qn("w:vertAnchor")), place.get(qn("w:tblpYSpec"))) == ("margin", "bottom")
    borders = table.find(f"{qn('w:tblPr')}/{qn('w:tblBorders')}")
    assert {border.tag: border.get(qn("w:sz")) for border in borders} == {
        qn("w:top"): "8", qn("w:bottom"): "8", qn("w:insideH"): "6",
    }  # fmt: skip


def test_page_numbers_are_fields_of_separate_runs_right_on_odd_and_left_on_even_pages(notice: Page) -> None:
    for name, side in (("footer_odd", "right"), ("footer_even", "left")):
        (paragraph,) = notice.part(name).iter(qn("w:p"))
        assert value(paragraph, "w:pPr/w:jc") == side
        kinds = [
            c.get(qn("w:fldCharType")) for r in paragraph.iter(qn("w:r")) for c in r.iter(qn("w:fldChar"))
        ]
        assert kinds == ["begin", "separate", "end"]
        assert len(paragraph.findall(qn("w:r"))) == 7
    assert notice.part("settings").find(qn("w:evenAndOddHeaders")) is not None


@pytest.mark.parametrize(
    ("state", "sample", "printed"),
    [("草稿", True, "样稿　草稿"), ("送审稿", False, "送审稿"), ("定稿", False, ""), ("定稿", True, "样稿")],
)
def test_the_state_stands_in_the_top_margin_of_every_page(state: str, sample: bool, printed: str) -> None:
    page = Page(replace(documents.long_text(1), state=state, sample=sample))
    parts = [text(page.part(name)) for name in ("header_odd", "header_even")]
    assert parts == [printed, printed]


def test_only_the_first_page_of_a_letter_has_its_rules() -> None:
    attached = replace(documents.letter(), attachments=(Attachment(words("清单"), documents.ledger(2)),))
    attached = replace(attached, imprint=documents.joint_notice().imprint)
    sections = Page(attached).find("//w:sectPr")
    assert [section.find(qn("w:titlePg")) is not None for section in sections] == [True, False, False]


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


def test_rows_of_a_form_are_as_high_as_in_the_pdf() -> None:
    head, *rows = Page(documents.plain_form()).table_with("序号").findall(qn("w:tr"))
    least = round(TableLines(documents.form_table(), A4, Setter()).row_height_pt(()) * 20)
    assert {value(row, "w:trPr/w:trHeight") for row in rows} == {str(least)}
    assert {value(row, "w:trPr/w:trHeight", "hRule") for row in rows} == {"atLeast"}
    assert value(head, "w:trPr/w:trHeight") is None


def test_an_empty_answer_is_an_empty_cell() -> None:
    row = Page(documents.plain_form()).table_with("序号").findall(qn("w:tr"))[1]
    assert text(row.findall(qn("w:tc"))[2]) == ""


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


def test_a_break_asked_for_in_a_cell_is_kept() -> None:
    document = documents.plain_form()
    table = replace(documents.form_table(), rows=(Row("1", ((), (Text("甲"), Break(), Text("乙")), ())),))
    page = Page(replace(document, body=(table,)))
    assert text(page.table_with("序号").findall(qn("w:tr"))[1]) == "甲\n乙"


@pytest.mark.parametrize(
    "maker", [documents.joint_notice, documents.upward_report, documents.ledger, documents.letter, mixed]
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


def test_every_one_of_two_thousand_rows_is_printed() -> None:
    page = Page(documents.ledger(2000))
    assert len(page.table_with("隐患编号").findall(qn("w:tr"))) == 2003


def test_a_fifth_level_and_an_empty_body_are_documents_too() -> None:
    deep = replace(documents.long_text(1), body=(Heading("h", 5, words("消防")),))
    assert text(Page(deep).of_style("公文五级标题")[0]) == "①消防"
    assert Page(replace(deep, body=())).find("//w:body/w:p")


def test_items_that_overfill_a_line_are_set_smaller_and_the_last_ends_at_the_edge() -> None:
    line = (
        words("填报单位（盖章）：安和县民政局"),
        words("截至2026年10月31日"),
        words("计量单位：家、个"),
    )
    table = replace(documents.form_table(), above=(line,))
    (paragraph, *_) = Page(replace(documents.plain_form(), body=(table,))).of_style("公文表上说明")
    assert value(paragraph.findall(qn("w:r"))[0], "w:rPr/w:sz") == "24"
    stops = [tab.get(qn("w:pos")) for tab in paragraph.iter(qn("w:tab")) if tab.get(qn("w:pos"))]
    assert stops[-1] == "8844"


def test_the_attachment_list_is_never_parted_from_the_text_before_it(report: Page) -> None:
    before = report.of_style("公文附件说明首项")[0].getprevious()
    assert before is not None and before.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None


def test_the_date_of_the_imprint_has_room_for_its_line(notice: Page) -> None:
    columns = [int(c.get(qn("w:w"))) for c in notice.table_with("抄送：").iter(qn("w:gridCol"))]
    assert sum(columns) == 8844 and columns[1] > (8.5 + 2) * 280


@pytest.mark.parametrize(("place", "kinds"), [("joined", [None]), ("left", [None, "evenPage"])])
def test_the_imprint_begins_an_even_page_where_the_text_ends_on_an_odd_one(
    place: ImprintPlace, kinds: list[str | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    sections = list(placed(place, monkeypatch).root.iter(qn("w:sectPr")))
    found = [value(section, "w:type") for section in sections]
    assert [kind if kind == "evenPage" else None for kind in found] == kinds
    footers = [footer_texts(placed(place, monkeypatch), section) for section in sections]
    assert all("— 1 —" in texts for texts in footers)


def test_behind_a_blank_page_the_imprint_has_no_page_number(monkeypatch: pytest.MonkeyPatch) -> None:
    page = placed("blank", monkeypatch)
    first, last = page.root.iter(qn("w:sectPr"))
    assert value(last, "w:type") == "evenPage"
    assert footer_texts(page, first) == ["— 1 —", "— 1 —"]
    assert footer_texts(page, last) == ["", ""]
    table = page.table_with("抄送：")
    assert table.getprevious().find(qn("w:r")) is None  # a line of one point carries the floating table


@pytest.mark.parametrize(("text", "told"), [("请认真贯彻执行。", True), ("请认真贯彻执行。" * 4, False)])
def test_a_signature_that_goes_over_without_text_is_told(text: str, told: bool) -> None:
    document = replace(short_notice(), body=(documents.paragraph("p", text),))
    assert ["署名单独" in warning for warning in docx.render(document).warnings] == [True] * told


def test_without_the_built_fonts_the_imprint_joins_the_last_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_fonts(document: Document) -> None:
        raise EnvironmentFault("没有字体")

    monkeypatch.setattr(docx, "predict", no_fonts)
    (section,) = Page(short_notice()).root.iter(qn("w:sectPr"))
    assert value(section, "w:type") == "nextPage"


def short_notice() -> Document:
    return replace(documents.joint_notice(), issued=(), attachments=())


def placed(place: ImprintPlace, monkeypatch: pytest.MonkeyPatch) -> Page:
    prediction = Prediction(1, place, (), ())
    monkeypatch.setattr(docx, "predict", lambda document: prediction)
    return Page(short_notice())


def footer_texts(page: Page, section: Element) -> list[str]:
    """What the footers of a section say, odd and even."""
    relations = {r.get("Id"): r.get("Target") for r in page.package.tree("word/_rels/document.xml.rels")}
    targets = [relations[r.get(qn("r:id"))] for r in section.iter(qn("w:footerReference"))]
    return [text(page.part(str(target).removesuffix(".xml"))) for target in targets]


def test_the_remark_is_kept_with_the_date_and_with_the_last_row_of_seals(notice: Page, report: Page) -> None:
    (date,) = report.of_style("公文成文日期")
    last = notice.table_with("安和县消防救援大队2026年3月6日").findall(qn("w:tr"))[-1]
    assert date.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None
    kept = [p.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None for p in last.iter(qn("w:p"))]
    assert all(kept)


def test_a_long_line_above_a_list_leaves_room_for_programs_that_part_digits_from_hanzi() -> None:
    line = (words("填报单位（盖章）：安和县民政局"), words("截至2026年10月31日"),
            words("共184条，已整改168条，整改率91.30%"))  # fmt: skip
    document = documents.ledger(1)
    table = replace(document.body[0], above=(line,))  # type: ignore[type-var]
    (paragraph, *_) = Page(replace(document, body=(table,))).of_style("公文表上说明")
    second, end = (
        int(str(tab.get(qn("w:pos")))) for tab in paragraph.iter(qn("w:tab")) if tab.get(qn("w:pos"))
    )
    quarter, third = 0.25 * 14 * 20, 17 * 14 * 20
    assert end == 12756
    assert second + 9 * 14 * 20 + 6 * quarter + third + 5 * quarter < end


def test_a_group_line_is_kept_with_its_rows_and_the_line_below_with_the_last_ones() -> None:
    rows = Page(documents.ledger(5)).table_with("隐患编号").findall(qn("w:tr"))
    kept = [
        all(p.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None for p in row.iter(qn("w:p")))
        for row in rows
    ]
    assert kept == [True, True] + [False] * 4 + [True, True]
