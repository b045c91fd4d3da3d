"""The base of all records, and how a column of a workbook is declared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import cache
from typing import Any, ClassVar, Literal, Self, TypedDict, Unpack

from reporter.frozen import frozen
from reporter.records.entry import Entry
from reporter.refs import Cell

YesNo = Literal["是", "否", "不涉及", "未填"]
_COLUMN = "column"
_CELLS = "_cells"


@frozen
class Column:
    """One column of a workbook: its label as the blank form prints it and the other names clerks use.

    `names` are all accepted headers; `choices` a closed list of values (a value outside it is an error);
    `measure` the unit of measure printed beside a figure; `width` in 字 in the blank workbook.
    """

    label: str
    aliases: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    measure: str = ""
    width: int = 10
    note: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        return (self.label, *self.aliases)


class _Shown(TypedDict, total=False):
    """What a `Column` may say beside its names."""

    choices: tuple[str, ...]
    measure: str
    width: int
    note: str


def column(label: str, *aliases: str, **shown: Unpack[_Shown]) -> Any:
    """An optional column: an empty cell is `None`, never a guess."""
    return field(default=None, metadata={_COLUMN: Column(label, aliases, **shown)})


def required(label: str, *aliases: str, **shown: Unpack[_Shown]) -> Any:
    """A column without which a row has no meaning: an empty cell is an error."""
    return field(metadata={_COLUMN: Column(label, aliases, **shown)})


class Record(Entry):
    """One row. `key` is its visible key; `cells` says where each field was read. All fields are columns."""

    table: ClassVar[str] = ""
    """Name of the workbook (and of its first sheet) as the clerk knows it."""
    table_aliases: ClassVar[tuple[str, ...]] = ()
    key_field: ClassVar[str] = ""

    @classmethod
    @cache
    def columns(cls) -> dict[str, Column]:
        """Field name → declared column, in the order of the blank workbook."""
        return {name: part.metadata[_COLUMN] for name, part in cls.declared.items()}

    @property
    def key(self) -> str:
        return str(getattr(self, self.key_field))

    @property
    def cells(self) -> Mapping[str, Cell]:
        found: Mapping[str, Cell] = vars(self).get(_CELLS, {})
        return found

    def located(self, cells: Mapping[str, Cell]) -> Self:
        """The same record, knowing where its fields were read."""
        return self.changed(**{_CELLS: dict(cells)})
