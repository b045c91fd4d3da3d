"""From samples to a verdict: 合格, 偏差 or 未测."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from msgspec import Struct

from reporter.check.measure.items import Item

Verdict = Literal["合格", "偏差", "未测"]
_EPSILON = 1e-6
_SHOWN = 5
"""Faults that are listed one by one; more are only counted."""


class Sample(Struct, frozen=True):
    """One measured value, or one fault with `quote` saying what stands there. `page` counts from 1; 0: the file."""

    value: float = 0.0
    page: int = 0
    quote: str = ""


class Reading(Struct, frozen=True):
    """What was found for an item. `checked` is how many places were looked at where samples are faults;
    `reason` says why nothing was measured."""

    key: str
    samples: tuple[Sample, ...] = ()
    checked: int = 0
    reason: str = ""


class Judged(Struct, frozen=True):
    """An item with its verdict. `faults` are the places that deviate, worst first."""

    item: Item
    verdict: Verdict
    required: str
    measured: str
    faults: tuple[Sample, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        return {
            "item": self.item.key,
            "name": self.item.name,
            "clause": self.item.clause,
            "required": self.required,
            "measured": self.measured,
            "verdict": self.verdict,
            "where": [
                {"page": fault.page, "quote": fault.quote, "value": f"{fault.value:.{self.item.decimals}f}"}
                if self.item.kind == "value"
                else {"page": fault.page, "quote": fault.quote}
                for fault in self.faults
            ],
        }


class Measurement(Struct, frozen=True):
    """All items of one file. `notes` are sentences about the file as a whole."""

    file: str
    rows: tuple[Judged, ...]
    notes: tuple[str, ...] = ()

    @property
    def deviations(self) -> tuple[Judged, ...]:
        return tuple(row for row in self.rows if row.verdict == "偏差")

    def row(self, key: str) -> Judged:
        """The row of an item; KeyError when the item does not apply to this sort of file."""
        for row in self.rows:
            if row.item.key == key:
                return row
        raise KeyError(key)


def judge(
    items: Mapping[str, Item], readings: Iterable[Reading], *, rendered: bool = False, strict: bool = False
) -> tuple[Judged, ...]:
    """A row for each reading in the items' order. `strict` asks all samples of the items that say so."""
    found = {reading.key: reading for reading in readings}
    return tuple(
        _judge(item, found[key], rendered=rendered, strict=strict)
        for key, item in items.items()
        if key in found
    )


def _judge(item: Item, reading: Reading, *, rendered: bool, strict: bool) -> Judged:
    required = item.required(rendered)
    if reading.reason:
        return Judged(item, "未测", required, reading.reason)
    if item.kind == "none":
        samples = reading.samples
        right = f"{reading.checked}处都符合" if reading.checked > 1 else "符合"
        text = f"{len(samples)}处" if samples else right
        return Judged(item, "偏差" if samples else "合格", required, text, samples[:_SHOWN])
    return _judge_values(item, reading.samples, item.allowed(rendered), strict)


def _judge_values(item: Item, samples: tuple[Sample, ...], allowed: float, strict: bool) -> Judged:
    required = item.required(allowed != item.tolerance)
    if not samples:
        return Judged(item, "未测", required, "没有可量的地方")
    ordered = sorted(samples, key=lambda sample: -abs(sample.value - item.target))
    off = [sample for sample in ordered if abs(sample.value - item.target) > allowed + _EPSILON]
    share = 1 - len(off) / len(samples)
    beyond = item.limit is not None and abs(ordered[0].value - item.target) > item.limit + _EPSILON
    wrong = bool(off) and ((strict and item.all_when_strict) or beyond or share < item.share)
    text = _measured(item, ordered, share)
    return Judged(item, "偏差" if wrong else "合格", required, text, tuple(off[:_SHOWN]))


def _measured(item: Item, ordered: list[Sample], share: float) -> str:
    values = [sample.value for sample in ordered]
    places = item.decimals
    low, high = f"{min(values):.{places}f}", f"{max(values):.{places}f}"
    span = low if low == high else f"{low}～{high}"
    count = f"，{len(values)}处" if len(values) > 1 else ""
    part = f"，{share * 100:.1f}%合格" if share < 1 else ""
    return f"{span} {item.unit}{count}{part}"
