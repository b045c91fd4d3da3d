"""The PDF, measured as a reader would with a ruler: mm from the upper left corner of the page."""

from __future__ import annotations

from itertools import pairwise

import pypdfium2
import pytest
from msgspec.structs import replace

from reporter.document.inline import Blank, Note, Text, words
from reporter.document.model import Heading, Paragraph
from reporter.render import pdf
from tests.render import documents
from tests.render.pdf_page import boxes, chars, line_with, lines, text_of


def test_nothing_is_wrong_with_any_sample() -> None:
    assert [pdf.render(maker()).warnings for maker in documents.MAKERS] == [()] * len(documents.MAKERS)


def test_the_mark_begins_72_mm_below_the_edge_of_the_page(made: dict[str, pypdfium2.PdfDocument]) -> None:
    for name, issuer in (("joint_notice", "安和县民政局"), ("upward_report", "安和县民政局文件")):
        line = line_with(made[name][0], issuer)
        assert min(char.top for char in line) == pytest.approx(72, abs=0.3)


def test_joint_names_are_spread_to_equal_width_and_the_suffix_stands_in_their_middle(
    made: dict[str, pypdfium2.PdfDocument],
) -> None:
    page = made["joint_notice"][0]
    names = [line_with(page, issuer) for issuer in documents.ISSUERS]
    origins = [(name[0].origin, name[-1].origin) for name in names]
    assert all(pair == pytest.approx(origins[0], abs=0.2) for pair in origins)
    suffix = line_with(page, "文件")
    middle = (names[0][0].top + names[-1][0].bottom) / 2
    assert (suffix[0].top + suffix[0].bottom) / 2 == pytest.approx(middle, abs=0.5)
    assert suffix[0].left > names[1][-1].right


def test_the_number_stands_two_lines_below_the_mark_and_4_mm_above_the_red_rule(
    made: dict[str, pypdfium2.PdfDocument],
) -> None:
    page = made["joint_notice"][0]
    number = line_with(page, "安民发")
    mark = line_with(page, "安和县消防救援大队")
    assert min(c.top for c in number) - max(c.bottom for c in mark) == pytest.approx(2 * 225 / 22, abs=0.5)
    (rule,) = boxes(page)
    assert rule.top - max(c.bottom for c in number) == pytest.approx(4, abs=0.3)
    assert (rule.left, rule.right) == pytest.approx((28, 184), abs=0.1)
    assert rule.bottom - rule.top == pytest.approx(0.72, abs=0.05)
    assert (number[0].left + number[-1].right) / 2 == pytest.approx(106, abs=0.5)
    title = line_with(page, "关于印发")
    assert min(c.top for c in title) - rule.bottom == pytest.approx(2 * 225 / 22, abs=0.5)


def test_an_upward_document_has_its_number_left_and_its_signer_right_one_cell_in(
    made: dict[str, pypdfium2.PdfDocument],
) -> None:
    line = line_with(made["upward_report"][0], "签发人")
    assert text_of(line) == "安民〔2026〕45号签发人：许知远"
    assert line[0].origin == pytest.approx(28 + 156 / 28, abs=0.1)
    assert line[-1].origin == pytest.approx(184 - 2 * 156 / 28, abs=0.2)


def test_a_full_page_of_text_has_22_lines_of_one_pitch(made: dict[str, pypdfium2.PdfDocument]) -> None:
    for number in (1, 2, 3, 4):
        body = [line for line in lines(made["long_text"][number]) if line[0].baseline < 262]
        assert len(body) == 22
        pitches = [(b[0].baseline - a[0].baseline) * 72 / 25.4 for a, b in pairwise(body)]
        assert pitches == pytest.approx([28.99] * 21, abs=0.02)


def test_full_lines_are_flush_on_both_sides_and_hold_about_28_cells(
    made: dict[str, pypdfium2.PdfDocument],
) -> None:
    """A full-width sign carries its own white: the cell's edge counts, not the ink's."""
    full = 0
    for page in made["long_text"]:
        body = [line for line in lines(page) if line[0].baseline < 262]
        for line, following in pairwise(body):
            if len(following[0:1]) == 0 or following[0].origin > 30 or len(line) < 24:
                continue
            indent = 2 * 156 / 28 if line[0].origin > 30 else 0
            assert line[0].origin == pytest.approx(28 + indent, abs=0.1)
            last = line[-1]
            if "一" <= last.text <= "鿿" or last.text in "，。、）》":
                full += 1
                assert last.origin + 16 * 25.4 / 72 == pytest.approx(184, abs=0.25)
    assert full > 60


