"""The block of information above a document on a website: settings of the filing, else of the text (`web`, 网站)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from reporter.compose.desk import Desk
from reporter.document.inline import Blank, Inlines, words
from reporter.document.model import Document, WebField
from reporter.document.webpage import LABELS, says
from reporter.intake.folder import FILINGS
from reporter.patterns import regex
from reporter.refs import text_ref

_OPEN = regex(r"待填|待定|待补|空白|_{2,}")
"""How a writer says that a value is not known yet."""
_BLANK_CELLS = 4


def with_web(desk: Desk, document: Document) -> Document:
    """The document with what was configured for the website."""
    fields = tuple(_fields(desk, document))
    return replace(document, web=fields) if fields else document


def _fields(desk: Desk, document: Document) -> Iterator[WebField]:
    text, filing = desk.kind.front.web, desk.filing.web
    for key, label in LABELS.items():
        typed, written = getattr(filing, key, None), getattr(text, key, None)
        known = bool(typed or written)
        named = typed is not None or written is not None
        if not named or (not known and says(document, label)):
            continue
        given = typed or written or ""
        if not given or _OPEN.fullmatch(given):
            yield WebField(label, (Blank(label, _BLANK_CELLS),))
        else:
            yield WebField(label, _value(desk, key, typed, given))


def _value(desk: Desk, key: str, typed: str | None, given: str) -> Inlines:
    """What filings.yaml says is text, what the kind says is a template."""
    return words(given, ref=text_ref(FILINGS, desk.filing.id)) if typed else desk.inlines(given, f"web.{key}")
