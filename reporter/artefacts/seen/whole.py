"""A finished file, whatever made it → what a reader sees of it, with its elements recognised."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from reporter.artefacts.geometry import PageGeometry
from reporter.artefacts.seen.docx import see_docx
from reporter.artefacts.seen.model import Seen
from reporter.artefacts.seen.pdf import see_pdf, seen_of
from reporter.artefacts.seen.recognise import recognise
from reporter.artefacts.source import Source


def see(source: Source, sort: Literal["docx", "pdf"]) -> Seen:
    """Raises InputError for what cannot be read as that sort of file."""
    return recognise(see_pdf(source) if sort == "pdf" else see_docx(source))


def see_pages(pages: Sequence[PageGeometry]) -> Seen:
    """A PDF whose pages were read already."""
    return recognise(seen_of(pages))
