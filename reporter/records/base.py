"""The base of all records, and how a column of a workbook is declared."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, ClassVar, Literal, Self, TypedDict, Unpack, get_args

from msgspec import Struct, field

from reporter.records.entry import Entry
from reporter.refs import Cell

YesNo = Literal["是", "否", "不涉及", "未填"]


class Column(Struct, frozen=True):
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


def column(label: str, *aliases: str, **shown: Unpack[_Shown]) -> Column:
    """What stands beside the type of a field: `Annotated[str | None, column("备注")] = None`; an empty cell is `None`,
    never a guess. Without `= None` it is a column without which a row has no meaning: an empty cell is an error."""
    return Column(label, aliases, **shown)


class Record(Entry, frozen=True, kw_only=True):
    """One row. `key` is its visible key; `cells` says where each field was read. All others are columns."""

    unwritten: ClassVar[frozenset[str]] = frozenset({"cells"})

    table: ClassVar[str] = ""
    """Name of the workbook (and of its first sheet) as the clerk knows it."""
    table_aliases: ClassVar[tuple[str, ...]] = ()
    key_field: ClassVar[str] = ""

    cells: Mapping[str, Cell] = field(default_factory=dict)

    @classmethod
    @cache
    def columns(cls) -> dict[str, Column]:
        """Field name → declared column, in the order of the blank workbook."""
        return {name: _column_of(cls, name, one.type) for name, one in cls.declared().items()}

    @property
    def key(self) -> str:
        return str(getattr(self, self.key_field))

    def __hash__(self) -> int:
        return hash((type(self), self.key))

    def located(self, cells: Mapping[str, Cell]) -> Self:
        """The same record, knowing where its fields were read."""
        return self.changed(cells=cells)


def _column_of(record: type[Record], field: str, kind: Any) -> Column:
    found = next((one for one in get_args(kind) if isinstance(one, Column)), None)
    if found is None:
        raise TypeError(f"{record.__name__}.{field} has no column(…) beside its type")
    return found
