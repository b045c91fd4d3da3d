"""The body of a document; a long one as it is parsed: what was read is dropped, so a long list never stands whole in
memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, Protocol, TypeVar

from lxml import etree

from reporter.ooxml.names import qn

Element = etree._Element
Block = TypeVar("Block")
Made_co = TypeVar("Made_co", covariant=True)
_BODY, _TABLE, _ROW = qn("w:body"), qn("w:tbl"), qn("w:tr")
_SLICE = 1 << 16
"""Bytes that are parsed at once; a document of no more is short."""
_ROWS = 64
"""Rows of a table that are read and dropped together."""


class OpenTable(Protocol[Made_co]):
    """A table whose children come one after the other."""

    def add(self, child: Element) -> None:
        """The next child of w:tbl."""

    def done(self) -> Made_co:
        """The whole."""


class Reader(Protocol[Made_co]):
    """What makes blocks of the children of w:body."""

    def child(self, node: Element) -> Iterator[Made_co]:
        """Any child but a table."""

    def open_table(self) -> OpenTable[Made_co]:
        """A table begins."""


def body_blocks(data: bytes, reader: Reader[Block]) -> Iterator[Block]:
    """The blocks of document.xml in order. Raises LookupError when it has no body, and what the parser raises."""
    return (_of_short if len(data) <= _SLICE else _of_long)(data, reader)


def _of_short(data: bytes, reader: Reader[Block]) -> Iterator[Block]:
    """Parsed at once: to ask a parser again and again for what it has takes longer than all of it."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    body = root.find(_BODY)
    if body is None:
        raise LookupError("w:body")
    for child in body:
        if child.tag == _TABLE:
            table = reader.open_table()
            for part in child:
                table.add(part)
            yield table.done()
        else:
            yield from reader.child(child)


def _of_long(data: bytes, reader: Reader[Block]) -> Iterator[Block]:
    streamed = _Streamed(reader)
    parser = etree.XMLPullParser(
        ("start", "end"), tag=(_BODY, _TABLE, _ROW), resolve_entities=False, no_network=True, huge_tree=True
    )
    for begin in range(0, len(data), _SLICE):
        parser.feed(data[begin : begin + _SLICE])
        for event, node in parser.read_events():
            if isinstance(node, Element):
                yield from streamed.event(event, node)
    parser.close()
    if streamed.body is None:
        raise LookupError("w:body")


class _Streamed(Generic[Block]):
    """Elements are dropped when the one behind them is there: the parser still holds the one it has just ended."""

    def __init__(self, reader: Reader[Block]) -> None:
        self.reader = reader
        self.body: Element | None = None
        self.table: Element | None = None
        self.open: OpenTable[Block] | None = None

    def event(self, event: str, node: Element) -> Iterator[Block]:
        parent = node.getparent()
        if node.tag == _BODY:
            if event == "start" and self.body is None and parent is not None and parent.getparent() is None:
                self.body = node
            elif event == "end" and node is self.body:
                yield from self._read(len(node))
        elif node.tag == _TABLE and parent is self.body and parent is not None:
            if event == "start":
                yield from self._read(len(parent) - 1)
                self.table, self.open = node, self.reader.open_table()
            elif self.open is not None:
                self._add(len(node))
                yield self.open.done()
                self.open = None
        elif event == "end" and parent is not None and parent is self.table and len(parent) > _ROWS:
            self._add(len(parent) - 1)

    def _read(self, count: int) -> Iterator[Block]:
        """The first children of the body; the table among them was read before."""
        assert self.body is not None
        for child in list(self.body)[:count]:
            if child is not self.table:
                yield from self.reader.child(child)
        del self.body[:count]

    def _add(self, count: int) -> None:
        assert self.table is not None and self.open is not None
        for child in list(self.table)[:count]:
            self.open.add(child)
        del self.table[:count]
