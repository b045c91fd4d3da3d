"""One fault is told once: where two rules meet at it, the one that says less exactly what to do yields."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reporter.check.finding import Finding
from reporter.check.rule import Rule

Told = tuple[Rule, list[Finding]]
"""A rule with what it found."""
_COMMON = 3
"""Characters that the end of one quote and the beginning of another have at least in common where they overlap."""


def told_once(found: Sequence[Told]) -> Iterator[Told]:
    """Without what a rule says of a place of which one that it yields to speaks too."""
    by_code = {rule.code: those for rule, those in found}
    for rule, those in found:
        exact = [one for code in rule.yields for one in by_code.get(code, ())]
        left = [one for one in those if not any(_meet(one, other) for other in exact)] if exact else those
        if left:
            yield rule, left


def _meet(one: Finding, other: Finding) -> bool:
    """Whether both quote the same words of the same place."""
    if (one.where.page, one.where.paragraph) != (other.where.page, other.where.paragraph):
        return False
    first, second = one.where.quote.strip("…"), other.where.quote.strip("…")
    if not first or not second:
        return first == second
    return first in second or second in first or _overlap(first, second) or _overlap(second, first)


def _overlap(first: str, second: str) -> bool:
    """Whether the first ends with what the second begins with."""
    most = min(len(first), len(second))
    return any(first.endswith(second[:many]) for many in range(_COMMON, most))
