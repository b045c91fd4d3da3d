from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from reporter.artefacts.furniture import without_furniture
from reporter.artefacts.geometry import read_geometry
from reporter.artefacts.pages import PageFinder
from reporter.artefacts.pdf import read_pdf
from reporter.document.inline import Text, words
from reporter.document.model import Column, Document, Paragraph, Row, Table
from reporter.errors import InputError
from reporter.render import pdf
from reporter.typeset.occurrences import occurrences

FILLER = tuple(
    Paragraph(f"f{number}", words("逐院逐项排查，做到底数清、情况明、措施实。" * 6)) for number in range(12)
)
TABLE = Table(
    "t",
    "table",
    (Column("town", "乡镇", 12), Column("open", "未整改", 8, type="number")),
    (Row("R1", (words("河口镇"), (Text("3", ref="fact:c.d()"),))),),
    own_page=True,
)
DOCUMENT = Document(
    "x@2026",
    "x",
    "plain",
    "up",
    words("工作情况报告"),
    (
        Paragraph(
            "p", (*words("共排查隐患"), Text("190", ref="fact:a.b()"), *words("条（GB 38600-2019）。"))
        ),
        *FILLER,
        Paragraph("q", (*words("再次共排查隐患"), Text("190", ref="fact:a.b()"), *words("条。"))),
        TABLE,
    ),
    state="送审稿",
)


@pytest.fixture(scope="module")
def data() -> bytes:
    return pdf.render(DOCUMENT).data


def test_pages_have_sizes_and_lines_and_the_file_its_metadata(data: bytes) -> None:
    facts = read_pdf(data)
    assert len(facts.pages) >= 3
    assert (round(facts.pages[0].width_mm), round(facts.pages[0].height_mm)) == (210, 297)
    assert facts.metadata["Title"] == "工作情况报告"
    assert any("GB 38600-2019" in line for line in facts.pages[0].lines)


def test_page_numbers_and_state_are_not_text(data: bytes) -> None:
    pages = read_pdf(data).pages
    lines = [line for page in pages for line in without_furniture(page)]
    assert sum(len(page.lines) for page in pages) >= len(lines) + 2 * len(pages)
    assert not any("送审稿" in line or "— 1 —" in line for line in lines)


def test_each_occurrence_has_the_page_that_it_stands_on(data: bytes) -> None:
    facts = read_pdf(data)
    finder = PageFinder(DOCUMENT, facts)
    first, second, third = (finder.of(occurrence) for occurrence in occurrences(DOCUMENT))
    last = next(
        number for number, page in enumerate(facts.pages, 1) if any("再次共" in line for line in page.lines)
    )
    assert (first, second, third) == (1, last, len(facts.pages))
    assert second > 1


def test_a_document_that_is_not_in_the_file_has_no_pages(data: bytes) -> None:
    other = Document(
        "y@2026",
        "y",
        "plain",
        "up",
        words("题"),
        (Paragraph("p", (Text("别的句子里的数", ref="fact:a.b()"),)),),
    )
    (occurrence,) = occurrences(other)
    assert PageFinder(other, read_pdf(data)).of(occurrence) == 0


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"%PDF-1.7\n%%EOF", b"<html>"])
def test_what_is_no_pdf_is_a_clear_error(content: bytes) -> None:
    with pytest.raises(InputError, match="PDF"):
        read_pdf(content)


@pytest.mark.parametrize("read", [read_pdf, read_geometry])
def test_a_page_that_is_lost_is_named(read: Callable[[bytes], object]) -> None:
    document, saved = pypdfium2.PdfDocument.new(), io.BytesIO()
    for _ in range(2):
        document.new_page(595, 842)
    document.save(saved)
    (kids,) = re.findall(rb"/Kids\[ \d+ 0 R +(\d+) 0 R \]", saved.getvalue())
    lost = saved.getvalue().replace(b" " + kids + b" 0 R ]", b" 0 0 R ]")
    with pytest.raises(InputError, match="第 2 页已损坏"):
        read(lost)


def test_a_file_is_read_from_its_path(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "报告.pdf").write_bytes(data)
    assert read_pdf(tmp_path / "报告.pdf") == read_pdf(data)
