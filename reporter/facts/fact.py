"""A fact: one figure with everything that a reader may ask about it."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from msgspec import Struct

from reporter.records.period import chinese_date
from reporter.refs import Cell

FactValue = int | Decimal | str | date | None


class Fact(Struct, frozen=True):
    """A named figure of one unit, period and as-of date.

    `value` is None when the sources do not say; it then prints as a blank, never as 0, and `note` says why.
    Percentages are held as percent (81.8… for 81.8 %), unrounded; `decimals` is how many are printed.
    """

    address: str
    family: str
    name: str
    label: str
    value: FactValue
    measure: str
    unit: str
    """Code of the administrative unit."""
    period: str
    as_of: date | None
    dims: tuple[tuple[str, str], ...] = ()
    formula: str = ""
    rows: tuple[str, ...] = ()
    """Keys of the records that it counts."""
    cells: tuple[Cell, ...] = ()
    inputs: tuple[str, ...] = ()
    """Addresses of the facts that it was made of."""
    typed: bool = False
    overruled: bool = False
    decimals: int | None = None
    note: str = ""
    warning: str = ""
    """What the clerk has to look at: an overruled value, a typed one that contradicts the records."""
    void: str = ""
    """Printed instead of a blank where there can be no value, e.g. the rate of no hazards at all."""

    def text(self) -> str:
        """The printed form without the unit of measure; a percentage keeps its sign; empty for a blank."""
        return printed(self.value, self.measure, self.decimals) if self.value is not None else self.void

    def with_measure(self) -> str:
        """`153条`, `81.82%`; empty for a blank."""
        if self.value is None or self.measure == "%":
            return self.text()
        return f"{self.text()}{self.measure}"

    def as_dict(self) -> dict[str, Any]:
        """The form for facts.json: no floats, decimals as strings, dates as ISO strings."""
        value = self.value
        if isinstance(value, Decimal):
            value = format(value, "f")
        elif isinstance(value, date):
            value = value.isoformat()
        return {
            "address": self.address,
            "family": self.family,
            "name": self.name,
            "label": self.label,
            "value": value,
            "text": self.text(),
            "measure": self.measure,
            "unit": self.unit,
            "period": self.period,
            "as_of": self.as_of.isoformat() if self.as_of else None,
            "dims": dict(self.dims),
            "formula": self.formula,
            "rows": list(self.rows),
            "cells": [_cell(cell) for cell in self.cells],
            "inputs": list(self.inputs),
            "typed": self.typed,
            "overruled": self.overruled,
            "decimals": self.decimals,
            "note": self.note,
            "warning": self.warning,
            "void": self.void,
        }


def _cell(cell: Cell) -> dict[str, Any]:
    return {"file": cell.file, "sheet": cell.sheet, "row": cell.row, "column": cell.column, "a1": cell.a1}


def half_up(value: Decimal, decimals: int) -> Decimal:
    """Rounded half up (四舍五入, GB/T 8170 is not what bureaus use), away from zero at a tie."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def printed(value: FactValue, measure: str = "", decimals: int | None = None) -> str:
    """A value as documents print it, without its unit of measure (but with %)."""
    if value is None:
        return ""
    if isinstance(value, date):
        return chinese_date(value)
    if isinstance(value, str):
        return value
    if decimals is not None and (isinstance(value, Decimal) or measure == "%"):
        digits = format(half_up(Decimal(value), decimals), "f")
    else:
        digits = format(value, "f") if isinstance(value, Decimal) else str(value)
    return f"{digits}%" if measure == "%" else digits
