"""The base of all records, and how a column of a workbook is declared."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, ClassVar, Literal, TypedDict, Unpack

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr
from pydantic.fields import FieldInfo

from reporter.frozen import frozen
from reporter.refs import Cell

YesNo = Literal["是", "否", "不涉及", "未填"]


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
    return Field(default=None, json_schema_extra=_extra(Column(label, aliases, **shown)))


def required(label: str, *aliases: str, **shown: Unpack[_Shown]) -> Any:
    """A column without which a row has no meaning: an empty cell is an error."""
    return Field(json_schema_extra=_extra(Column(label, aliases, **shown)))


def _extra(declared: Column) -> dict[str, Any]:
    return {"column": declared}


class Record(BaseModel):
    """One row. `key` is its visible key; `cells` says where each field was read."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)

    table: ClassVar[str] = ""
    """Name of the workbook (and of its first sheet) as the clerk knows it."""
    table_aliases: ClassVar[tuple[str, ...]] = ()
    key_field: ClassVar[str] = ""

    _cells: dict[str, Cell] = PrivateAttr(default_factory=dict)

    @classmethod
    @cache
    def columns(cls) -> dict[str, Column]:
        """Field name → declared column, in the order of the blank workbook."""
        return {name: declared_column(info) for name, info in cls.model_fields.items()}

    @property
    def key(self) -> str:
        return str(getattr(self, self.key_field))

    @property
    def cells(self) -> Mapping[str, Cell]:
        return self._cells

    def located(self, cells: Mapping[str, Cell]) -> Record:
        """The same record, knowing where its fields were read."""
        self._cells.update(cells)
        return self


def declared_column(info: FieldInfo) -> Column:
    """The `Column` a field was declared with; raises TypeError for a field declared without one."""
    extra = info.json_schema_extra
    declared = extra.get("column") if isinstance(extra, dict) else None
    if not isinstance(declared, Column):
        raise TypeError("a record field must be declared with column() or required()")
    return declared
