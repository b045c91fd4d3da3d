"""版头 stands alike in PDF and DOCX: mark, number and title of every face, with all that can stand in the corner."""

from __future__ import annotations

import pypdfium2
import pytest
from msgspec.structs import replace

from reporter.artefacts import office
from reporter.document.inline import words
from reporter.document.model import Document, Face, Header
from reporter.render import docx, pdf
from tests.render import documents
from tests.render.pdf_page import line_with, lines, text_of

pytestmark = pytest.mark.skipif(not office.available(), reason="LibreOffice is not installed")
SUFFIXES: dict[Face, str] = {"document": "文件", "order": "令", "minutes": "纪要"}


def headed(face: Face, corner: dict[str, str], issuers: tuple[str, ...] = ("安和县民政局",)) -> Document:
    header = Header(issuers, suffix=SUFFIXES[face], number=words("安民发〔2026〕12号"), **corner)  # type: ignore[arg-type]
    return replace(documents.letter(), face=face, header=header, recipients=())


def baselines(data: bytes, texts: tuple[str, ...]) -> list[float]:
    page = pypdfium2.PdfDocument(data)[0]
    return [line_with(page, text)[0].baseline for text in texts]


CORNERS: tuple[dict[str, str], ...] = (
    {}, {"copy_number": "000012", "urgency": "特急"},
    {"copy_number": "000012", "classification": "机密★1年", "urgency": "特急"},
)  # fmt: skip


@pytest.mark.parametrize("corner", CORNERS, ids=len)
@pytest.mark.parametrize("face", SUFFIXES)
def test_mark_number_and_title_stand_alike(face: Face, corner: dict[str, str]) -> None:
    document = headed(face, corner)
    mark = "安和县民政局" + SUFFIXES[face]
    texts = ("草稿", *(text[:2] for text in corner.values()), mark, "安民发", "安和县民政局关于")
    printed, typed = (baselines(data, texts) for data in _both(document))
    assert typed == pytest.approx(printed, abs=0.7)


@pytest.mark.parametrize("corner", CORNERS[1:], ids=len)
def test_the_corner_of_an_order_stands_above_its_mark(corner: dict[str, str]) -> None:
    for data in _both(headed("order", corner)):
        page = pypdfium2.PdfDocument(data)[0]
        mark = min(char.top for char in line_with(page, "安和县民政局令") if char.text not in corner.values())
        found = [line for line in lines(page) if text_of(line) in corner.values()]
        assert [text_of(line) for line in found] == list(corner.values())
        assert max(char.bottom for line in found for char in line) < mark
        assert min(char.top for line in found for char in line) > 37 - 0.4


def test_page_1_keeps_its_text_when_the_signature_goes_over() -> None:
    document = replace(documents.joint_notice(), issued=(), attachments=(), imprint=None, recipients=())
    for count in (1, 40):
        body = (documents.paragraph("p", "请认真组织实施，" * count + "抓好落实。"),)
        for data in _both(replace(document, body=body)):
            text = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
            assert "请认真组织实施" in text


def _both(document: Document) -> tuple[bytes, bytes]:
    return pdf.render(document).data, office.to_pdf(docx.render(document).data)
