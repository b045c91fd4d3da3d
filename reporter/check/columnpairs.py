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
    unless at least two agree, and twice as many as do not or these are two that had a cell exchanged. `width` is the
    number of columns."""
    if len(lines) < _LEAST:
        return
    most, odd, pair = 0, list[tuple[Line[Number], Decimal]](), (0, 0)
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
            most, odd, pair = fits, wrong, (first, second)
    if most >= _LEAST and (len(odd) * _MOST_WRONG <= most or _exchanged([line for line, _ in odd], pair, formula)):
        yield from odd


def _exchanged(odd: Sequence[Line[Number]], pair: tuple[int, int], formula: Formula[Number]) -> bool:
    """Whether there are two, which come out when one of their three cells is put from each into the other."""
    if len(odd) != _LEAST:
        return False
    one, other = odd
    if formula(one.numbers, *pair, one.decimals) == other.value:
        return formula(other.numbers, *pair, other.decimals) == one.value
    return any(
        _mended(one, place, other, pair, formula) and _mended(other, place, one, pair, formula) for place in pair
    )


def _mended(
    line: Line[Number], place: int, other: Line[Number], pair: tuple[int, int], formula: Formula[Number]
) -> bool:
    """Whether the line comes out with the cell that the other has at that place."""
    numbers = list(line.numbers)
    numbers[place] = other.numbers[place]
    return formula(numbers, *pair, line.decimals) == line.value
