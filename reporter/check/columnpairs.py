"""A column of a table that comes out of two others: which two those are is what most rows agree with."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import product
from typing import Generic, TypeVar

from msgspec import Struct

Number = TypeVar("Number")
Formula = Callable[[Sequence[Number | None], int, int, int], Decimal | None]
"""What the cell of a row should be, of the row's numbers, the places of two of them and how many decimals it has; None
where they give nothing."""
_LEAST, _MOST_WRONG = 2, 2


class Line(Struct, Generic[Number], frozen=True):
    """A row, counted from 1, with what its numbers are and what the column says."""

    row: int
    numbers: Sequence[Number | None]
    value: Decimal
    decimals: int
    telling: bool = True
    """Whether that it agrees with two columns says something of them."""


def best(
    lines: Sequence[Line[Number]], width: int, column: int, formula: Formula[Number]
) -> Iterator[tuple[Line[Number], Decimal]]:
    """The lines that do not agree with the two columns that most others agree with, and what they should say; none
    unless at least two agree, and twice as many as do not. `width` is the number of columns."""
    if len(lines) < _LEAST:
        return
    most, odd = 0, list[tuple[Line[Number], Decimal]]()
    for first, second in product(range(width), repeat=2):
        if column in (first, second):
            continue
        fits, wrong = 0, []
        for line in lines:
            there = max(first, second) < len(line.numbers)
            right = formula(line.numbers, first, second, line.decimals) if there else None
            fits += line.telling and right == line.value
            if right is not None and right != line.value:
                wrong.append((line, right))
        if (fits, -len(wrong)) > (most, -len(odd)):
            most, odd = fits, wrong
    if most >= _LEAST and len(odd) * _MOST_WRONG <= most:
        yield from odd
