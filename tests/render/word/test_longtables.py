"""Long tables are filled in batches: the file is the one that a single batch would give."""

import pytest
from msgspec.structs import replace

from reporter.document.inline import Text, words
from reporter.document.model import Column, Document, Row, Table
from reporter.ooxml.names import qn
from reporter.ooxml.package import Package
from reporter.render.word import longtables, write
from reporter.render.word.blocks import Filled, fill
from reporter.render.word.template import MAIN, load

_COLUMNS = (Column("n", "序号", 3), Column("home", "机构", 8), Column("text", "问题", 20, "left"))


def _table(ident: str, count: int) -> Table:
    rows = tuple(
        Row(f"{ident}-{number}", (words(str(number)), words("福寿居养老院"), (Text("“通道”", strong=True),)))
        for number in range(count)
    )
    group = Row(f"{ident}-g", (words("河口镇"), (), ()), "group", 3)
    below = ((words("填报人："), words("审核人：")),)
    return Table(
        ident, "ledger", _COLUMNS, (group, *rows), below=below, orientation="landscape", type_size=10.5
    )


def _document(*tables: Table) -> Document:
    return Document("lists@2026", "lists", "plain", "down", words("清单"), tables, sample=True)


def _written(document: Document, rows: int, monkeypatch: pytest.MonkeyPatch) -> bytes:
    whole = longtables.in_batches
    with monkeypatch.context() as patch:
        patch.setattr(write, "in_batches", lambda filled: whole(filled, rows))
        return write.write(document, load("plain")).data


@pytest.mark.parametrize("rows", [2, 3, 7, 20, 21])
def test_batches_give_the_same_bytes_as_one_filling(rows: int, monkeypatch: pytest.MonkeyPatch) -> None:
    document = _document(_table("a", 21), replace(_table("b", 4), own_page=True), _table("c", 33))
    assert _written(document, rows, monkeypatch) == _written(document, 1000, monkeypatch)


def test_a_long_table_keeps_rows_header_and_numbered_bookmarks(monkeypatch: pytest.MonkeyPatch) -> None:
    root = Package.read(_written(_document(_table("a", 450)), 200, monkeypatch)).tree(MAIN)
    (table,) = root.iter(qn("w:tbl"))
    assert len(table.findall(qn("w:tr"))) == 452
    assert len(list(table.iter(qn("w:tblHeader")))) == 1
    numbers = [int(mark.get(qn("w:id"), "0")) for mark in root.iter(qn("w:bookmarkStart"))]
    assert numbers == list(range(1, len(numbers) + 1))
    assert not any("rows-of" in str(node) for node in root.xpath("//processing-instruction()"))


def test_a_group_is_set_in_the_face_of_the_head_as_in_the_pdf() -> None:
    root = Package.read(write.write(_document(_table("a", 2)), load("plain")).data).tree(MAIN)
    styles = [style.get(qn("w:val")) for style in root.iterfind(f".//{qn('w:tbl')}//{qn('w:pStyle')}")]
    assert styles == ["GWCellHead"] * 3 + ["GWCellTotal"] + ["GWCell"] * 6


@pytest.mark.parametrize("role", ["group", "total"])
def test_rows_are_held_over_the_end_of_a_batch(role: str, monkeypatch: pytest.MonkeyPatch) -> None:
    table = _table("a", 399)
    last = 199 if role == "group" else 200  # of a batch, or the first of the next
    rows = [replace(row, role=role) if place == last else row for place, row in enumerate(table.rows)]
    made = _written(_document(replace(table, rows=tuple(rows))), 200, monkeypatch)
    held = [
        place
        for place, row in enumerate(Package.read(made).tree(MAIN).iter(qn("w:tr")), -1)
        if row.find(f".//{qn('w:keepNext')}") is not None
    ]
    assert held == [-1, 0, 199, 398, 399], "head, group, before the batch ends, and the last with those below"


def test_only_what_the_template_gets_is_cut() -> None:
    filled = fill(_document(_table("a", 200)))
    number = _number(filled)
    whole = filled.placed[number]
    assert longtables.in_batches(filled, 201) == {}
    (later,) = longtables.in_batches(filled, 200).values()
    assert [len(block["rows"]) for block in (filled.blocks[number], *later)] == [200, 1]
    assert filled.placed[number] is whole and len(whole.row_ids) == 201


def _number(filled: Filled) -> int:
    return next(n for n, placed in enumerate(filled.placed) if placed.table is not None)
