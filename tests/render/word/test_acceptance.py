"""The acceptance sheet: 22 lines of 28 with known ends, marks where they say they are, proved in LibreOffice."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from openxml_audit import OpenXmlValidator

from reporter.artefacts import office
from reporter.ooxml.names import qn
from reporter.ooxml.package import Package
from reporter.render.word.acceptance import LINE_ENDS, acceptance_sheet, line_text
from tests.render.docx_page import text, value
from tests.render.pdf_page import boxes, lines, text_of

needs_office = pytest.mark.skipif(not office.available(), reason="LibreOffice is not installed")


def test_each_line_has_28_characters_its_number_and_its_end() -> None:
    found = [line_text(number) for number in range(1, 23)]
    assert {len(line) for line in found} == {28}
    assert "".join(line[-1] for line in found) == LINE_ENDS
    assert (found[0][:4], found[21][:4]) == ("第〇一行", "第二二行")


def test_the_text_is_one_paragraph_without_breaks() -> None:
    root = Package.read(acceptance_sheet()).tree("word/document.xml")
    (paragraph,) = [p for p in root.iter(qn("w:p")) if text(p)]
    assert len(text(paragraph)) == 22 * 28 and "\n" not in text(paragraph)
    assert value(paragraph, "w:pPr/w:jc") is None  # justified as any text of ours, by its style


def test_the_sheet_is_valid_and_the_same_every_time(tmp_path: Path) -> None:
    path = tmp_path / "sheet.docx"
    path.write_bytes(acceptance_sheet())
    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []
    assert path.read_bytes() == acceptance_sheet()


@pytest.fixture(scope="module")
def sheet() -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(office.to_pdf(acceptance_sheet()))


@needs_office
def test_libreoffice_ends_its_lines_where_the_sheet_says(sheet: pypdfium2.PdfDocument) -> None:
    assert len(sheet) == 1
    found = [text_of(line) for line in lines(sheet[0]) if text_of(line).startswith("第")]
    assert found == [line_text(number) for number in range(1, 23)]


@needs_office
def test_the_marks_stand_at_the_millimetres_that_they_name(sheet: pypdfium2.PdfDocument) -> None:
    drawn = boxes(sheet[0])
    across = sorted((box.top + box.bottom) / 2 for box in drawn if box.right - box.left > 5)
    down = sorted((box.left + box.right) / 2 for box in drawn if box.bottom - box.top > 5)
    assert across == pytest.approx([37, 262, 269], abs=0.3)
    assert down == pytest.approx([28, 184], abs=0.3)


@needs_office
def test_the_instructions_are_readable_and_above_the_text(sheet: pypdfium2.PdfDocument) -> None:
    head = [line for line in lines(sheet[0]) if line[0].bottom < 37 and line[0].left > 27]
    whole = "".join(text_of(line) for line in head)
    assert LINE_ENDS in whole and "28、184毫米" in whole and whole.endswith("不到1毫米。")
    assert max(line[-1].right for line in head) < 184
