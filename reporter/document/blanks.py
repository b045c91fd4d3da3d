"""The blanks of a Document: what the clerk still has to fill in, each named once."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from reporter.document.inline import Blank
from reporter.document.lately import lately
from reporter.document.model import Attachment, Document, Table, WebField
from reporter.document.volumes import SECTION

_BLANK_FORM = "+blank"
"""End of the id of a filing that is issued to be filled in."""


@lately
def blank_names(document: Document) -> tuple[str, ...]:
    """Names in the order of the model, without those of attached filings: they are listed with their own filing."""
    found: dict[str, None] = {}
    _gather(document, found)
    return tuple(found)


def open_blanks(document: Document) -> tuple[str, ...]:
    """Names of the gaps in what is read as text, attached texts too. Not those of tables and forms, which are written
    into by hand, nor those of forms that are attached blank, nor what only the website shows."""
    found: dict[str, None] = {}
    _gather_open(document, found)
    return tuple(found)


def _gather_open(value: Any, found: dict[str, None]) -> None:
    if isinstance(value, tuple):
        for item in value:
            _gather_open(item, found)
    elif isinstance(value, Blank):
        found.setdefault(value.name)
    elif isinstance(value, Table | WebField):
        return
    elif isinstance(value, Attachment):
        _gather_open(value.title, found)
        if isinstance(value.content, Document) and not value.content.filing.endswith(_BLANK_FORM):
            _gather_open(value.content.body, found)
    else:
        for name in _names(type(value)):  # type: ignore[arg-type]
            _gather_open(getattr(value, name), found)


def _gather(value: Any, found: dict[str, None]) -> None:
    if isinstance(value, tuple):
        for item in value:
            _gather(item, found)
    elif isinstance(value, Blank):
        found.setdefault(value.name)
    elif isinstance(value, Attachment):
        _gather(value.title, found)
        if not (isinstance(value.content, Document) and SECTION not in value.content.filing):
            _gather(value.content, found)
    else:
        for name in _names(type(value)):  # type: ignore[arg-type]
            _gather(getattr(value, name), found)


@cache
def _names(kind: type) -> tuple[str, ...]:
    """Fields of a part of the model; none of what is no part."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