def test_page_numbers_stand_outside_below_the_type_area(made: dict[str, pypdfium2.PdfDocument]) -> None:
    for index, page in enumerate(made["long_text"]):
        (number,) = [line for line in lines(page) if line[0].baseline > 262]
        assert text_of(number) == f"—{index + 1}—"
        assert (number[0].top + number[0].bottom) / 2 == pytest.approx(269, abs=0.2)
        if index % 2 == 0:
            assert number[-1].origin + 14 * 25.4 / 72 == pytest.approx(184 - 4.94, abs=0.2)
        else:
            assert number[0].origin == pytest.approx(28 + 4.94, abs=0.2)


def test_a_landscape_page_has_its_number_where_the_bound_portrait_page_has_it(
    made: dict[str, pypdfium2.PdfDocument],
) -> None:
    for page, odd in ((made["ledger"][0], True), (made["ledger"][1], False)):
        assert (page.get_width() > page.get_height()) is True
        dashes = [char for char in chars(page) if char.text == "—" and char.left < 35]
        assert [(c.left + c.right) / 2 for c in dashes] == pytest.approx([28, 28], abs=0.2)
        if odd:
            assert max(c.bottom for c in dashes) == pytest.approx(184 - 4.94, abs=0.3)
        else:
            assert min(c.top for c in dashes) == pytest.approx(28 + 4.94, abs=0.3)


def test_a_ledger_repeats_its_head_and_splits_no_row(made: dict[str, pypdfium2.PdfDocument]) -> None:
    document = made["ledger"]
    assert all("隐患编号" in page.get_textpage().get_text_range() for page in document)
    for page in document:
        text = page.get_textpage().get_text_range()
        assert text.count("AH2026-") == text.count("二楼疏散通道堆放")


def test_an_a3_ledger_lies_on_its_side_with_an_upright_number() -> None:
    page = pypdfium2.PdfDocument(pdf.render(documents.ledger(5, paper="A3")).data)[0]
    assert (page.get_width() * 25.4 / 72, page.get_height() * 25.4 / 72) == pytest.approx((420, 297), abs=0.1)
    assert text_of(lines(page)[-1]) == "—1—"
    assert lines(page)[-1][-1].right == pytest.approx(420 - 26 - 4.94, abs=0.3)


def test_the_imprint_ends_at_the_foot_of_an_even_last_page(made: dict[str, pypdfium2.PdfDocument]) -> None:
    for name in ("joint_notice", "upward_report"):
        document = made[name]
        assert len(document) % 2 == 0
        page = document[len(document) - 1]
        office = line_with(page, "安和县民政局办公室")
        assert office[0].origin == pytest.approx(28 + 4.94, abs=0.1)
        assert office[-1].text == "发"
        assert office[-1].origin + 14 * 25.4 / 72 == pytest.approx(184 - 4.94, abs=0.4)
        foot = max((box for box in boxes(page) if box.right > 180), key=lambda box: box.bottom)
        assert foot.bottom == pytest.approx(262, abs=0.1)


@pytest.mark.parametrize("paragraphs", range(1, 12))
def test_the_imprint_is_on_an_even_page_however_long_the_text(paragraphs: int) -> None:
    body = tuple(documents.paragraph(f"p{n}", "各乡镇要按时报送。" * 16) for n in range(paragraphs))
    document = replace(documents.upward_report(), body=body, attachments=())
    pages = pypdfium2.PdfDocument(pdf.render(document).data)
    assert len(pages) % 2 == 0
    last = pages[len(pages) - 1].get_textpage().get_text_range()
    assert "2026年11月8日印发" in last
    before = pages[len(pages) - 2].get_textpage().get_text_range()
    blank_before = not before.strip()
    assert (f"— {len(pages)} —" in last) is not blank_before


def test_a_blank_page_before_the_imprint_carries_no_number_and_neither_does_the_imprint() -> None:
    lengths = range(1, 23)
    found = 0
    for length in lengths:
        body = tuple(documents.paragraph(f"p{n}", "按时报送。") for n in range(length + 22))
        document = replace(documents.upward_report(), body=body, attachments=(), closing=None)
        pages = pypdfium2.PdfDocument(pdf.render(document).data)
        texts = [page.get_textpage().get_text_range() for page in pages]
        if not texts[-2].strip():
            found += 1
            assert f"— {len(pages)} —" not in texts[-1]
    assert found


