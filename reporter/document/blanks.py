"""The blanks of a Document: what the clerk still has to fill in, each named once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from msgspec import Struct

from reporter.document.inline import Blank
from reporter.document.lately import lately
from reporter.document.model import Attachment, Document, Table, WebField
from reporter.document.volumes import SECTION

_BLANK_FORM = "+blank"
"""End of the id of a filing that is issued to be filled in."""
_LEAVES = frozenset({str, int, float, bool, type(None)})
"""What most fields hold; no blank is in it."""


@lately
def blank_names(document: Document) -> tuple[str, ...]:
    """Names in the order of the model, without those of attached filings: they are listed with their own filing."""
    found: dict[str, None] = {}
    _gather(document, found, _own)
    return tuple(found)


def open_blanks(document: Document) -> tuple[str, ...]:
    """Names of the gaps in what is read as text, attached texts too. Not those of tables and forms, which are written
    into by hand, nor those of forms that are attached blank, nor what only the website shows."""
    found: dict[str, None] = {}
    _gather(document, found, _read, (Table, WebField))
    return tuple(found)


def _gather(
    value: Any,
    found: dict[str, None],
    attached: Callable[[Attachment], tuple[Any, ...]],
    left_out: tuple[type, ...] = (),
) -> None:
    """`attached` gives what counts of an attachment."""
    if isinstance(value, tuple):
        for item in value:
            _gather(item, found, attached, left_out)
    elif isinstance(value, Blank):
        found.setdefault(value.name)
    elif isinstance(value, Attachment):
        _gather(attached(value), found, attached, left_out)
    elif not isinstance(value, left_out):
        for name in _names(type(value)):  # type: ignore[arg-type]
            if (content := getattr(value, name)).__class__ not in _LEAVES:
                _gather(content, found, attached, left_out)


def _own(attachment: Attachment) -> tuple[Any, ...]:
    """Title and content, unless this is a filing of its own."""
    content = attachment.content
    other = isinstance(content, Document) and SECTION not in content.filing
    return (attachment.title,) if other else (attachment.title, content)


def _read(attachment: Attachment) -> tuple[Any, ...]:
    """Title and text, unless this is a form to be filled in."""
    content = attachment.content
    text = content.body if isinstance(content, Document) and not content.filing.endswith(_BLANK_FORM) else ()
    return attachment.title, text


@cache
def _names(kind: type) -> tuple[str, ...]:
    """Fields of a part of the model; none of what is no part."""
    return kind.__struct_fields__ if issubclass(kind, Struct) else ()
