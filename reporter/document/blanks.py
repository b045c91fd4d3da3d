"""The blanks of a Document: what the clerk still has to fill in, each named once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from reporter.document.inline import Blank
from reporter.document.model import Attachment, Document
from reporter.document.volumes import SECTION


def blank_names(document: Document) -> tuple[str, ...]:
    """Names in the order of the model, without those of attached filings: they are listed with their own filing."""
    return tuple(dict.fromkeys(blank.name for blank in _walk(document)))


def _walk(value: Any) -> Iterator[Blank]:
    if isinstance(value, Blank):
        yield value
    elif isinstance(value, Attachment):
        yield from _walk(value.title)
        if not (isinstance(value.content, Document) and SECTION not in value.content.filing):
            yield from _walk(value.content)
    elif isinstance(value, tuple):
        yield from _each(value)
    elif is_dataclass(value) and not isinstance(value, type):
        yield from _each(getattr(value, field.name) for field in fields(value))


def _each(values: Iterable[Any]) -> Iterator[Blank]:
    for value in values:
        yield from _walk(value)
