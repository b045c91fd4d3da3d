"""The tables of a Document that make sheets of their own: lists, forms and year tables, in the order of the
paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from reporter.document.inline import Inlines, plain
from reporter.document.model import Block, Document, Heading, Table


class Sheet(Struct, frozen=True):
    """A table with the title it has on paper; where it has none of its own, that of what it stands in."""

    title: Inlines
    table: Table


def sheets(document: Document) -> tuple[Sheet, ...]:
    """Tables of the body, the issued texts and the attachments that are bound with the document."""
    return tuple(_sheets(document))


def _sheets(document: Document) -> Iterator[Sheet]:
    yield from _of_blocks(document.body, document.title)
    for issued in document.issued:
        yield from _of_blocks(issued.body, issued.title)
    for attachment in document.attachments:
        content = None if attachment.separate else attachment.content
        if isinstance(content, Table):
            yield Sheet(content.title or attachment.title, content)
        elif isinstance(content, Document):
            yield from _of_blocks(content.body, attachment.title)


def _of_blocks(blocks: Iterable[Block], title: Inlines) -> Iterator[Sheet]:
    """A table without title takes the last heading before it, so that several in one text stay apart."""
    for block in blocks:
        if isinstance(block, Heading):
            title = block.inlines if plain(block.inlines) else title
        elif isinstance(block, Table):
            yield Sheet(block.title or title, block)
