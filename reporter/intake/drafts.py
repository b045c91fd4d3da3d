"""Rows become drafts: typed values with their cells, before names are resolved and rules are applied."""

from __future__ import annotations

import types
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from msgspec import Struct, field

from reporter.intake.problems import IGNORED, Code, Fault, Problem, Where, error, warning
from reporter.intake.sheet import Located, Raw, Sheet
from reporter.intake.tables import Row, Table, paired_value
from reporter.intake.values import SHORT, cleaned, parse, refuse_characters
from reporter.records.base import Record
from reporter.refs import Cell
from reporter.text import INVISIBLE


class Draft(Struct):
    """One row on its way to a record. `faulty` names the fields that already have an error."""

    record: type[Record]
    row: int
    values: dict[str, Any] = field(default_factory=dict)
    cells: dict[str, Cell] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    second: dict[str, Any] = field(default_factory=dict)
    """Values of paired columns (a home named by name and by code)."""
    faulty: set[str] = field(default_factory=set)

    def where(self, name: str) -> Where:
        """The place of a field, under the header that the clerk's own sheet shows."""
        cell = self.cells.get(name)
        header = self.headers.get(name, "")
        return (
            Where.of(cell, header) if cell else Where(self.anywhere.file, self.anywhere.sheet, column=header)
        )

    @property
    def anywhere(self) -> Cell:
        return next(iter(self.cells.values()))


@cache
def kinds(record: type[Record]) -> dict[str, type]:
    """Field → str, int, Decimal or date, with Annotated, Optional and Literal taken off."""
    return {name: _kind(one.type) for name, one in record.declared().items()}


def _kind(annotation: Any) -> type:
    origin = get_origin(annotation)
    if origin is Annotated:
        return _kind(get_args(annotation)[0])
    if origin is Literal:
        return str
    if origin in (Union, types.UnionType):
        return next(_kind(part) for part in get_args(annotation) if part is not type(None))
    if annotation in (str, int, Decimal, date):
        return annotation  # type: ignore[no-any-return]
    raise TypeError(f"no cell can hold a {annotation!r}")


def drafts_of(table: Table) -> tuple[list[Draft], list[Problem]]:
    """All rows of a table as drafts, with every problem of every cell."""
    drafts: list[Draft] = []
    problems: list[Problem] = []
    for row in table.rows:
        draft = Draft(table.record, row.number, headers=table.header.texts)
        for name, located in row.values.items():
            problems += _fill(draft, table, name, located)
            problems += _required(draft, table, name, row)
        for name in table.header.pairs:
            located_pair = paired_value(table, row, name)
            draft.second[name] = cleaned(located_pair.raw) if located_pair else None
        drafts.append(draft)
    return drafts, problems


def _fill(draft: Draft, table: Table, name: str, located: Located) -> Iterable[Problem]:
    cell, sheet = located.cell, table.sheet
    here = located.raw is not None
    draft.cells[name] = cell if here else sheet.cell(draft.row, table.header.columns[name])
    header = table.header.texts[name]
    place = (cell.row, cell.column)
    try:
        _trusted(sheet, place)
        kind = kinds(draft.record)[name]
        if located.merged_rows > 1 and kind in (int, Decimal):
            hint = "取消合并，在每一行分别填写各自的数"
            raise Fault(Code.CELL_MERGED_NUMBER, "数字单元格合并了几行，分不清各行是多少", hint)
        value = _padded(sheet, place, located.raw, kind)
        typed = _typed if isinstance(value, str) and len(value) <= SHORT else _typed.__wrapped__
        draft.values[name] = typed(value, draft.record, name, header, sheet.epoch_1904)
    except Fault as fault:
        draft.faulty.add(name)
        return [error(fault.code, fault.message, fault.hint, Where.of(cell, header), located.raw)]
    return _noticed(located, header)


@lru_cache(maxsize=1 << 13)
def _typed(raw: Raw, record: type[Record], name: str, header: str, epoch_1904: bool) -> object:
    """What a cell of that field says; raises Fault. A short text says the same wherever it stands."""
    refuse_characters(raw)
    kind, column = kinds(record)[name], record.columns()[name]
    return parse(cleaned(raw), kind, column, epoch_1904=epoch_1904, header=header)


def _trusted(sheet: Sheet, place: tuple[int, int]) -> None:
    """Raises Fault where the file itself says that there is no usable value."""
    if place in sheet.errors:
        hint = "改正公式，或直接填写结果"
        raise Fault(Code.CELL_EXCEL_ERROR, f"单元格是 Excel 错误值 {sheet.errors[place]}", hint)
    if place in sheet.unsaved:
        hint = "用 Excel 或 WPS 打开这个文件，保存一次再试"
        raise Fault(Code.CELL_FORMULA, "公式没有保存计算结果，读不到数值", hint)
    if place in sheet.percents:
        hint = "把单元格设为常规格式，按计量单位填写数字"
        raise Fault(Code.CELL_NUMBER, "单元格是百分比格式，存的数和显示的数不同", hint)
    if place in sheet.scaled:
        hint = "把单元格设为常规格式，看到的才是存的数，再按计量单位填写"
        raise Fault(
            Code.CELL_NUMBER, "单元格的格式把数字缩小了显示（如按万元显示），存的数和显示的数不同", hint
        )


def _padded(sheet: Sheet, place: tuple[int, int], value: Raw, kind: type) -> Raw:
    """A number shown with leading zeros is the text that people see (0012, not 12)."""
    digits = sheet.padded.get(place)
    if digits and kind is str and isinstance(value, int | float):
        return format(value, ".15g").zfill(digits)
    return value


def _noticed(located: Located, header: str) -> list[Problem]:
    if isinstance(located.raw, str) and INVISIBLE.search(located.raw):
        where = Where.of(located.cell, header)
        return [
            warning(Code.CELL_INVISIBLE, IGNORED, "重新输入一遍可消除本提醒", where, cleaned(located.raw))
        ]
    return []


def _required(draft: Draft, table: Table, name: str, row: Row) -> list[Problem]:
    """An empty required cell; for the visible key the code that lets ids be proposed."""
    if name in draft.faulty or draft.values.get(name) is not None:
        return []
    if name not in table.record.needed():
        return []
    draft.faulty.add(name)
    label = table.header.texts[name]
    where = Where.of(table.sheet.cell(row.number, table.header.columns[name]), label)
    if name == table.record.key_field:
        return [error(Code.KEY_MISSING, f"“{label}”没有填", "编号不能空", where)]
    hint = "与上一行相同也要填写，或把单元格上下合并"
    return [error(Code.CELL_EMPTY, f"“{label}”没有填", hint, where)]
