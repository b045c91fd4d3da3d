"""Rare hanzi in Word: a face of Windows that has them; everything else keeps the paragraph's own."""

from __future__ import annotations

import io

import docx as python_docx
import pypdfium2
import pytest
from msgspec.structs import replace

from reporter.artefacts import office
from reporter.document.inline import Text, words
from reporter.document.model import Document
from reporter.ooxml.names import qn
from reporter.render import docx
from reporter.render.word.rare import has_rare
from tests.render import documents
from tests.standard import EVERY, NAMES

BEYOND = "𬭎"  # U+2CB4E, extension E


def _document() -> Document:
    inlines = (*words("张喆的"), Text(f"{BEYOND}号", strong=True), *words("二〇二六年（一）"))
    body = (
        documents.heading("h1", 1, "喆的名单"),
        documents.heading("h2", 2, "喆的名单"),
        replace(documents.paragraph("p", "x"), inlines=inlines),
    )
    return replace(documents.long_text(1), title=words("关于张喆的通知"), body=body)


def _runs(document: Document) -> list[list[tuple[str, str | None, bool]]]:
    """Paragraphs as runs: text, the East Asian face that it names itself, whether it is bold."""
    found = []
    for paragraph in python_docx.Document(io.BytesIO(docx.render(document).data)).paragraphs:
        runs = []
        for run in paragraph.runs:
            face = run._r.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
            runs.append((run.text, None if face is None else face.get(qn("w:eastAsia")), bool(run.bold)))
        if runs:
            found.append(runs)
    return found


def test_rare_hanzi_name_a_face_of_the_same_style_and_others_keep_their_own() -> None:
    title, first, second, body = _runs(_document())[-4:]
    assert title == [("关于张", None, False), ("喆", "华文中宋", False), ("的通知", None, False)]
    assert "".join(text for text, _, _ in first) == "一、喆的名单"  # 黑体 of Windows has it
    assert {face for _, face, _ in first} == {None}
    assert ("喆", "楷体", False) in second
    assert body[:3] == [("张", None, False), ("喆", "仿宋", False), ("的", None, False)]
    assert body[3:5] == [(BEYOND, "SimSun-ExtB", True), ("号", None, True)]
    assert ("〇", "仿宋", False) in body


def test_text_within_gb_2312_is_left_in_one_run() -> None:
    assert has_rare("安和县民政局2026年——“工作总结”（送审稿）①Ⅲ㎡") is False
    assert all(has_rare(name) for name in NAMES)
    assert sum(has_rare(char) for char in EVERY) == 1467


@pytest.mark.skipif(not office.available(), reason="LibreOffice is not installed")
def test_the_file_opens_with_every_rare_character_shown() -> None:
    rare = NAMES + "".join(char for char in EVERY if ord(char) > 0xFFFF)
    shown = office.to_pdf(docx.render(replace(_document(), body=(documents.paragraph("p", rare),))).data)
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(shown))
    assert set(rare) - set(text) == set()
