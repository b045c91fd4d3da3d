"""GW712: the PDF has other pages than were foreseen from lines and row heights."""

from __future__ import annotations

from reporter.check.finding import Finding, Where
from reporter.document.model import Document
from reporter.typeset.prediction import predict
from reporter.typeset.setter import Setter


def check_pages(document: Document, printed: int, file: str, setter: Setter | None = None) -> list[Finding]:
    """A warning where they differ: DOCX and PDF may then disagree about the page of 版记 (GB/T 9704 7.4.1)."""
    foreseen = predict(document, setter).pages
    if foreseen == printed:
        return []
    message = f"PDF 有{printed}页，按行数和行高推算是{foreseen}页"
    hint = "翻看 PDF 的分页；DOCX 的版记按推算的页数放置，打印前看末页是不是双数页"
    return [Finding("GW712", "warning", message, hint, Where(file), "GB/T 9704-2012 7.4.1")]
