"""The text of document.xml: a filled body finished part by part, each form of a part once a process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, count, islice
from typing import Any, NamedTuple

from reporter.errors import TemplateError
from reporter.ooxml.bookmarks import bookmark_name
from reporter.ooxml.cutting import elements, inside
from reporter.render.word.blocks import Filled
from reporter.render.word.body import P, Unit, body_of, settle, units
from reporter.render.word.finish import Plan, finished
from reporter.render.word.longtables import Later
from reporter.render.word.marks import BLOCK
from reporter.render.word.shell import Shell, shell
from reporter.render.word.slots import Form, lifted
from reporter.render.word.tables import RowShape, Sheet, row_shapes, sheet_of

Fill = Callable[[Sequence[Mapping[str, Any]]], str]
"""Blocks → the body that a template makes of them."""
_ROW = "w:tr"
_LONG_PIECE = 1 << 14
"""Characters: shorter ones are handed on together."""


def whole_text(root: bytes, fill: Fill, filled: Filled, later: Later, *, characters: bool) -> Iterator[bytes]:
    """document.xml in pieces. `root` is w:document without a body; `later` are rows of tables in `filled`."""
    opened, found = body_of(fill(filled.blocks))
    parts = units(found, filled.placed)
    settle(parts, even_end=filled.even_end)
    ground = shell(root, opened)
    writer = _Writer(ground, fill, later, characters)
    yield ground.before
    waiting: list[str] = []
    for piece in chain.from_iterable(map(writer.unit, parts)):
        waiting.append(piece)
        if len(piece) > _LONG_PIECE:
            yield "".join(waiting).encode()
            waiting.clear()
    yield "".join(waiting).encode()
    yield ground.after


class _Rows(NamedTuple):
    """The text of a table, cut: `frame` is the table without its rows, `tail` what stands behind them."""

    frame: str
    rows: list[str]
    tail: str
    end: str


def _cut(table: str) -> _Rows:
    """What stands between two rows goes with the second."""
    _, start, stop = inside(table)
    rows: list[str] = []
    frame = loose = ""
    for tag, part in elements(table, start, stop):
        loose += part
        if tag == _ROW:
            if rows:
                rows.append(loose)
            else:
                frame, rows = loose[: -len(part)], [part]
            loose = ""
    if not rows:
        frame, loose = loose, ""
    return _Rows(f"{table[:start]}{frame}</w:tbl>", rows, loose, table[stop:])


class _Writer:
    """Finishes the units of one body in their order; its bookmarks are numbered in this order too."""

    def __init__(self, shell: Shell, fill: Fill, later: Later, characters: bool) -> None:
        self.shell, self.fill, self.later, self.characters = shell, fill, later, characters
        self.numbers = count(1)

    def unit(self, unit: Unit) -> Iterable[str]:
        """Its text; that of a long table in pieces."""
        return (self._whole(unit),) if unit.data is None else self._table(unit)

    def _whole(self, unit: Unit) -> str:
        ids = [placed.id for placed in unit.blocks if placed is not None and placed.id]
        # The finisher cuts the text of a mark in two.
        whole = unit.tag == P and unit.blocks[-1] is not None and unit.blocks[-1].mark is not None
        text = unit.text + unit.section if unit.ends_section else unit.text
        part, texts = (text, []) if whole else lifted(text)
        form = finished(self.shell, part, self._plan(unit))
        return form.filled([*self._bookmarks(ids), *texts])

    def _plan(self, unit: Unit, sheet: Sheet | None = None) -> Plan:
        blocks = () if sheet else unit.blocks
        return Plan(
            blocks,
            tuple([placed is not None and bool(placed.id) for placed in blocks]),
            sheet,
            ends_section=unit.ends_section,
            grounded=unit.grounded,
            later=unit.later,
            even=unit.even,
            characters=self.characters,
        )

    def _bookmarks(self, ids: Iterable[str]) -> Iterator[str]:
        """Number and name of each."""
        for ident in ids:
            yield str(next(self.numbers))
            yield bookmark_name(ident)

    def _table(self, unit: Unit) -> Iterator[str]:
        placed = unit.data
        assert placed is not None and placed.table is not None and unit.number is not None
        cut, sheet, later = _cut(unit.text), sheet_of(placed), self.later.get(unit.number, ())
        heads = len(cut.rows) - len(placed.table.rows) + sum(len(block["rows"]) for block in later)
        if heads < 0:
            raise TemplateError("版式模板的表格没有印出每一行", "用 reporter template lint 检查")
        frame = finished(self.shell, cut.frame, self._plan(unit, sheet)).filled(())
        yield frame[: frame.rindex("</")]
        forms: _Forms = {}
        ids = iter([*filter(None, [placed.id]), *placed.row_ids])
        shapes = iter(row_shapes(placed, heads))
        for rows in chain([cut.rows], map(self._filled, later)):
            yield self._rows(rows, islice(shapes, len(rows)), ids, sheet, forms)
        if cut.tail:
            yield finished(self.shell, cut.tail, Plan()).filled(())
        yield cut.end

    def _filled(self, block: Mapping[str, Any]) -> list[str]:
        _, found = body_of(self.fill([block]))
        table = next(text for _, text in found if BLOCK in text)
        return _cut(table).rows[-len(block["rows"]) :]

    def _rows(
        self, rows: list[str], shapes: Iterator[RowShape], ids: Iterator[str], sheet: Sheet, forms: _Forms
    ) -> str:
        made = []
        for row, shape in zip(rows, shapes, strict=True):
            part, texts = lifted(row)
            form = forms.get((part, shape))
            if form is None:
                form = forms[part, shape] = finished(self.shell, part, Plan(sheet=sheet, row=shape))
            made.append(form.filled([*self._bookmarks(islice(ids, shape.bookmarks)), *texts]))
        return "".join(made)


_Forms = dict[tuple[str, RowShape], Form]
