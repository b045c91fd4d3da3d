"""The PDF as a file: what data may contain, bookmarks, tags, bytes, fonts and what the engine says."""

from __future__ import annotations

import hashlib
import logging
import os
import re
import subprocess
import sys
import zlib
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from msgspec.structs import replace

from reporter.document.inline import words
from reporter.document.model import Closing, Document, Header, Imprint, Signatory
from reporter.errors import EnvironmentFault
from reporter.render import pdf
from reporter.render.page import engine
from reporter.typeset.fonts import Metrics
from tests.render import documents
from tests.render.pdf_page import lines


def test_markup_in_data_comes_out_as_itself(made: dict[str, pypdfium2.PdfDocument]) -> None:
    text = "".join(page.get_textpage().get_text_range() for page in made["hostile"])
    flat = "".join(text.split())
    assert flat.count("".join(documents.HOSTILE.split())) >= 8


def test_headings_and_titles_are_bookmarks(made: dict[str, pypdfium2.PdfDocument]) -> None:
    entries = [(item.level, item.get_title()) for item in made["joint_notice"].get_toc()]
    titles = [title for _, title in entries]
    assert titles[0] == "关于印发《安和县2026年养老院服务质量建设专项行动实施方案》的通知"
    assert (1, "一、总体目标") in entries
    assert (2, "（一）排查整治安全隐患") in entries
    assert (5, "①消防安全") in entries or (4, "①消防安全") in entries


def _unpacked(data: bytes) -> bytes:
    """The file with its compressed streams opened."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL)
    opened = []
    for stream in streams:
        try:
            opened.append(zlib.decompress(stream))
        except zlib.error:
            opened.append(stream)
    return data + b"\n".join(opened)


def test_the_file_is_tagged_pdf_a_with_title_and_language() -> None:
    data = pdf.render(documents.joint_notice()).data
    document = pypdfium2.PdfDocument(data)
    assert document.is_tagged()
    assert document.get_metadata_value("Title").startswith("关于印发《安和县2026年")
    content = _unpacked(data)
    for mark in (
        b'pdfaid:part="2"',
        b'pdfaid:conformance="U"',
        b"/OutputIntents",
        b"(zh-CN)",
        b"/StructTreeRoot",
    ):
        assert mark in content


def test_the_same_document_gives_the_same_bytes_in_every_process() -> None:
    program = (
        "import hashlib;from reporter.render import pdf;from tests.render import documents;"
        "print(hashlib.sha256(pdf.render(documents.upward_report()).data).hexdigest())"
    )
    ours = hashlib.sha256(pdf.render(documents.upward_report()).data).hexdigest()
    for seed in ("0", "77"):
        done = subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
            check=True,
        )
        assert done.stdout.strip() == ours


def test_no_address_is_ever_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def note(self: object, url: str, headers: object = None) -> None:
        asked.append(url)
        raise ValueError(url)

    monkeypatch.setattr(engine.NothingFetched, "fetch", note)
    hostile = '<img src="file:///etc/hostname"><link rel=attachment href="file:///etc/hostname">url(http://x)'
    body = (documents.paragraph("p", hostile),)
    data = pdf.render(replace(documents.long_text(1), body=body, title=words(hostile), state=hostile)).data
    assert asked == []
    assert len(pypdfium2.PdfDocument(data)) == 1


def test_the_fetcher_refuses_everything() -> None:
    for url in ("file:///etc/hostname", "data:text/plain,x", "http://localhost/"):
        with pytest.raises(ValueError, match="not fetched"):
            engine.NothingFetched().fetch(url)


def test_control_characters_and_lone_surrogates_do_not_reach_the_engine() -> None:
    text = "甲\x00乙\x07丙\u202e丁\ud800戊\x1b己"
    rendered = pdf.render(replace(documents.long_text(1), body=(documents.paragraph("p", text),)))
    assert rendered.warnings == ()
    assert "甲乙丙丁戊己" in pypdfium2.PdfDocument(rendered.data)[0].get_textpage().get_text_range()


def test_a_missing_subsetter_and_a_missing_pango_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "subsetter_available", lambda: False)
    assert "libharfbuzz-subset" in pdf.render(documents.letter()).warnings[0]
    monkeypatch.setattr(engine, "pango_available", lambda: False)
    with pytest.raises(EnvironmentFault, match="Pango"):
        pdf.render(documents.letter())


def test_without_its_libraries_the_renderer_says_what_is_missing() -> None:
    program = """