def test_signature_and_date_are_never_alone_on_a_page() -> None:
    for length in range(8, 24):
        body = tuple(documents.paragraph(f"p{n}", "各乡镇要按时报送。" * 5) for n in range(length // 2))
        document = replace(documents.upward_report(), body=body, attachments=(), imprint=None)
        for page in pypdfium2.PdfDocument(pdf.render(document).data):
            text = page.get_textpage().get_text_range()
            if "2026年11月8日" in text:
                assert "安和县民政局" in text
                assert "报送" in text


def test_the_list_of_attachments_takes_the_last_text_lines_to_its_page() -> None:
    moved = 0
    for length in range(9, 19):
        body = tuple(documents.paragraph(f"p{n}", "按时报送。") for n in range(length))
        document = replace(documents.upward_report(), body=body, imprint=None)
        for page in pypdfium2.PdfDocument(pdf.render(document).data):
            text = page.get_textpage().get_text_range()
            if "附件：" in text:
                assert "按时报送" in text
                moved += text.count("按时报送") < 5
    assert moved


def test_a_run_in_paragraph_before_the_list_of_attachments_gives_its_last_lines_too() -> None:
    for length in range(9, 19):
        text = "各乡镇于每月十日前报送进展情况，并附隐患台账和整改照片。" * 6
        body = (
            *(documents.paragraph(f"p{n}", "按时报送。") for n in range(length)),
            Heading("last", 2, words("按时报送情况。"), words(text)),
        )
        document = replace(documents.upward_report(), body=body, imprint=None)
        for page in pypdfium2.PdfDocument(pdf.render(document).data):
            text = page.get_textpage().get_text_range()
            assert "附件：" not in text or "照片" in text


def test_the_single_sealed_date_stands_four_cells_from_the_right_with_the_name_centred_on_it(
    made: dict[str, pypdfium2.PdfDocument],
) -> None:
    page = next(p for p in made["upward_report"] if "2026年11月8日" in p.get_textpage().get_text_range())
    date = line_with(page, "2026年11月8日")
    name = next(line for line in lines(page) if text_of(line) == "安和县民政局")
    assert date[-1].origin + 16 * 25.4 / 72 == pytest.approx(184 - 4 * 156 / 28, abs=0.2)
    middles = [(line[0].left + line[-1].right) / 2 for line in (name, date)]
    assert middles[0] == pytest.approx(middles[1], abs=1)


def test_issued_text_and_attachments_begin_on_new_pages_with_their_titles(
    made: dict[str, pypdfium2.PdfDocument],
) -> None:
    document = made["joint_notice"]
    texts = [page.get_textpage().get_text_range() for page in document]
    plan = next(n for n, text in enumerate(texts) if "一、总体目标" in text)
    assert "此件公开发布" in texts[plan - 1]
    assert text_of(lines(document[plan])[1]).startswith("安和县2026年")
    attachment = next(n for n, text in enumerate(texts) if "开展排查的养老机构数量" in text)
    label, title = lines(document[attachment])[1:3]
    assert text_of(label) == "附件"
    assert label[0].origin == pytest.approx(28, abs=0.1)
    third_line = 37 + 2 * 225 / 22
    assert third_line < title[0].top < third_line + 225 / 22


def test_the_state_stands_in_the_top_margin_of_every_page(made: dict[str, pypdfium2.PdfDocument]) -> None:
    for page in made["joint_notice"]:
        first = lines(page)[0]
        assert text_of(first) == "样稿草稿"
        assert max(char.bottom for char in first) < 30
    assert "定稿" not in made["long_text"][0].get_textpage().get_text_range()


def test_a_letter_has_double_rules_on_its_first_page_only(made: dict[str, pypdfium2.PdfDocument]) -> None:
    first, second = made["letter"][0], made["letter"][1]
    rules = boxes(first)
    assert [(box.left, box.right) for box in rules] == [pytest.approx((20, 190), abs=0.1)] * 4
    mark = line_with(first, "安和县民政局")
    assert min(c.top for c in mark) == pytest.approx(30, abs=0.3)
    assert rules[0].top - max(c.bottom for c in mark) == pytest.approx(4, abs=0.3)
    assert rules[-1].bottom == pytest.approx(277, abs=0.1)
    assert line_with(first, "安民函")[-1].right == pytest.approx(184, abs=0.6)
    assert not [line for line in lines(first) if line[0].baseline > 262]
    assert boxes(second) == []
    assert text_of(lines(second)[-1]) == "—2—"


def test_a_blank_is_a_gap_with_a_line_under_it() -> None:
    body = (Paragraph("p", (*words("联系人："), Blank("联系人", 6), *words("。"))),)
    page = pypdfium2.PdfDocument(pdf.render(replace(documents.long_text(1), body=body)).data)[0]
    line = line_with(page, "联系人")
    (rule,) = boxes(page)
    assert text_of(line) == "联系人：。"
    assert rule.right - rule.left == pytest.approx(6 * 16 * 25.4 / 72, abs=0.3)
    assert line[3].origin + 5.5 == pytest.approx(rule.left, abs=0.3)


def test_bold_and_notes_survive() -> None:
    inlines = (
        Text("第一句。"),
        Text("要紧的。", strong=True),
        Note(words("数据来自登记系统。")),
        Text("最后一句。"),
    )
    rendered = pdf.render(replace(documents.long_text(1), body=(Paragraph("p", inlines),)))
    assert rendered.warnings == ()
    texts = [text_of(line) for line in lines(pypdfium2.PdfDocument(rendered.data)[0])]
    assert any("第一句。要紧的。" in text and "最后一句。" in text for text in texts)
    assert "[1]数据来自登记系统。" in texts
