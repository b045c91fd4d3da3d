"""On which page of the PDF each printed text of a Document stands."""

from __future__ import annotations

from collections.abc import Mapping

from reporter.artefacts.folded import NEAR, Stream, fold, place_in_order
from reporter.artefacts.furniture import without_furniture
from reporter.artefacts.pdf import PdfFacts
from reporter.document.model import Document
from reporter.typeset.occurrences import Occurrence
from reporter.typeset.pieces import grouped, pieces


class PageFinder:
    """Pages (from 1) of pieces and occurrences; 0 where the text was not found as one run."""

    def __init__(self, document: Document, pdf: PdfFacts) -> None:
        self._pieces = pieces(document)
        pages = ["".join(without_furniture(page)) for page in pdf.pages]
        self._stream = Stream.of(pages, compatible=True)
        self._starts = self._find()

    def of(self, occurrence: Occurrence) -> int:
        """The page of that occurrence, at its first character."""
        start = self._starts.get(occurrence.piece)
        if start is None:
            return 0
        before = fold(self._pieces[occurrence.piece].text[: occurrence.offset], compatible=True)
        return self._stream.part_at(start + len(before)) + 1

    def _find(self) -> Mapping[int, int]:
        """Start of each piece; cells are looked for a row at a time, since a short cell alone says
        nothing."""
        groups = grouped(self._pieces)
        texts = ["".join(fold(self._pieces[i].text, compatible=True) for i in group) for group in groups]
        starts: dict[int, int] = {}
        end = 0
        for group, span in zip(groups, place_in_order(texts, self._stream.text), strict=True):
            place = span.start if span else end
            for index in group:
                text = fold(self._pieces[index].text, compatible=True)
                # A row that is torn in two by a page's head is found cell by cell behind the row before it.
                if span is None:
                    place = self._stream.text.find(text, end, end + NEAR)
                if place >= 0:
                    starts[index] = place
                place += len(text)
            end = span.end if span else end
        return starts
