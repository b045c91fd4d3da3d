"""Tables by quarters: the halves of the year that their columns make."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from reporter.artefacts.seen.model import Grid
from reporter.check.quantities import number_in

_QUARTER = re.compile(r"(?:20\d{2}年)?第?([一二三四])季度")
_QUARTERS = "一二三四"
_YEAR = re.compile(r"20\d{2}")


class Halves(Struct, frozen=True):
    """What the first and the last two quarters of a column come to; `year` as its head names it, else empty."""

    year: str
    first: Decimal
    second: Decimal


def halves(grid: Grid, unit: str) -> Iterator[Halves]:
    """Of each column with that unit in its head or in the table's title; nothing for a table of other rows."""
    found = [(match[1], cells) for _, cells in grid.body if cells and (match := _QUARTER.fullmatch(cells[0].strip()))]
    rows = dict(found)
    if len(rows) != len(_QUARTERS) or len(found) != len(rows):
        return
    for column, name in enumerate(grid.names):
        values = [number_in(rows[quarter][column]) for quarter in _QUARTERS]
        if column and unit in f"{name}{grid.title}" and all(value is not None for value in values):
            first, second, third, fourth = (value or Decimal(0) for value in values)
            year = _YEAR.search(name)
            yield Halves(year[0] if year else "", first + second, third + fourth)
