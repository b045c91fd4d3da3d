"""The chain of dependent deadlines: what a unit collects is due before what it passes on (rules R11, R12, R14)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations, permutations
from typing import Any, Literal

from msgspec import Struct

from reporter.calendar.workdays import ANNOUNCED, Workdays
from reporter.records.campaign import Obligation
from reporter.text import key_of

ENOUGH = 5
"""Working days that a unit needs to check and add up what was sent to it (R14)."""

_STEPS = (
    "(?<!整改)(?<!整治)方案|工作安排|动员",
    "自查",
    "台账|问题清单|隐患清单|四个清单",
    "检查|督查|督导",
    "总结|验收",
)
"""Deliverables in the order in which they can be made (R12)."""


class Break(Struct, frozen=True):
    """One fault of the chain. `ids` are the obligations concerned, the earlier link first."""

    code: str
    severity: Literal["error", "warning"]
    message: str
    hint: str
    ids: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        return {"code": self.code, "severity": self.severity, "message": self.message, "hint": self.hint,
                "ids": list(self.ids)}  # fmt: skip


def check_chain(
    obligations: Sequence[Obligation],
    due: Mapping[str, date],
    levels: Mapping[str, str],
    days: Workdays = ANNOUNCED,
) -> tuple[Break, ...]:
    """All faults, errors first. `due` holds the day of each obligation that has one, by id; `levels` the level of each
    unit by code, since a sender may be written as a level."""
    known = [one for one in obligations if one.id in due]
    found = [*_one_date(known, due), *_order(known, due, levels), *_levels(known, due, levels, days)]
    return tuple(sorted(found, key=lambda one: (one.severity != "error", one.code, one.ids)))


def feeds(lower: Obligation, upper: Obligation, levels: Mapping[str, str]) -> bool:
    """Whether what `lower` delivers goes into `upper`: sent to who sends on, of the same period, kind or name."""
    if lower.id == upper.id or lower.period != upper.period:
        return False
    ours, theirs = key_of(lower.deliverable), key_of(upper.deliverable)
    alike = lower.kind == upper.kind or ours in theirs or theirs in ours
    return alike and _sent_on(lower, upper, levels)


def _sent_on(lower: Obligation, upper: Obligation, levels: Mapping[str, str]) -> bool:
    """Whether who receives `lower` is who sends `upper`; either may be written as a level."""
    return upper.sender in (lower.receiver, levels.get(lower.receiver)) or (
        lower.receiver == levels.get(upper.sender)
    )


def _one_date(obligations: Sequence[Obligation], due: Mapping[str, date]) -> Iterator[Break]:
    """R11: one obligation, one date."""
    for one, other in combinations(obligations, 2):
        same = all(
            getattr(one, name) == getattr(other, name)
            for name in ("sender", "receiver", "deliverable", "period")
        )
        if same and due[one.id] != due[other.id]:
            message = f"“{one.deliverable}”写了两个期限：{_said(due[one.id])}和{_said(due[other.id])}"
            yield Break("R11", "error", message, "核对通知原文，只留一个", (one.id, other.id))


def _order(
    obligations: Sequence[Obligation], due: Mapping[str, date], levels: Mapping[str, str]
) -> Iterator[Break]:
    """R12: of one sender and period, plan ≤ self-check ≤ ledger ≤ inspection ≤ summary; and what a unit is sent by a
    lower one comes before the unit's own later step."""
    for early, late in permutations(obligations, 2):
        one, other = _step(early.deliverable), _step(late.deliverable)
        if one is None or other is None or early.period != late.period:
            continue
        joined = early.sender == late.sender or _sent_on(early, late, levels)
        if joined and one < other and due[early.id] > due[late.id]:
            first = f"“{early.deliverable}”（{_said(due[early.id])}）"
            message = f"{first}晚于“{late.deliverable}”（{_said(due[late.id])}），先后颠倒"
            yield Break("R12", "warning", message, "按先后顺序调整期限", (early.id, late.id))


def _step(deliverable: str) -> int | None:
    found = [rank for rank, words in enumerate(_STEPS) if re.search(words, deliverable)]
    return found[0] if found else None


def _levels(
    obligations: Sequence[Obligation], due: Mapping[str, date], levels: Mapping[str, str], days: Workdays
) -> Iterator[Break]:
    """R14: lower before upper, with time to add up."""
    for lower, upper in permutations(obligations, 2):
        if not feeds(lower, upper, levels):
            continue
        start, end = due[lower.id], due[upper.id]
        pair = f"下级“{lower.deliverable}”（{_said(start)}）", f"本级“{upper.deliverable}”（{_said(end)}）"
        if start >= end:
            hint = f"给下级定一个更早的日期，至少留出{ENOUGH}个工作日汇总"
            yield Break("R14", "error", f"{pair[0]}不早于{pair[1]}", hint, (lower.id, upper.id))
            continue
        left = days.between(start, end)
        if left.fewest < ENOUGH:
            number = f"{left.days}个工作日" if left.certain else f"{left.fewest}至{left.most}个工作日（暂定）"
            hint = f"提前下级的期限，至少留出{ENOUGH}个工作日"
            yield Break("R14", "warning", f"{pair[0]}到{pair[1]}只有{number}汇总", hint, (lower.id, upper.id))


def _said(day: date) -> str:
    return f"{day.month}月{day.day}日"
