"""What a document is called where it is spoken of: files, lists, messages."""

from __future__ import annotations

from reporter.document.inline import plain
from reporter.document.model import Document


def name_of(document: Document) -> str:
    """The title on one line; of an order without one its mark and number: 安和县人民政府令第3号."""
    title = plain(document.title).replace("\n", "")
    header = document.header
    if title or header is None:
        return title
    return "".join(("、".join(header.issuers), header.suffix, plain(header.number))).replace("\n", "")
