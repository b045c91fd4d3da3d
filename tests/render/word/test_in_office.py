"""Delivered files in LibreOffice: the same pages as the PDF, and whole after a clerk has edited them."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from itertools import combinations
from pathlib import Path

import pypdfium2
import pytest
from msgspec.structs import replace

from reporter.artefacts import office
from reporter.artefacts.for_office import adapted
from reporter.check.measure.whole import measure
from reporter.document.inline import Blank, Note, words
from reporter.document.model import Attachment, Closing, Document, Signatory
from reporter.making import Order
from reporter.ooxml.names import qn
from reporter.ooxml.package import Package
from reporter.pipeline import build
from reporter.progress import Silent
from reporter.render import docx, pdf
from tests.render import documents
from tests.render.docx_page import text
from tests.render.pdf_page import Char, boxes, chars, line_with, lines, text_of

pytestmark = pytest.mark.skipif(not office.available(), reason="LibreOffice is not installed")
MAIN = "word/document.xml"
ADDED = "请各单位结合实际抓好落实并及时报告进展情况" * 10


def notice_with_ledger(rows: int = 24) -> Document:
    notice = documents.joint_notice()
    ledger = Attachment(words("安全隐患问题清单"), documents.ledger(rows))
    return replace(notice, attachments=(ledger, *notice.attachments))


def opened(data: bytes) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(office.to_pdf(data))


def edited(data: bytes) -> bytes:
    """As a clerk would: two hundred characters typed, a section deleted, a row of the ledger copied and filled."""
    package = Package.read(data)
    root = package.tree(MAIN)
    body = root.find(qn("w:body"))
    paragraphs = [p for p in body.iterchildren(qn("w:p")) if text(p)]
    typed = next(p for p in paragraphs if "研究制定了" in text(p))
    list(typed.iter(qn("w:t")))[-1].text += ADDED
    body.remove(next(p for p in paragraphs if "推进等级评定" in text(p)))
    ledger = next(t for t in body.iterchildren(qn("w:tbl")) if "隐患编号" in text(t))
    row = ledger.findall(qn("w:tr"))[4]
    row.addnext(deepcopy(row))
    number = row.getnext().findall(qn("w:tc"))[1]
    next(number.iter(qn("w:t"))).text = "AH2026-9999"
    package.write(MAIN, root)
    return package.data()


def overlapping(found: list[Char]) -> list[tuple[str, str]]:
    """Characters whose ink covers more than a quarter of another's."""
    return [(a.text, b.text) for a, b in combinations(found, 2) if _shared(a, b) > 0.25]


def _shared(a: Char, b: Char) -> float:
    wide = min(a.right, b.right) - max(a.left, b.left)
    high = min(a.bottom, b.bottom) - max(a.top, b.top)
    if wide <= 0 or high <= 0:
        return 0.0
    smaller = min((a.right - a.left) * (a.bottom - a.top), (b.right - b.left) * (b.bottom - b.top))
    return wide * high / smaller if smaller else 0.0


@pytest.fixture(scope="module")
def after() -> pypdfium2.PdfDocument:
    return opened(edited(docx.render(notice_with_ledger()).data))


def test_what_the_clerk_typed_is_there_and_what_she_deleted_is_gone(after: pypdfium2.PdfDocument) -> None:
    whole = "".join(text_of(line) for page in after for line in lines(page))
    assert ADDED in whole and "AH2026-9999" in whole and "推进等级评定" not in whole


def test_nothing_overlaps_after_the_edits(after: pypdfium2.PdfDocument) -> None:
    assert [pair for page in after for pair in overlapping(chars(page))] == []


def test_the_check_for_overlaps_sees_half_a_line_too_little() -> None:
    first = Char("民", 28.0, 40.0, 33.0, 45.0, 28.0, 44.0)
    second = first._replace(text="政", top=42.5, bottom=47.5)
    assert overlapping([first, second, first._replace(top=60.0, bottom=65.0)]) == [("民", "政")]


def test_header_rows_repeat_on_every_page_of_the_ledger(after: pypdfium2.PdfDocument) -> None:
    sheets = [page for page in after if page.get_width() > page.get_height()]
    assert len(sheets) >= 3
    heads = [text_of(line) for page in sheets for line in lines(page) if "隐患编号" in text_of(line)]
    assert len(heads) == len(sheets)


def test_the_imprint_is_still_at_the_foot_of_the_last_page(after: pypdfium2.PdfDocument) -> None:
    last = after[len(after) - 1]
    assert "安和县民政局办公室" in text_of(line_with(last, "2026年3月6日印发"))
    assert max(box.bottom for box in boxes(last) if box.right - box.left > 100) == pytest.approx(262, abs=0.4)
    assert (
        sum("印发" in text_of(line) and "办公室" in text_of(line) for page in after for line in lines(page))
        == 1
    )


def test_text_stays_inside_the_type_area_after_the_edits(after: pypdfium2.PdfDocument) -> None:
    upright = [page for page in after if page.get_width() < page.get_height()]
    inside = [c for page in upright for c in chars(page) if 37 < c.baseline < 261]
    assert min(c.left for c in inside) > 27.5
    assert max(c.right for c in inside if c.text not in "，。；、：") < 184.6


