"""Posts and dates beside 签名章 stand alike in PDF and DOCX, as far from the edge as the standard says."""

from __future__ import annotations

import pypdfium2
import pytest
from msgspec.structs import replace

from reporter.artefacts import office
from reporter.document.inline import words
from reporter.document.model import Closing, Document, Signatory
from reporter.render import docx, pdf
from reporter.typeset.prediction import predict
from reporter.typeset.standard import CELL_MM, PITCH_MM, SIGNATURE
from tests.render import documents
from tests.render.pdf_page import Char, line_with

DATE = "2026年12月18日"
EM = 16 * 25.4 / 72
BODY = documents.paragraph("p", "希望受表彰的集体珍惜荣誉。")


def order(*signatories: Signatory) -> Document:
    """An order that persons sign."""
    document = documents.letter()
    assert document.header is not None
    header = replace(document.header, suffix="令", number=words("第3号"))
    closing = Closing(signatories, words(DATE))
    return replace(document, face="order", header=header, recipients=(), body=(BODY,), closing=closing)


def places(data: bytes, texts: tuple[str, ...]) -> list[list[Char]]:
    """The lines with those texts on the last page."""
    found = pypdfium2.PdfDocument(data)
    page = found[len(found) - 1]
    return [line_with(page, text) for text in texts]


ONE = (Signatory("周砚秋", "（代）", "县长"),)
TWO = (Signatory("周砚秋", "", "安和县县长"), Signatory("许知远", "（代）", "平川县县长"))


@pytest.mark.parametrize(
    ("signers", "first", "last"), [(ONE, "县长（代）", "县长（代）"), (TWO, "安和县县长", "平川县县长（代）")]
)
def test_the_pdf_leaves_room_for_the_seals(signers: tuple[Signatory, ...], first: str, last: str) -> None:
    data = pdf.render(order(*signers)).data
    body, top, bottom, date = places(data, ("希望受表彰", first, last, DATE))
    width, height = SIGNATURE.signer_seal_mm
    edge = 184 - 4 * CELL_MM
    assert date[-1].origin + EM == pytest.approx(edge, abs=0.1)
    assert bottom[-1].origin + EM == pytest.approx(edge - width - 2 * CELL_MM, abs=0.1)
    half = (height - PITCH_MM) / 2
    assert top[0].baseline - body[0].baseline == pytest.approx(3 * PITCH_MM + half, abs=0.1)
    assert date[0].baseline - bottom[0].baseline == pytest.approx(2 * PITCH_MM + half, abs=0.1)
    if first != last:
        assert bottom[0].baseline - top[0].baseline == pytest.approx(height + 1, abs=0.1)
        assert bottom[-1].origin == pytest.approx(top[-1].origin, abs=0.1)


def test_the_name_of_a_signer_is_nowhere_printed() -> None:
    pages = pypdfium2.PdfDocument(pdf.render(order(*TWO)).data)
    text = "".join(page.get_textpage().get_text_range() for page in pages)
    assert "周砚秋" not in text
    assert "县长" in text


def test_the_prediction_counts_the_room_of_the_seals() -> None:
    lines = 1
    while predict(replace(order(*ONE), body=(BODY,) * lines)).pages == 1:
        lines += 1
    assert len(pypdfium2.PdfDocument(pdf.render(replace(order(*ONE), body=(BODY,) * (lines - 1))).data)) == 1
    assert len(pypdfium2.PdfDocument(pdf.render(replace(order(*ONE), body=(BODY,) * lines)).data)) == 2


@pytest.mark.skipif(not office.available(), reason="LibreOffice is not installed")
def test_posts_and_dates_stand_alike_in_both_formats() -> None:
    document = order(*TWO)
    texts = ("安和县县长", "平川县县长", "年")
    printed = places(pdf.render(document).data, texts)
    typed = places(office.to_pdf(docx.render(document).data), texts)
    body = [places(data, ("希望受表彰",))[0][0].baseline for data in
            (pdf.render(document).data, office.to_pdf(docx.render(document).data))]  # fmt: skip
    for ours, theirs in zip(printed, typed, strict=True):
        assert theirs[0].baseline - body[1] == pytest.approx(ours[0].baseline - body[0], abs=0.5)
        assert theirs[-1].right == pytest.approx(ours[-1].right, abs=0.5)


NAMES = ("安和县民政局", "安和县财政局", "安和县公安局", "安和县住房和城乡建设局", "安和县卫生健康委员会")


@pytest.mark.skipif(not office.available(), reason="LibreOffice is not installed")
@pytest.mark.parametrize("remark", [True, False])
@pytest.mark.parametrize("count", [2, 4, 5])
def test_rows_of_seals_stand_alike_in_both_formats(count: int, remark: bool) -> None:
    names = NAMES[:count]
    closing = Closing(tuple(map(Signatory, names)), words(DATE), remark=words("此件公开发布") if remark else ())
    document = replace(documents.letter(), face="document", body=(BODY,), closing=closing, recipients=())
    document = replace(document, header=None, title=words("关于做好工作的通知"))
    printed, typed = pypdfium2.PdfDocument(pdf.render(document).data), office.to_pdf(docx.render(document).data)
    texts = ("希望受表彰", *names, DATE[5:7], *(("此件公开发布",) if remark else ()))
    pairs = [places_on(page, texts) for page in (printed[0], pypdfium2.PdfDocument(typed)[0])]
    for text in texts:
        typed_at, printed_at = (found[text] - found["希望受表彰"] for found in reversed(pairs))
        assert typed_at == pytest.approx(printed_at, abs=0.3), text


def places_on(page: pypdfium2.PdfPage, texts: tuple[str, ...]) -> dict[str, float]:
    """Baselines of the lines with those texts."""
    return {text: line_with(page, text)[0].baseline for text in texts}
