
import pypdfium2
import pytest
from msgspec.structs import replace

from reporter.document.model import Document
from reporter.render import pdf
from reporter.typeset.prediction import predict
from tests.render import documents
from tests.render.invented import invented


def _printed(document: Document) -> int:
    return len(pypdfium2.PdfDocument(pdf.render(document).data))


@pytest.mark.parametrize("seed", range(16))
def test_the_pages_are_foreseen_as_they_are_printed(seed: int) -> None:
    assert predict(invented(seed)).pages == _printed(invented(seed))


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(1000, 1150))
def test_the_pages_of_many_documents_are_foreseen(seed: int) -> None:
    assert predict(invented(seed)).pages == _printed(invented(seed))


@pytest.mark.parametrize("paragraphs", range(1, 12))
def test_the_page_of_the_imprint_is_foreseen(paragraphs: int) -> None:
    document = documents.long_text(paragraphs)
    assert predict(document).pages == _printed(document)


def test_items_that_are_sentences_are_no_headings_that_wait_for_text() -> None:
    items = (documents.heading(f"i{number}", 3, "各地全面总结，完善制度措施。") for number in range(9))
    text = documents.long_text(4)
    document = replace(text, body=(*text.body, documents.heading("h", 2, "总结阶段"), *items))
    texts = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf.render(document).data)]
    (begun,) = (text for text in texts if "总结阶段" in text)
    assert predict(document).pages == len(texts)
    assert "1.各地" in begun and "6.各地" in begun and "9.各地" not in begun


def test_a_foreseen_document_is_laid_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    layouts: list[str] = []
    layout = pdf.layout
    monkeypatch.setattr(pdf, "layout", lambda text, *rest: layouts.append(text) or layout(text, *rest))
    for paragraphs in range(1, 9):
        pdf.render(documents.long_text(paragraphs))
    assert len(layouts) == 8


def test_rows_that_begin_a_page_are_foreseen() -> None:
    document = documents.ledger(60)
    (rows,) = predict(document).page_rows
    pages = pypdfium2.PdfDocument(pdf.render(document).data)
    for number, row in enumerate(rows, 1):  # row 0 is the group's
        assert f"AH2026-{row:04d}" in pages[number].get_textpage().get_text_range()
        assert f"AH2026-{row - 1:04d}" in pages[number - 1].get_textpage().get_text_range()


@pytest.mark.parametrize("seed", range(40))
def test_a_paper_without_head_and_foot_asks_nothing_of_its_pages(seed: int) -> None:
    """The DOCX of such a paper is made without counting its pages."""
    found = predict(replace(invented(seed), header=None, imprint=None))
    assert (found.imprint, found.white_mm, found.signature_alone) == ("joined", 0.0, False)
