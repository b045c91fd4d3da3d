"""LibreOffice as a producer: a DOCX opened and saved again, or exported as PDF. Slow: about a second a file."""

from __future__ import annotations

from functools import cache

from reporter.artefacts import office


@cache
def docx(data: bytes) -> bytes:
    return office.resaved(data)


@cache
def pdf(data: bytes) -> bytes:
    return office.to_pdf(data)
