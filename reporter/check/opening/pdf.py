"""The pages of a PDF, its own or those that LibreOffice made of a DOCX."""

from __future__ import annotations

from reporter.artefacts.seen.model import Seen
from reporter.artefacts.seen.whole import see_pages
from reporter.check.measure.whole import laid_out
from reporter.check.subject import Layout


def layout_of(data: bytes, *, rendered: bool) -> Layout:
    """Measured once for all rules about pages. Raises InputError for what is no PDF."""
    pages, rows, _ = laid_out(data, rendered=rendered, quick=True)
    return Layout(pages, {row.item.key: row for row in rows}, rendered, data)


def seen_of(layout: Layout) -> Seen:
    return see_pages(layout.pages)
