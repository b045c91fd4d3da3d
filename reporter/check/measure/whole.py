"""One file measured: a PDF as it is, a DOCX in its structure and, when asked, as LibreOffice lays it out."""

from __future__ import annotations

from pathlib import Path

from reporter.artefacts import office
from reporter.artefacts.for_office import adapted
from reporter.artefacts.geometry import CHECKED_CHARACTERS, PageGeometry, has_text, read_geometry
from reporter.artefacts.geometry_ink import InkedPdf
from reporter.artefacts.geometry_quick import QuickInk
from reporter.artefacts.source import load
from reporter.check.measure.body import page_texts
from reporter.check.measure.docx import docx_readings
from reporter.check.measure.foot import imprint_readings, number_readings
from reporter.check.measure.grid import grid_readings
from reporter.check.measure.head import find_head, first_page_reading, head_readings
from reporter.check.measure.items import DOCX_ITEMS, PDF_ITEMS
from reporter.check.measure.judge import Judged, Measurement, Reading, judge
from reporter.check.measure.sheet import sheet_readings
from reporter.check.measure.signer import signer_readings
from reporter.errors import InputError

RENDERED_NOTE = (
    "版面按 LibreOffice 的排版结果测量（它会把行末标点悬挂到版心外，不计），Word、WPS 中可能略有不同"
)
NOT_RENDERED = "Word 文件只查了设置；加 --render 用 LibreOffice 排版后再量"
NO_TEXT = "没有文字（可能是扫描件），只量了纸张"


def measure(path: Path, *, render: bool = False, strict: bool = False) -> Measurement:
    """The file's items in order. `render` lays a DOCX out with LibreOffice and measures that too.

    Raises InputError for a file that is neither, EnvironmentFault when LibreOffice is asked for and missing.
    """
    data = load(path)
    if not data:
        raise InputError("文件是空的", "核对是不是给错了文件", str(path))
    suffix = path.suffix.lower()
    if suffix == ".pdf":
        _, rows, notes = laid_out(data, rendered=False, strict=strict)
        return Measurement(path.name, rows, notes)
    if suffix != ".docx":
        raise InputError("只能测量 .pdf 和 .docx 文件", "Word 97—2003 的 .doc 请先另存为 .docx", str(path))
    rows = judge(DOCX_ITEMS, docx_readings(data), strict=strict)
    if not render:
        unseen = (Reading(key, reason="未排版") for key in ("lines", "cells", "imprint_foot", "dash"))
        return Measurement(path.name, rows + judge(PDF_ITEMS, unseen), (NOT_RENDERED,))
    _, more, notes = laid_out(office.to_pdf(adapted(data, hangs=True)), rendered=True, strict=strict)
    return Measurement(path.name, rows + more, (RENDERED_NOTE, *notes))


def laid_out(
    data: bytes, *, rendered: bool, strict: bool = False, quick: bool = False
) -> tuple[tuple[PageGeometry, ...], tuple[Judged, ...], tuple[str, ...]]:
    """The pages of a PDF's bytes, their measured rows, and sentences about the file as a whole.

    `quick` measures drawn rules by their paths and ink at half the resolution, to a tenth of a millimetre.
    """
    pages = read_geometry(data, CHECKED_CHARACTERS if quick else None)
    if not has_text(pages):
        readings = sheet_readings(pages, letter=False)[:1]
        return pages, judge(PDF_ITEMS, readings), (NO_TEXT,)
    with QuickInk(data, pages) if quick else InkedPdf(data) as ink:
        head = find_head(pages[0], ink)
        texts = page_texts(pages, head.ends_mm)
        readings = [
            *sheet_readings(pages, letter=head.letter, rendered=rendered),
            *grid_readings(texts, rendered=rendered),
            *head_readings(head, texts, ink),
            first_page_reading(texts),
            *signer_readings(texts),
            *imprint_readings(pages, ink, rendered=rendered),
            *number_readings(pages, ink),
        ]
    return pages, judge(PDF_ITEMS, readings, rendered=rendered, strict=strict), ()
