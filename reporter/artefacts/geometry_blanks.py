"""Blanks to be filled in by hand, as a page draws them: a rule at the foot of a line with nothing printed above it.

A reader takes such a rule for as many characters as it is long. It stands in its line as that many U+2003, which is
what a DOCX holds in its place; blanks of the file above it, which not every producer writes, make room for them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from reporter.artefacts.geometry_drawn import Drawn

if TYPE_CHECKING:
    from reporter.artefacts.geometry import Glyph

BLANK: Final = "\u2003"
_MM_PER_PT: Final = 25.4 / 72
_BELOW_MM: Final = 1.2
"""How far below its line's baseline a rule to write on stands at most."""
_SLACK_MM: Final = 0.3
_SHORTEST_EM: Final = 0.7
_LINE_EM: Final = (1.3, 2.5)
"""A line of nothing but a blank stands so far from the line above or below it."""
_SAME_PT: Final = 0.05

Row = Sequence["Glyph"]


def with_blanks(rows: Sequence[Row], drawn: Sequence[Drawn]) -> list[Row]:
    """The page's upright lines, top to bottom, each from its beginning to its end, blanks among them."""
    rules = [rule for rule in drawn if rule.level]
    if not rows or not rules:
        return list(rows)
    page = _Page(rows, [rule for rule in drawn if not rule.level])
    held: dict[int, list[Drawn]] = {}
    free = []
    for rule in rules:
        at = page.above(rule)
        if at is None:
            free.append(rule)
        elif page.empty(rule, rows[at]) and not page.crossed(rule):
            held.setdefault(at, []).append(rule)
    found = [_filled(row, held.get(at, ())) for at, row in enumerate(rows)]
    alone = page.alone(free, [(rule, rows[at]) for at, some in held.items() for rule in some])
    return sorted([*found, *alone], key=lambda row: row[0].baseline) if alone else found


def blanks_at_head(text: str) -> int:
    """How many characters of a blank a line begins with: a short one is not parted between lines."""
    return len(text) - len(text.lstrip(BLANK))


class _Page(Struct, dict=True):
    rows: Sequence[Row]
    upright: Sequence[Drawn]

    @cached_property
    def _baselines(self) -> list[float]:
        return [row[0].baseline for row in self.rows]

    def above(self, rule: Drawn) -> int | None:
        """The line at whose foot the rule stands."""
        at = bisect_left(self._baselines, rule.top + _SLACK_MM) - 1
        return at if at >= 0 and rule.top - self._baselines[at] <= _BELOW_MM else None

    def empty(self, rule: Drawn, row: Row) -> bool:
        """Whether it is as long as a character and nothing is printed above it."""
        if rule.length < _SHORTEST_EM * row[0].size_pt * _MM_PER_PT:
            return False
        left, right = rule.left + _SLACK_MM, rule.right - _SLACK_MM
        return not any(glyph.right > left and glyph.left < right for glyph in row if not glyph.blank)

    def crossed(self, rule: Drawn) -> bool:
        """Whether an upright rule meets it: it belongs to a table."""
        return any(
            rule.left - _SLACK_MM <= one.left <= rule.right + _SLACK_MM
            and one.top - _SLACK_MM <= rule.top <= one.bottom + _SLACK_MM
            for one in self.upright
        )

    def alone(self, free: Iterable[Drawn], known: Sequence[tuple[Drawn, Row]]) -> list[Row]:
        """Lines of a blank only: rules drawn like the page's other blanks, one line's height from a line of text."""
        if not known:
            return []
        pattern, row = known[0]
        like, below = row[0], pattern.top - row[0].baseline
        least, most = (share * like.size_pt * _MM_PER_PT for share in _LINE_EM)
        return [
            tuple(_blanks(replace(like, baseline=rule.top - below), rule))
            for rule in free
            if rule.colour == pattern.colour
            and abs(rule.weight - pattern.weight) <= _SAME_PT
            and not self.crossed(rule)
            and any(least <= abs(rule.top - below - baseline) <= most for baseline in self._baselines)
        ]


def _filled(row: Row, rules: Sequence[Drawn]) -> Row:
    if not rules:
        return row
    kept = [glyph for glyph in row if not (glyph.blank and any(_over(glyph, rule) for rule in rules))]
    placed = [blank for rule in rules for blank in _blanks(_nearest(kept, rule), rule)]
    return tuple(sorted([*kept, *placed], key=lambda glyph: glyph.left))


def _over(glyph: Glyph, rule: Drawn) -> bool:
    return rule.left - _SLACK_MM <= (glyph.left + glyph.right) / 2 <= rule.right + _SLACK_MM


def _nearest(row: Iterable[Glyph], rule: Drawn) -> Glyph:
    return min(row, key=lambda glyph: min(abs(glyph.left - rule.right), abs(glyph.right - rule.left)))


def _blanks(like: Glyph, rule: Drawn) -> Iterator[Glyph]:
    """Characters as wide as those beside them, as many as there is room for."""
    count = max(round(rule.length / (like.size_pt * _MM_PER_PT)), 1)
    step = rule.length / count
    for place in range(count):
        left = rule.left + place * step
        ink = replace(like.ink, left=left, top=like.baseline, right=left + step, bottom=like.baseline)
        yield replace(like, char=BLANK, left=left, right=left + step, ink=ink, red=False)
