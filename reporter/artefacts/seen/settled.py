"""A finished .docx → what a reader sees of it, and what the file says of its sheets."""

from __future__ import annotations

from contextlib import closing

from reporter.artefacts.geometry_docx import Sheets, sheets_of
from reporter.artefacts.seen.docx import seen_in
from reporter.artefacts.seen.model import Seen
from reporter.artefacts.seen.recognise import recognise
from reporter.artefacts.seen.word.parts import Parts
from reporter.artefacts.source import Source, load


def see_with_settings(source: Source) -> tuple[Seen, Sheets]:
    """A DOCX and what it says of its sheets; the file is opened and parsed once."""
    with closing(Parts(load(source), folded=True)) as parts:
        return recognise(seen_in(parts)), sheets_of(parts)
