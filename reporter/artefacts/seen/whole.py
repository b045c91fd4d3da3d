"""A finished file, whatever made it → what a reader sees of it, with its elements recognised."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from typing import Literal

from reporter.artefacts.geometry import PageGeometry
from reporter.artefacts.geometry_docx import Sheets, sheets_of
from reporter.artefacts.seen.docx import see_docx, seen_in
from reporter.artefacts.seen.model import Seen
from reporter.artefacts.seen.pdf import see_pdf, seen_of
from reporter.artefacts.seen.recognise import recognise
from reporter.artefacts.seen.word.parts import Parts
from reporter.artefacts.source import Source, load


def see(source: Source, sort: Literal["docx", "pdf"]) -> Seen:
    """Raises InputError for what cannot be read as that sort of file."""
    return recognise(see_pdf(source) if sort == "pdf" else see_docx(source))


def see_with_settings(source: Source) -> tuple[Seen, Sheets]:
    """A DOCX and what it says of its sheets; the file is opened and parsed once."""
    with closing(Parts(load(source))) as parts:
        return recognise(seen_in(parts)), sheets_of(parts)


def see_pages(pages: Sequence[PageGeometry]) -> Seen:
    """A PDF whose pages were read already."""
    return recognise(seen_of(pages))
