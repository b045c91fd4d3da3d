"""A finished file that is to be read back, with the Document that it was made of."""

from __future__ import annotations

from msgspec import Struct

from reporter.artefacts.pdf import PdfFacts
from reporter.artefacts.source import Source
from reporter.document.model import Document
from reporter.typeset.fonts import Fonts
from reporter.typeset.pieces import Piece

Readable = Source | PdfFacts


class Finished(Struct, frozen=True):
    """`pieces` are those of the Document, `file` its name in messages, `fonts` those of a PDF."""

    document: Document
    pieces: tuple[Piece, ...]
    source: Readable
    file: str
    fonts: Fonts

    def as_source(self) -> Source:
        """What is not a PDF comes as bytes or a path."""
        assert not isinstance(self.source, PdfFacts)
        return self.source
