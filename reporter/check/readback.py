"""Step 6: the finished files are read back and held against the Document and its facts.

Codes: GW701, GW702, GW705 in `presence`; GW710 in `added`; GW703, GW704 in `figures`; GW705–GW708 in `identity`;
GW709 a file cannot be read; GW712 in `pagecount`; GW713–GW715 in `glyphs`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from reporter.artefacts.docx import DocxFacts, DocxParagraph, read_docx
from reporter.artefacts.folded import Stream, fold
from reporter.artefacts.furniture import is_furniture, without_furniture
from reporter.artefacts.html import read_html
from reporter.artefacts.pdf import PdfFacts, read_pdf
from reporter.artefacts.source import Source
from reporter.artefacts.xlsx import read_xlsx
from reporter.check.added import check_nothing_added
from reporter.check.figures import Filed, agree, check_figures
from reporter.check.finding import Finding, Where, ordered
from reporter.check.glyphs import check_glyphs
from reporter.check.identity import (
    check_attachments,
    check_docx_rows,
    check_issuers,
    check_printed_issuers,
    check_xlsx_rows,
)
from reporter.check.pagecount import check_pages
from reporter.check.presence import Printed, check_presence
from reporter.document.model import Document
from reporter.document.naming import name_of
from reporter.errors import InputError
from reporter.facts.fact import Fact
from reporter.typeset.fonts import Fonts, font_set
from reporter.typeset.pieces import Piece, pieces
from reporter.typeset.setter import Setter
from reporter.typeset.webpieces import web_pieces

__all__ = ["Filed", "agree", "read_back"]

_TABLE_KINDS = {"head", "cell", "line"}
Readable = Source | PdfFacts


def read_back(
    document: Document,
    facts: Mapping[str, Fact],
    files: Mapping[str, Readable],
    names: Mapping[str, str] | None = None,
    fonts: Fonts = "standin",
) -> tuple[Finding, ...]:
    """Findings about one filing.

    `files` maps docx, html, pdf, xlsx to bytes or a path, pdf also to what was read from it (other formats are not
    read); `names` maps the same to the file's name in messages; `fonts` are those of the PDF. Time grows with the
    length of the text.
    """
    names = names or {}
    title = name_of(document)
    found = pieces(document)
    findings = check_figures(Filed(document, facts, title))
    findings += check_attachments(document, title)
    findings += check_issuers(document, title)
    readers: Mapping[str, _Reader] = {**_READERS, "pdf": partial(_read_pdf, fonts=fonts)}
    for kind in sorted(files):
        reader = readers.get(kind)
        if reader is None:
            continue
        file = names.get(kind) or f"{title}.{kind}"
        try:
            findings += reader(document, found, files[kind], file)
        except InputError as error:
            findings.append(
                Finding("GW709", "error", f"文件读不回来：{error.message}", error.hint, Where(file))
            )
    return ordered(findings)


def _read_docx(document: Document, found: tuple[Piece, ...], source: Readable, file: str) -> list[Finding]:
    docx = read_docx(_file(source))
    printed = Printed(
        file, Stream.of(_docx_parts(docx)), fold("\n".join(docx.headers + docx.footers + docx.notes))
    )
    findings = check_presence(found, printed)
    findings += check_nothing_added(found, ((0, text) for text in _docx_texts(docx)), file)
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


def _read_pdf(
    document: Document, found: tuple[Piece, ...], source: Readable, file: str, *, fonts: Fonts
) -> list[Finding]:
    facts = source if isinstance(source, PdfFacts) else read_pdf(source)
    pages = [without_furniture(page) for page in facts.pages]
    texts = Stream.of(("".join(lines) for lines in pages), compatible=True)
    findings = check_presence(found, Printed(file, texts, compatible=True, paged=True))
    lines = ((number, line) for number, page in enumerate(pages, 1) for line in page)
    findings += check_nothing_added(found, lines, file, compatible=True)
    table = font_set(fonts).metrics
    findings += check_pages(document, len(pages), file, Setter(table))
    return [*findings, *check_glyphs(found, file, table)]


def _read_xlsx(document: Document, found: tuple[Piece, ...], source: Readable, file: str) -> list[Finding]:
    xlsx = read_xlsx(_file(source))
    rows = ["".join(row) for sheet in xlsx.sheets for row in sheet.rows]
    of_tables = tuple(piece for piece in found if piece.kind in _TABLE_KINDS)
    findings = check_presence(of_tables, Printed(file, Stream.of(rows)))
    return findings + check_xlsx_rows(document, xlsx, file)


def _read_html(document: Document, found: tuple[Piece, ...], source: Readable, file: str) -> list[Finding]:
    """The web page holds what `web_pieces` says and nothing else, in its order."""
    html, wanted = read_html(_file(source)), web_pieces(document)
    findings = check_presence(wanted, Printed(file, Stream.of(html.texts)))
    return findings + check_nothing_added(wanted, ((0, text) for text in html.texts), file)


def _file(source: Readable) -> Source:
    assert not isinstance(source, PdfFacts)
    return source


_Reader = Callable[[Document, tuple[Piece, ...], Readable, str], list[Finding]]
_READERS: Mapping[str, _Reader] = {"docx": _read_docx, "html": _read_html, "xlsx": _read_xlsx}
