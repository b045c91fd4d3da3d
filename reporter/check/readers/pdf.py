"""A PDF read back."""

from __future__ import annotations

from reporter.artefacts.folded import Stream
from reporter.artefacts.furniture import without_furniture
from reporter.artefacts.pdf import PdfFacts, read_pdf
from reporter.check.added import check_nothing_added
from reporter.check.finding import Finding
from reporter.check.finished import Finished
from reporter.check.glyphs import check_glyphs
from reporter.check.pagecount import check_pages
from reporter.check.presence import Printed, check_presence
from reporter.typeset.fonts import font_set
from reporter.typeset.setter import Setter


def read(finished: Finished) -> list[Finding]:
    """The same page by page; its pages are those that were foreseen, and its fonts have every character."""
    found, file, source = finished.pieces, finished.file, finished.source
    facts = source if isinstance(source, PdfFacts) else read_pdf(source)
    pages = [without_furniture(page) for page in facts.pages]
    texts = Stream.of(("".join(lines) for lines in pages), compatible=True)
    findings = check_presence(found, Printed(file, texts, compatible=True, paged=True))
    lines = ((number, line) for number, page in enumerate(pages, 1) for line in page)
    findings += check_nothing_added(found, lines, file, compatible=True)
    table = font_set(finished.fonts).metrics
    findings += check_pages(finished.document, len(pages), file, Setter(table))
    return [*findings, *check_glyphs(found, file, table)]
