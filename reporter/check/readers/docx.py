"""A DOCX read back."""

from __future__ import annotations

from reporter.artefacts.docx import DocxFacts, DocxParagraph, read_docx
from reporter.artefacts.folded import Stream, fold
from reporter.artefacts.furniture import is_furniture
from reporter.check.added import check_nothing_added
from reporter.check.finding import Finding
from reporter.check.finished import Finished
from reporter.check.glyphs import check_pictures
from reporter.check.identity import check_docx_rows, check_printed_issuers
from reporter.check.presence import Printed, check_presence


def read(finished: Finished) -> list[Finding]:
    """Its texts and rows are those of the Document, in order, and no others."""
    document, found, file = finished.document, finished.pieces, finished.file
    docx = read_docx(finished.as_source())
    printed = Printed(
        file, Stream.of(_docx_parts(docx)), fold("\n".join(docx.headers + docx.footers + docx.notes))
    )
    texts = _docx_texts(docx)
    findings = check_presence(found, printed)
    findings += check_nothing_added(found, ((0, text) for text in texts), file)
    findings += check_pictures(found, "".join(texts), file)
    findings += check_printed_issuers(document, docx, file)
    return findings + check_docx_rows(document, docx, file)


def _docx_parts(docx: DocxFacts) -> list[str]:
    """Paragraphs and table rows, in order."""
    parts: list[str] = []
    for block in docx.blocks:
        parts += (block.text,) if isinstance(block, DocxParagraph) else ("".join(row) for row in block.rows)
    return parts


def _docx_texts(docx: DocxFacts) -> list[str]:
    """Paragraphs, also those in cells, without the marks of the page."""
    texts: list[str] = []
    for block in docx.blocks:
        inside = (block,) if isinstance(block, DocxParagraph) else block.paragraphs
        texts += (paragraph.text for paragraph in inside if not is_furniture(paragraph.text))
    return texts
