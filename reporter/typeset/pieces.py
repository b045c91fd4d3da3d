"""Document → the printed texts in order, each with the words a person would use for its place.

Made from the same flow that the renderers walk, so that read-back, the figure table and `explain` speak of
one order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Literal

from msgspec import Struct

from reporter.document.inline import Inlines, Note, plain, words
from reporter.document.lately import lately
from reporter.document.model import Closing, Document, Header, Imprint, Table
from reporter.typeset.flow import Foot, Item, Mark, NewPage, Para, Signature, TableItem, flow

Kind = Literal["mark", "text", "line", "head", "cell", "signature", "imprint", "note"]
_NAMED_STYLES = {"title": "标题", "recipients": "主送机关", "remark": "附注", "attachment_label": "附件标记"}
_TITLES = {"title", "issued_title", "attachment_title"}


class Piece(Struct, frozen=True, dict=True):
    """One printed text. `place` is Chinese (`正文第3段`, `附件2表第4行“整改”栏`).

    `block` is the id of the block in its own part, `row` and `column` the table's row key and column id.
    Pieces of kind mark, signature and imprint may stand in another order on paper than here; all others keep
    this order.
    """

    kind: Kind
    inlines: Inlines
    place: str
    block: str = ""
    row: str = ""
    column: str = ""
    table: Table | None = None

    @cached_property
    def text(self) -> str:
        """The characters without blanks and notes; a line break that a person asked for is a newline."""
        return plain(self.inlines)


@lately
def pieces(document: Document) -> tuple[Piece, ...]:
    """Everything that `document` prints, in order, apart from page numbers and the state in the top
    margin."""
    found: list[Piece] = []
    for piece in _walk(flow(document), bool(document.label)):
        found.append(piece)
        for note in piece.inlines:
            if isinstance(note, Note):
                found.append(Piece("note", note.inlines, f"{piece.place}的脚注", piece.block))
    return tuple(piece for piece in found if piece.inlines)


def grouped(found: tuple[Piece, ...]) -> list[list[int]]:
    """Indexes of pieces that are set as one: the cells of a row, the heads of a table; any other piece
    alone."""
    groups: list[list[int]] = []
    last: tuple[object, ...] = ()
    for index, piece in enumerate(found):
        key = (
            (piece.kind, id(piece.table), piece.place.partition("“")[0])
            if piece.kind in {"cell", "head"}
            else ()
        )
        if key and key == last:
            groups[-1].append(index)
        else:
            groups.append([index])
        last = key
    return groups


class _Place:
    """Which part of the document the walk is in, and how many paragraphs and tables it has passed there.

    `alone`: the document is an attachment that is a file of its own.
    """

    def __init__(self, alone: bool) -> None:
        self.part, self.paragraphs, self.tables = "正文", 0, 0
        self._alone = alone

    def enter(self, part: str) -> None:
        self.part, self.paragraphs, self.tables = part, 0, 0

    def of_para(self, item: Para) -> str:
        if item.style == "issued_title":
            self.enter("印发文本")
        elif item.style == "attachment_label":
            label = plain(item.inlines)
            self.enter(f"{label[label.rindex('附件') :]}（单独成册）" if self._alone else label)
            return self.part
        elif item.style in _NAMED_STYLES and self.part == "正文":
            return _NAMED_STYLES[item.style]
        if item.style in _TITLES:
            return f"{self.part}标题"
        if item.style in ("sheet_title", "table_title"):
            return f"{self.part}表{self._next_table()}标题" if self.part != "正文" else "表标题"
        if item.style.startswith("attachment_"):
            return "附件说明"
        self.paragraphs += 1
        return f"{self.part}第{self.paragraphs}段"

    def of_table(self) -> str:
        number = self._next_table()
        self.tables += 1
        return f"{self.part}表{number}" if self.part == "正文" or number else f"{self.part}表"

    def _next_table(self) -> str:
        return str(self.tables + 1) if self.tables else ""


def _walk(items: Iterable[Item], alone: bool) -> Iterator[Piece]:
    place = _Place(alone)
    for item in items:
        match item:
            case NewPage():
                pass
            case Mark(header=header):
                yield from _mark(header)
            case Para():
                inlines = words(item.number) + item.inlines + item.run_in
                yield Piece("text", inlines, place.of_para(item), item.id)
            case TableItem(table=table):
                yield from _table(table, place.of_table())
            case Signature(closing=closing):
                yield from _signature(closing, "" if place.part == "正文" else place.part)
            case Foot(imprint=imprint):
                yield from _imprint(imprint)


def _mark(header: Header) -> Iterator[Piece]:
    if header.mode == "none":
        return
    if header.mode == "full":
        for text in (*header.issuers, header.suffix):
            yield Piece("mark", words(text), "版头")
    for _, text in header.corner:
        yield Piece("mark", words(text), "版头")
    yield Piece("mark", header.number, "发文字号", "number")
    for signer in header.signers:
        yield Piece("mark", signer, "签发人", "signers")


def _table(table: Table, place: str) -> Iterator[Piece]:
    for line in table.above:
        for item in line:
            yield Piece("line", item, f"{place}上方", table.id, table=table)
    for column in table.columns:
        yield Piece("head", words(column.label), f"{place}表头", table.id, column=column.id, table=table)
    for number, row in enumerate(table.rows, 1):
        width = row.span or 1
        shown = (0, *range(width, len(row.cells))) if row.cells else ()
        for position in shown:
            column = table.columns[position]
            where = f"{place}第{number}行“{column.label}”栏"
            yield Piece("cell", row.cells[position], where, table.id, row.key, column.id, table)
    for line in table.below:
        for item in line:
            yield Piece("line", item, f"{place}下方", table.id, table=table)


def _signature(closing: Closing, part: str) -> Iterator[Piece]:
    for signatory in closing.signatories:
        label = "签发人职务" if signatory.post else "署名"
        yield Piece("signature", words(signatory.printed), f"{part}{label}", "closing")
    yield Piece("signature", closing.date, f"{part}成文日期", "date")


def _imprint(imprint: Imprint) -> Iterator[Piece]:
    for inlines in (imprint.recipients, imprint.cc, imprint.office, imprint.print_date):
        yield Piece("imprint", inlines, "版记", "imprint")