@pytest.mark.parametrize(
    "maker",
    [
        documents.joint_notice,
        documents.upward_report,
        documents.letter,
        documents.plain_form,
        documents.ledger,
    ],
)
def test_the_pages_are_those_of_the_pdf_or_one_more_or_less(maker: Callable[[], Document]) -> None:
    document = maker()
    ours = len(pypdfium2.PdfDocument(pdf.render(document).data))
    assert abs(len(opened(docx.render(document).data)) - ours) <= 1


@pytest.mark.deep
def test_every_sample_filing_has_the_pages_of_its_pdf(tmp_path: Path) -> None:
    kinds = ("implementation-plan", "notification-points", "year-end-summary")
    root = Path(__file__).parents[3] / "inputs" / "anhe-2026"
    result = build(Order(root, tmp_path, kinds, ("docx", "pdf")), Silent())
    counts = {}
    for made in result.made:
        ours = len(pypdfium2.PdfDocument(made.files["pdf"]))
        if ours <= 10:
            counts[made.filing.id] = len(opened(made.files["docx"])) - ours
    assert len(counts) >= 4
    assert {name: off for name, off in counts.items() if abs(off) > 1} == {}


def test_the_imprint_behind_a_blank_page_is_measured_as_right(tmp_path: Path) -> None:
    notice = notice_with_ledger(20)
    document = replace(notice, attachments=notice.attachments[:1])
    path = tmp_path / "notice.docx"
    path.write_bytes(docx.render(document).data)
    assert "evenPage" in Package.read(path.read_bytes()).members[MAIN].decode()
    measured = measure(path, render=True)
    assert [row.item.key for row in measured.deviations] == []


@pytest.mark.parametrize(("letters", "names"), [(82, 5), (110, 3), (260, 1)])
def test_the_only_text_of_a_notice_goes_over_to_its_signature_in_part(letters: int, names: int) -> None:
    body = (documents.paragraph("p", (ADDED * 4)[:letters]),)
    closing = Closing(tuple(Signatory(name) for name in documents.ISSUERS[:names]), words("2026年3月6日"))
    document = replace(documents.joint_notice(), body=body, closing=closing, issued=(), attachments=())
    first, second = opened(docx.render(document).data)
    assert "请各单位结合实际" in "".join(text_of(line) for line in lines(first)), "page 1 shows no text"
    (above, *_) = lines(second)[1:] if "样稿" in text_of(lines(second)[0]) else lines(second)
    assert text_of(above) in ADDED * 4, "the signature stands alone"
    ours = [text_of(line) for line in lines(pypdfium2.PdfDocument(pdf.render(document).data)[0])]
    assert [text_of(line) for line in lines(first)][:-1] == ours[:-1]


def test_a_blank_at_the_end_of_a_line_keeps_its_rule(tmp_path: Path) -> None:
    body = tuple(
        replace(
            documents.paragraph(f"p{more}", ""),
            inlines=(*words(f"{'各单位要抓好落实' * 5}{'好' * more}（联系电话："), Blank("电话", 2), *words("）。")),
        )
        for more in range(8)
    )
    document = replace(documents.joint_notice(), body=body, issued=(), attachments=())
    path = tmp_path / "notice.docx"
    path.write_bytes(docx.render(document).data)
    measured = measure(path, render=True)
    assert [row.item.key for row in measured.deviations] == []
    shown = "".join(text_of(line) for page in opened(path.read_bytes()) for line in lines(page))
    assert shown.count("（联系电话：）。") == len(body)


def test_a_footnote_does_not_push_down_the_mark_of_several_agencies(tmp_path: Path) -> None:
    noted = replace(documents.paragraph("p", "各单位要抓好落实。"), inlines=(*words("抓好落实"), Note(words("说明。"))))
    document = replace(documents.joint_notice(), body=(noted,), issued=(), attachments=())
    path = tmp_path / "notice.docx"
    path.write_bytes(docx.render(document).data)
    measured = measure(path, render=True)
    assert [row.item.key for row in measured.deviations] == []


def test_numbers_of_landscape_pages_stand_where_the_bound_page_has_them() -> None:
    sheets = opened(docx.render(documents.ledger(30)).data)
    for number, page in enumerate(sheets, 1):
        dashes = [c for c in chars(page) if c.text == "—" and c.left < 34]
        assert len(dashes) == 2
        assert (dashes[0].left + dashes[0].right) / 2 == pytest.approx(297 - 269, abs=0.3)
        ends = (min(c.top for c in dashes), max(c.bottom for c in dashes))
        edge = 28 + 4.94 if number % 2 == 0 else 210 - 26 - 4.94
        assert ends[0 if number % 2 == 0 else 1] == pytest.approx(edge, abs=0.8)


def test_a_character_grid_gives_28_characters_too() -> None:
    body = (documents.paragraph("p", "民政局养老院服务质量建设专项行动" * 12),)
    document = replace(documents.long_text(1), body=body, grid="characters")
    page = opened(adapted(docx.render(document).data))[0]
    counts = [len(line) for line in lines(page) if len(line) > 20]
    assert counts[0] == 26 and set(counts[1:-1]) == {28}
