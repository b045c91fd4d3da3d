"""indicators.yaml: the indicator forms, labels exactly as issued (domain.md c.2, c.3)."""

from __future__ import annotations

from typing import Literal

from reporter.records.entry import Entry

IndicatorType = Literal["yesno", "count", "percent", "multi_count", "text", "compound", "date"]


class Part(Entry, frozen=True, kw_only=True):
    """One typed part of a compound or multi_count answer, e.g. 一级 with its figure."""

    code: str
    label: str
    type: IndicatorType = "count"
    fact: str | None = None
    measure: str = ""


class Indicator(Entry, frozen=True, kw_only=True):
    """One row. `fact` is the address of the figure that answers it; without one the answer is typed."""

    code: str
    label: str
    type: IndicatorType
    fact: str | None = None
    measure: str = ""
    decimals: int = 2
    parts: tuple[Part, ...] = ()
    preprinted: str | None = None
    """Text of the cell in the blank form, e.g. 一级  个，二级  个…; parts stand as {code}."""
    evidence: str | None = None
    rollup: str | None = None
    definition: str | None = None
    """口径 shown in the 数据核对表."""


class IndicatorSet(Entry, frozen=True, kw_only=True):
    """A form as one province or county issued it."""

    id: str
    title: str
    """Title of the form as issued, without the year if `{year}` stands in it."""
    source: str | None = None
    indicators: tuple[Indicator, ...]
    note: str | None = None
