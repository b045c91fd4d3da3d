"""Rare characters on the page: another face, the same pitch, flush lines, nothing missing."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest
from msgspec.structs import replace

from reporter.artefacts import office
from reporter.artefacts.geometry import read_geometry
from reporter.document.model import Document
from reporter.render import docx, pdf
from reporter.render.page.engine import layout, logged
from reporter.render.page.written import write
from tests.render import documents
from tests.render.pdf_page import lines
from tests.standard import EVERY, NAMES

PITCH_PT = 28.99
NAMED = "张喆、李堃、王祎、赵昇、钱垚、孙赟、周珺、吴玥、郑旻，"
ROLES = ("title", "fang", "kai", "hei", "song")


def _text(*paragraphs: str) -> Document:
    body = tuple(documents.paragraph(f"p{number}", text) for number, text in enumerate(paragraphs))
    return replace(documents.long_text(1), body=body)


def _pitches(data: bytes) -> list[float]:
    """From line to line of the body on every page, pt."""
    found = []
    for number, page in enumerate(pypdfium2.PdfDocument(data)):
        body = [line[0].baseline for line in lines(page) if line[0].baseline < 262]
        if number == 0:
            body = body[1:]  # the title's line is higher
        found += [(below - above) * 72 / 25.4 for above, below in pairwise(body)]
    return found


def _extracted(data: bytes) -> set[str]:
    pages = pypdfium2.PdfDocument(data)
    return set("".join(page.get_textpage().get_text_range() for page in pages))


@pytest.fixture
def boxes() -> Iterator[list[str]]:
    """What the engine says about characters that it prints as an empty box."""
    found: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: (
        found.append(record.getMessage()) if "notdef" in record.getMessage() else None
    )
    logging.getLogger("weasyprint").addHandler(handler)
    yield found
    logging.getLogger("weasyprint").removeHandler(handler)


def test_names_change_neither_the_pitch_nor_the_edges() -> None:
    data = pdf.render(_text(NAMED * 12, NAMED * 12)).data
    assert _pitches(data) == pytest.approx([PITCH_PT] * len(_pitches(data)), abs=0.02)
    assert set(NAMES) < _extracted(data)
    full = 0
    for page in pypdfium2.PdfDocument(data):
        body = [line for line in lines(page) if line[0].baseline < 262]
        for line, below in pairwise(body):
            if len(line) > 24 and below[0].origin < 30:
                full += 1
                assert line[-1].origin + 16 * 25.4 / 72 == pytest.approx(184, abs=0.2)
    assert full > 15


def test_no_text_is_shown_with_an_empty_string_which_some_viewers_misplace() -> None:
    data = pdf.render(_text(NAMED * 3, "各乡镇要逐院排查。" * 20)).data
    with pikepdf.open(io.BytesIO(data)) as file:
        shown = [
            part for page in file.pages for part in page.Contents.read_bytes().split(b"\n") if b" TJ" in part
        ]
    assert shown and [part for part in shown if b"<>" in part] == []


def test_a_hanzi_beyond_the_basic_plane_is_one_glyph_to_measure() -> None:
    beyond = [char for char in EVERY if ord(char) > 0xFFFF][:60]
    page = read_geometry(pdf.render(_text("".join(beyond))).data)[0]
    measured = [glyph.char for line in page.lines for glyph in line.glyphs]
    assert [char for char in measured if ord(char) > 0xFFFF] == beyond


def test_a_character_that_no_font_has_is_told_by_the_engine(boxes: list[str]) -> None:
    pdf.render(_text("泰文\u0e01字。"))
    assert len(boxes) == 1


def test_a_character_that_only_the_face_of_another_role_has_is_printed_all_the_same(boxes: list[str]) -> None:
    """U+3106C: 宋体's further face has it, 楷体's has not."""
    body = (documents.heading("h", 2, "名单\U0003106c"), documents.paragraph("p", "略。"))
    pdf.render(replace(documents.long_text(1), body=body))
    assert boxes == []


@pytest.mark.deep
def test_the_whole_list_prints_in_the_body_at_one_pitch(boxes: list[str]) -> None:
    data = pdf.render(_text(*(EVERY[start : start + 500] for start in range(0, 8105, 500)))).data
    assert len(pypdfium2.PdfDocument(data)) > 12
    assert set(EVERY) - _extracted(data) == set()
    assert boxes == []
    assert _pitches(data) == pytest.approx([PITCH_PT] * len(_pitches(data)), abs=0.02)


@pytest.mark.deep
@pytest.mark.parametrize("level", [1, 2], ids=["hei", "kai"])
def test_the_whole_list_prints_in_headings_at_one_pitch(level: int, boxes: list[str]) -> None:
    pieces = [EVERY[start : start + 250] for start in range(0, 8105, 250)]
    body = tuple(documents.heading(f"h{number}", level, text) for number, text in enumerate(pieces))
    data = pdf.render(replace(documents.long_text(1), body=body)).data
    assert set(EVERY) - _extracted(data) == set()
    assert boxes == []
    pitches = _pitches(data)
    assert pitches == pytest.approx([PITCH_PT] * len(pitches), abs=0.02)


@pytest.mark.deep
@pytest.mark.parametrize("role", ROLES)
def test_the_whole_list_prints_in_every_face(role: str, boxes: list[str]) -> None:
    rows = "".join(f"<p>{EVERY[start : start + 28]}</p>" for start in range(0, 8105, 28))
    page = f'<html lang="zh-CN"><body class="{role}">{rows}</body></html>'
    with logged():
        data = write(layout(page, "plain", "standin", None))
    assert set(EVERY) - _extracted(data) == set()
    assert boxes == []


@pytest.mark.deep
@pytest.mark.skipif(not office.available(), reason="LibreOffice is not installed")
def test_the_whole_list_stands_in_word_at_one_pitch() -> None:
    made = docx.render(_text(*(EVERY[start : start + 500] for start in range(0, 8105, 500)))).data
    shown = office.to_pdf(made)
    assert set(EVERY) - _extracted(shown) == set()
    pitches = _pitches(shown)  # LibreOffice rounds every line to a tenth of a point
    assert pitches == pytest.approx([28.95] * len(pitches), abs=0.06)
