"""The DOCX as its XML says it: what comes after the text, 版记, page numbers and sections."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from reporter.document.inline import words
from reporter.document.model import Attachment, Document
from reporter.errors import EnvironmentFault
from reporter.ooxml.names import qn
from reporter.render import docx
from reporter.render.word.placed import ImprintPlace
from reporter.typeset.prediction import Prediction
from tests.render import documents
from tests.render.docx_page import Element, Page, text, value


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
    page = Page(documents.mixed())
    sizes = [(value(s, "w:pgSz", "w"), value(s, "w:pgSz", "orient")) for s in page.root.iter(qn("w:sectPr"))]
    assert sizes == [("11906", None), ("16838", "landscape"), ("11906", None)]
    header = page.part("header_turned_odd")
    assert header.find(f".//{qn('w:textDirection')}").get(qn("w:val")) == "tbRl"
    assert " PAGE " in [node.text for node in header.iter(qn("w:instrText"))]


def test_a_document_that_ends_in_landscape_has_that_as_its_last_section() -> None:
    page = Page(documents.ledger(3))
    sections = list(page.root.iter(qn("w:sectPr")))
    assert [value(section, "w:pgSz", "orient") for section in sections] == ["landscape"]


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
