"""The texts of a document's web page in order: the block of information, then what the page says."""

from __future__ import annotations

from reporter.document.model import Document
from reporter.document.webpage import web_document, web_rows
from reporter.typeset.pieces import Piece, pieces


def web_pieces(document: Document) -> tuple[Piece, ...]:
    """Everything that the page holds of `document`."""
    block = tuple(Piece("text", row.value, f"公文信息“{row.label}”", "web") for row in web_rows(document))
    return (*block, *pieces(web_document(document)))