import sys
class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
sys.meta_path.insert(0, Absent())
from reporter.errors import EnvironmentFault
import reporter.render.pdf
from tests.render import documents
try:
    reporter.render.pdf.render(documents.letter())
except EnvironmentFault as fault:
    print(fault.message, fault.hint)
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        check=True,
    )
    assert "Pango" in done.stdout
    assert "apt-get install libpango-1.0-0" in done.stdout


def test_what_the_engine_logs_is_returned() -> None:
    with engine.logged() as messages:
        logging.getLogger("weasyprint").warning("Ignored `%s`", "x")
    assert messages == ["排版引擎提示：Ignored `x`"]


@pytest.mark.parametrize("face", ["order", "minutes", "letter", "document"])
@pytest.mark.parametrize("mode", ["full", "reserved", "none"])
def test_every_face_prints_with_every_header(face: str, mode: str) -> None:
    header = Header(("安和县人民政府令",), suffix="", number=words("第12号"), mode=mode)  # type: ignore[arg-type]
    document = Document(
        filing="x@2026",
        kind="x",
        face=face,  # type: ignore[arg-type]
        direction="down",
        title=words("安和县养老服务管理办法"),
        body=(documents.paragraph("p", "现予公布，自公布之日起施行。"),),
        header=header,
        closing=Closing((Signatory("安和县人民政府"),), words("2026年1月1日"), sealed=False),
        imprint=Imprint(words("安和县人民政府办公室"), words("2026年1月1日印发")),
    )
    rendered = pdf.render(document)
    assert rendered.warnings == ()
    text = pypdfium2.PdfDocument(rendered.data)[0].get_textpage().get_text_range()
    assert ("安和县人民政府令" in "".join(text.split())) is (mode == "full")


def test_rare_names_print_in_a_fallback_face_on_the_same_pitch() -> None:
    body = tuple(documents.paragraph(f"p{n}", "喆堃祎昇垚赟珺玥旻" * 6) for n in range(8))
    rendered = pdf.render(replace(documents.long_text(1), body=body))
    assert rendered.warnings == ()
    found = [
        line
        for line in lines(pypdfium2.PdfDocument(rendered.data)[0])
        if line[0].text in "喆堃祎昇垚赟珺玥旻"
    ]
    pitches = [(b[0].baseline - a[0].baseline) * 72 / 25.4 for a, b in pairwise(found)]
    assert pitches == pytest.approx([28.99] * len(pitches), abs=0.02)
    assert len(pitches) > 10


def test_metrics_are_those_of_the_embedded_fonts(made: dict[str, pypdfium2.PdfDocument]) -> None:
    """The breaker's widths and the engine's agree: no line drifts from what was computed."""
    line = lines(made["long_text"][1])[1]
    assert isinstance(pdf.Setter().metrics, Metrics)
    assert line[0].origin == pytest.approx(28, abs=0.05)


def test_the_machines_own_fonts_may_be_used_with_ours_behind_them() -> None:
    data = pdf.render(documents.letter(), fonts="system").data
    text = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
    assert "安和县消防救援大队" in text


@pytest.mark.deep
def test_two_thousand_rows_are_laid_out_with_every_row_once() -> None:
    rendered = pdf.render(documents.ledger(2000))
    assert rendered.warnings == ()
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(rendered.data))
    assert all(text.count(f"AH2026-{number:04d}") == 1 for number in range(1, 2001))
