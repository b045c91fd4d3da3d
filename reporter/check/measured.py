"""Findings from measured items, with the tolerance of a rule in place of a printing office's."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.subject import Subject

_MOST = 3
"""Places of one item that are reported one by one."""


def deviations(rule: Rule, subject: Subject, key: str, tolerance: float | None = None) -> Iterator[Finding]:
    """A finding for each place where the item is off: by more than `tolerance` (in the item's unit) where given; of
    items whose every place is a fault, by how much it is off.

    Nothing without a layout, or where the item does not apply to this sort of file or was not measured.
    """
    row = subject.layout.rows.get(key) if subject.layout else None
    if row is None or row.verdict != "偏差":
        return
    item = row.item
    told = [one for one in row.faults if item.kind != "none" or tolerance is None or one.value > tolerance]
    for fault in told[:_MOST]:
        if item.kind == "none":
            yield rule.on(subject, f"{item.name}：要求{row.required}", page=fault.page, quote=fault.quote)
            continue
        off = fault.value - item.target
        if abs(off) <= (item.tolerance if tolerance is None else tolerance):
            continue
        wanted = f"{item.target:.{item.decimals}f} {item.unit}"
        message = f"{item.name}应为{wanted}，实测{fault.value:.{item.decimals}f} {item.unit}"
        yield rule.on(subject, message, page=fault.page, quote=fault.quote)
