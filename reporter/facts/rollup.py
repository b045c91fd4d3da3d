"""Breakdowns: one figure by unit or another dimension, the sum checked against the whole (domain.md R2)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from reporter.errors import InternalError
from reporter.facts.dimensions import dimension
from reporter.facts.fact import Fact
from reporter.facts.family import find_family
from reporter.records.places import OWN

if TYPE_CHECKING:
    from reporter.facts.book import FactBook


def breakdown(
    book: FactBook, family: str, name: str, over: str, dims: Mapping[str, object]
) -> list[tuple[str, Fact]]:
    """One entry for each unit directly below (in the order of campaign.yaml) or each known value of `over`.

    Rows of the unit itself come last under `…本级`, only where there are some. Rates and other figures that
    do not add up are given without a check.
    """
    figure = find_family(family).find(name)
    dim = dimension(over, figure.dims, f"{figure.family}.{figure.name}")
    given: dict[str, object] = dict(book.canonical(figure, dims))
    whole = book.figure(figure.family, figure.name, **given)
    if dim.name == "unit":
        parts = _by_unit(book, figure.family, figure.name, given)
    else:
        parts = [
            (_label(book, dim.name, value), book.figure(family, figure.name, **{**given, dim.name: value}))
            for value in dim.values(book.setting)
        ]
    if dim.name in figure.adds:
        _check(whole, [fact for _, fact in parts])
    return parts


def _label(book: FactBook, dim: str, value: str) -> str:
    return book.workspace.homes[value].name if dim == "institution" else value


def _by_unit(book: FactBook, family: str, name: str, given: Mapping[str, object]) -> list[tuple[str, Fact]]:
    rest = {key: value for key, value in given.items() if key != "unit"}
    place = book.workspace.places.get(str(given["unit"])) if "unit" in given else book.setting.place
    day = book.filing.as_of
    parts: list[tuple[str, Fact]] = []
    for unit in book.workspace.places.below(place.unit.code):
        fact = book.figure(family, name, **rest, unit=unit.name)
        gone = day is not None and not (unit.valid_from or day) <= day <= (unit.valid_to or day)
        if not gone or fact.value not in (None, 0, "不涉及"):
            parts.append((unit.name, fact))
    own = book.figure(family, name, **rest, unit=place.unit.name + OWN)
    if own.rows or not parts:
        parts.append((place.unit.name + OWN, own))
    return parts


def _check(whole: Fact, parts: list[Fact]) -> None:
    values = [part.value for part in parts if isinstance(part.value, (int, Decimal))]
    if len(values) != len(parts) or not isinstance(whole.value, (int, Decimal)):
        return
    total = sum((Decimal(value) for value in values), Decimal(0))
    if total != Decimal(whole.value):
        raise InternalError(f"{whole.label}分项合计{total}，与总数{whole.value}不符（{whole.address}）")
