"""A finished .pdf → pages of text lines, page sizes and metadata."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from typing import Any

from msgspec import Struct

from reporter.artefacts.source import Source, load
from reporter.errors import InputError

MAX_PAGES = 5000
_MM_PER_PT = 25.4 / 72
_BROKEN_HYPHEN = "\ufffe"
"""What PDFium gives for a hyphen at the end of a line; a Chinese text has only hyphens that were typed."""


class PdfPage(Struct, frozen=True):
    """Lines in the order in which they were drawn; the sheet's size in mm."""

    lines: tuple[str, ...]
    width_mm: float
    height_mm: float


class PdfFacts(Struct, frozen=True):
    """What stands in the file. `metadata` has Title, Author, Subject, Keywords, Creator, Producer where
    given."""

    pages: tuple[PdfPage, ...]
    metadata: Mapping[str, str]


def read_pdf(source: Source) -> PdfFacts:
    """Raises InputError for what is no PDF, is encrypted or damaged, or has more than MAX_PAGES pages."""
    document = open_pdf(load(source))
    try:
        if len(document) > MAX_PAGES:
            raise InputError(f"PDF 有 {len(document)} 页，超过上限 {MAX_PAGES} 页，未读取")
        pages = tuple(_page(document, number) for number in range(len(document)))
        metadata = {key: value for key, value in document.get_metadata_dict().items() if value}
    finally:
        document.close()
    return PdfFacts(pages, metadata)


def open_pdf(data: bytes) -> Any:
    """The library's document (it has no types); the caller closes it. Raises InputError as `read_pdf` does."""
    import pypdfium2 as pdfium  # noqa: PLC0415 - slow to load: only what reads a PDF waits for it

    if not data[:1024].lstrip().startswith(b"%PDF"):
        raise InputError("这不是 PDF 文件")
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        encrypted = "password" in str(error).lower()
        message = "PDF 设了打开密码，无法读取" if encrypted else "PDF 已损坏，读不完整"
        raise InputError(message, "请重新生成或另存一份没有密码的") from error


@contextmanager
def opened_page(document: Any, number: int) -> Iterator[tuple[Any, Any]]:
    """A page, counted from 0, and its text; raises InputError for a damaged one."""
    import pypdfium2 as pdfium  # noqa: PLC0415 - loaded with the document

    with ExitStack() as opened:
        try:
            page = opened.enter_context(closing(document[number]))
            text_page = opened.enter_context(closing(page.get_textpage()))
        except pdfium.PdfiumError as error:
            hint = "请重新生成，或用 PDF 阅读器打开后另存一份"
            raise InputError(f"PDF 第 {number + 1} 页已损坏，读不完整", hint) from error
        yield page, text_page


def _page(document: Any, number: int) -> PdfPage:
    with opened_page(document, number) as (page, text_page):
        text = text_page.get_text_range().replace(_BROKEN_HYPHEN, "-").replace("\x02", "-")
        width, height = page.get_size()
    lines = tuple(line for line in text.replace("\r", "").split("\n") if line.strip())
    return PdfPage(lines, round(width * _MM_PER_PT, 2), round(height * _MM_PER_PT, 2))
