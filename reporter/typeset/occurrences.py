"""Where in a Document each figure, cell, answer or clerk's text is printed."""

from __future__ import annotations

import re

from msgspec import Struct

from reporter.document.inline import Text, plain
from reporter.document.lately import lately
from reporter.document.model import Document, Row, Table
from reporter.typeset.pieces import Piece, pieces

_SENTENCE_END = "。；！？\n"
_QUOTE = 60
"""Longest sentence shown around a figure, 字 on either side of it."""


class Occurrence(Struct, frozen=True):
    """One printed run that carries a reference.

    `text` is what is printed; `sentence` the sentence or table row around it; `piece` the index of its piece
    in `pieces(document)` and `offset` the place of the run in that piece's text.
    """

    ref: str
    text: str
    sentence: str
    place: str
    block: str
    piece: int
    offset: int


@lately
def occurrences(document: Document) -> tuple[Occurrence, ...]:
    """All of them, in the order of the paper."""
    found: list[Occurrence] = []
    rows: dict[int, dict[str, Row]] = {}
    for index, piece in enumerate(pieces(document)):
        offset = 0
        for inline in piece.inlines:
            if isinstance(inline, Text) and inline.ref:
                sentence = sentence_around(piece, offset, len(inline.text), rows)
                found.append(
                    Occurrence(inline.ref, inline.text, sentence, piece.place, piece.block, index, offset)
                )
            offset += len(inline.text if isinstance(inline, Text) else plain((inline,)))
    return tuple(found)


def sentence_around(
    piece: Piece, start: int, length: int, rows: dict[int, dict[str, Row]] | None = None
) -> str:
    """The sentence, or for a cell the row, in which those characters of the piece stand.

    `rows` remembers the rows of tables between calls.
    """
    rows = {} if rows is None else rows
    if piece.kind == "cell" and piece.table:
        table = piece.table
        if id(table) not in rows:  # once a table: a list of many rows has as many figures
            rows[id(table)] = {row.key: row for row in table.rows}
        return _row_quote(table, rows[id(table)][piece.row], piece)
    text = piece.text
    left, right = sentence_bounds(text, start, length)
    head = "…" if start - left > _QUOTE else ""
    tail = "…" if right - start - length > _QUOTE else ""
    cut = text[max(left, start - _QUOTE) : min(right, start + length + _QUOTE)]
    return head + re.sub(r"\s+", "", cut) + tail


def sentence_bounds(text: str, start: int, length: int) -> tuple[int, int]:
    """Where the sentence around those characters begins, and behind which place it ends."""
    left = max((text.rfind(mark, 0, start) for mark in _SENTENCE_END), default=-1) + 1
    ends = [place for mark in _SENTENCE_END if (place := text.find(mark, start + length)) >= 0]
    return left, min(ends) + 1 if ends else len(text)


def _row_quote(table: Table, row: Row, piece: Piece) -> str:
    """`河口镇｜已整改：12`: the first words of the row and the column's label before the figure."""
    label = next(column.label for column in table.columns if column.id == piece.column)
    number_column = table.columns[0].label in {"序号", "编号"} and len(row.cells) > 1
    head = plain(row.cells[1 if number_column else 0]).replace("\n", "")
    if piece.column == table.columns[1 if number_column else 0].id:
        return f"{label}：{piece.text}"
    return f"{head[:_QUOTE]}｜{label}：{piece.text}"
