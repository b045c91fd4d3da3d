"""The joint notice, opened in LibreOffice and measured as a reader would, mm from the upper left corner of the page."""

from __future__ import annotations

import subprocess
import sys

import pypdfium2
import pytest
from msgspec.structs import replace

from reporter.artefacts import office
from reporter.artefacts.for_office import adapted
from reporter.errors import EnvironmentFault, InputError
from reporter.render import docx
from tests.render import documents
from tests.render.pdf_page import line_with, lines, text_of

needs_office = pytest.mark.skipif(not office.available(), reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def delivered() -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(office.to_pdf(docx.render(documents.joint_notice()).data))


@pytest.fixture(scope="module")
def plain_text() -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(office.to_pdf(adapted(docx.render(documents.long_text()).data)))


@needs_office
def test_the_mark_stands_where_the_standard_has_it_and_nothing_is_cut_off(
    delivered: pypdfium2.PdfDocument,
) -> None:
    names = [line_with(delivered[0], issuer[-6:]) for issuer in documents.ISSUERS]
    assert min(char.top for char in names[0]) == pytest.approx(72, abs=0.5)
    assert [text_of(line).replace("文件", "") for line in names] == list(documents.ISSUERS)


@needs_office
def test_page_one_shows_body_text_and_the_issued_text_begins_a_page(delivered: pypdfium2.PdfDocument) -> None:
    assert "根据《临澜市" in "".join(text_of(line) for line in lines(delivered[0]))
    assert "安和县2026年养老院" in text_of([c for line in lines(delivered[2])[1:2] for c in line])


@needs_office
def test_the_imprint_stands_at_the_foot_of_the_last_page(delivered: pypdfium2.PdfDocument) -> None:
    last = delivered[len(delivered) - 1]
    line = line_with(last, "2026年3月6日印发")
    assert 256 < max(char.bottom for char in line) < 262


@needs_office
def test_page_numbers_stand_right_on_odd_and_left_on_even_pages(delivered: pypdfium2.PdfDocument) -> None:
    first, second = line_with(delivered[0], "—1—"), line_with(delivered[1], "—2—")
    assert first[-1].right == pytest.approx(184 - 4.94, abs=0.8)
    assert second[0].left == pytest.approx(28 + 4.94, abs=0.8)
    assert (first[0].top + first[0].bottom) / 2 == pytest.approx(269, abs=0.3)


@needs_office
def test_a_full_page_has_22_lines_inside_the_type_area(plain_text: pypdfium2.PdfDocument) -> None:
    text_lines = [line for line in lines(plain_text[1]) if 37 < line[0].baseline < 262]
    assert len(text_lines) == 22
    assert max(char.right for line in text_lines for char in line) < 184.2
    assert min(char.left for line in text_lines for char in line) > 27.8


@needs_office
def test_a_full_line_has_28_characters() -> None:
    document = documents.long_text(1)
    body = (documents.paragraph("p", "民政局养老院服务质量建设专项行动" * 12),)
    page = pypdfium2.PdfDocument(office.to_pdf(docx.render(replace(document, body=body)).data))[0]
    counts = [
        len(line)
        for line in lines(page)
        if line[0].text in "民政局养老院服务质量建设专项行动" and len(line) > 20
    ]
    assert counts[0] == 26 and set(counts[1:-1]) == {28}


def test_without_the_office_the_hint_names_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(EnvironmentFault, match="libreoffice-writer-nogui"):
        office.to_pdf(b"")


@needs_office
def test_the_time_limit_ends_the_office() -> None:
    with pytest.raises(InputError, match="没有完成"):
        office.to_pdf(docx.render(documents.long_text(1)).data, time_limit=0.01)


def test_an_office_that_has_ended_by_itself_need_not_be_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    process = subprocess.Popen([sys.executable, "-c", ""], stdout=subprocess.PIPE, start_new_session=True)
    process.wait()
    monkeypatch.setattr(office, "_running", {process})
    office.stop_running()
    assert process.stdout and process.stdout.closed
