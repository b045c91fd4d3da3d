"""Horizontal rules that belong to no table, at the paragraphs that they stand above or below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from msgspec.structs import replace

from reporter.artefacts.geometry import MM_PER_PT, TextLine
from reporter.artefacts.geometry_drawn import Drawn
from reporter.artefacts.seen.model import Looks, Stroke

_LONG_MM: Final = 40.0
_NEAR_MM: Final = 15.0
_BOTH: Final = 2.5
"""A rule belongs to both neighbours when neither is so many times further away."""
_UNDERLINE_MM: Final = 2.0
_SLACK_MM: Final = 1.0


def long_rules(drawn: Iterable[Drawn], lines: Sequence[TextLine]) -> list[Drawn]:
    """Rules that are no underlines, top to bottom."""
    return sorted(
        (rule for rule in drawn if rule.level and rule.length >= _LONG_MM and not _underlines(rule, lines)),
        key=lambda rule: (rule.top, rule.left),
    )


def _underlines(rule: Drawn, lines: Sequence[TextLine]) -> bool:
    return any(
        0 <= rule.top - line.baseline <= _UNDERLINE_MM
        and line.left - _SLACK_MM <= rule.left
        and rule.right <= line.right + _SLACK_MM
        for line in lines
    )


def stroke_of(rule: Drawn) -> Stroke:
    return Stroke(
        round(rule.weight, 2), rule.colour, round(rule.left, 2), round(rule.right, 2), round(rule.top, 2)
    )


def nearest(top: float, lines: Sequence[tuple[int, TextLine]]) -> list[tuple[int, str]]:
    """The paragraphs (by their index beside each line) that a rule at that height stands at, with the side."""
    above = [(top - line.baseline, index) for index, line in lines if line.baseline <= top]
    below = [
        (line.baseline - 0.85 * line.size_pt * MM_PER_PT - top, index)
        for index, line in lines
        if line.baseline > top
    ]
    over, under = min(above, default=None), min(below, default=None)
    sides = []
    if over is not None and over[0] <= _NEAR_MM and (under is None or over[0] <= _BOTH * max(under[0], 1.0)):
        sides.append((over[1], "rule_below"))
    if under is not None and under[0] <= _NEAR_MM and (over is None or under[0] <= _BOTH * max(over[0], 1.0)):
        sides.append((under[1], "rule_above"))
    return sides


def ruled(looks: Looks, side: str, stroke: Stroke) -> Looks:
    """Rules come from the top down: of two below a paragraph the first is its own, of two above it the last."""
    if side == "rule_above":
        return replace(looks, rule_above=stroke)
    return looks if looks.rule_below else replace(looks, rule_below=stroke)
