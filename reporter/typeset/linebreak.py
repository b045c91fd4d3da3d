"""Our Chinese line breaker: text with inline marks → lines that are flush on both sides.

A line takes as many characters as bring its letter-spacing nearest to the body's own (28 cells of 156/28 mm);
避头尾 and whole numbers, words and codes come from `boundaries`. What remains is spread evenly over the gaps
between the characters, in steps that the PDF writer can print (`spacing`). Linear in the text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from msgspec import Struct

from reporter.typeset import spacing
from reporter.typeset.boundaries import NEVER_START, SPACES, Level, break_levels, is_attached
from reporter.typeset.standard import BODY_TRACKING_PT, CELLS_PER_LINE, SANHAO_PT

Advance = Callable[[str, str], float]
"""Advance width in em of a character in a type role."""

SQUEEZE_LIMIT_EM = 0.6 / 16  # tightest letter-spacing below the body's own: 0.6 pt a gap at 三号
SQUEEZE_LIMIT_CELLS = 1.0  # and never more than one character: a mark that must not start a line
_SQUEEZE_TEXT_CELLS = 0.5  # for anything else half a character
SHORT_LIMIT_EM = 0.6 / 16  # above this a line has fewer than 27 cells: a number may then part from its counter
SPREAD_LIMIT_EM = 1.6 / 16  # above this a line looks holed: weak boundaries are then allowed
RAGGED_LIMIT_EM = 0.6  # above this even words may be parted (they are longer than a third of the line)


_STEPS = (
    (Level.COUNTED, SHORT_LIMIT_EM),
    (Level.WEAK, SPREAD_LIMIT_EM),
    (Level.INNER, RAGGED_LIMIT_EM),
)
"""The next level of boundaries is tried when the best line so far costs more than this."""


class Run(NamedTuple):
    """A stretch of text of one type role; `key` names its marks and is carried through unchanged."""

    text: str
    role: str
    key: Hashable = None


class Piece(NamedTuple):
    """The part of a run that stands on one line."""

    text: str
    role: str
    key: Hashable = None


class Line(Struct, frozen=True):
    """One set line; all measures pt.

    `letter_spacing_pt` stands after every visible character but the last (blanks at the line's end have no
    width) and is what to ask the PDF writer for, see `spacing`; write it with four decimals, one text box a
    piece. `natural_width_pt` is without spacing, `set_width_pt` as it will print. `indent_pt` is the distance
    from the left edge.
    """

    pieces: tuple[Piece, ...]
    letter_spacing_pt: float
    natural_width_pt: float
    last: bool
    indent_pt: float = 0.0
    set_width_pt: float = 0.0

    @property
    def text(self) -> str:
        """The line's characters, blanks at its end and a forced break included."""
        return "".join(piece.text for piece in self.pieces)


class Measure(Struct, frozen=True):
    """The space a paragraph is set in; pt. `tracking_pt` None: −0.207 pt at 三号 when justified, else 0."""

    width_pt: float
    size_pt: float
    first_indent_pt: float = 0.0
    left_pt: float = 0.0
    justify: bool = True
    tracking_pt: float | None = None

    @property
    def base_tracking_em(self) -> float:
        """Letter-spacing of a line that needs no help, in em."""
        if self.tracking_pt is not None:
            return self.tracking_pt / self.size_pt
        return BODY_TRACKING_PT / SANHAO_PT if self.justify and self.size_pt == SANHAO_PT else 0.0

    @property
    def last_tracking_em(self) -> float:
        """Letter-spacing of a paragraph's last line: as a full line of 28 cells has in its 27 gaps.

        Its characters then stand under those above, and one text box can hold both.
        """
        base = self.base_tracking_em
        return base * CELLS_PER_LINE / (CELLS_PER_LINE - 1) if base < 0 and self.tracking_pt is None else base

    def indent_pt(self, first: bool) -> float:
        """Left indent of the first or of any other line."""
        return self.left_pt + (self.first_indent_pt if first else 0.0)


class _Widths(dict[str, float]):
    """The advances of one role; `none` are the characters met that have no width and no gap of their own."""

    def __init__(self, role: str, advance: Advance) -> None:
        super().__init__()
        self.role, self.advance = role, advance
        self.none: set[str] = set()

    def __missing__(self, char: str) -> float:
        if char == "\n" or is_attached(char):
            self.none.add(char)
            self[char] = 0.0
        else:
            self[char] = self.advance(char, self.role)
        return self[char]


class Advances(dict[str, _Widths]):
    """The advances of all roles, each asked for once. To be kept for as many paragraphs as have the same."""

    def __init__(self, advance: Advance) -> None:
        super().__init__()
        self.advance = advance

    def __missing__(self, role: str) -> _Widths:
        self[role] = _Widths(role, self.advance)
        return self[role]


class _Text:
    """A paragraph flattened: per-boundary levels and prefix sums of widths (em) and of visible characters."""

    def __init__(self, runs: Sequence[Run], advances: Advances) -> None:
        self.runs = [run for run in runs if run.text]
        self.chars = "".join(run.text for run in self.runs)
        self.levels = break_levels(self.chars)
        self.length = len(self.chars)
        widths: list[float] = []
        none: set[str] = set()
        for run in self.runs:
            of_role = advances[run.role]
            widths += map(of_role.__getitem__, run.text)
            none |= of_role.none
        self.width = list(accumulate(widths, initial=0.0))
        self.count = self._counts(none)
        self.solid = self._solid_ends()
        self.run_ends = list(accumulate(len(run.text) for run in self.runs))

    def visible_end(self, start: int, end: int) -> int:
        """`end` without the blanks before it."""
        return max(self.solid[end], start)

    def _counts(self, none: set[str]) -> Sequence[int]:
        if none.isdisjoint(self.chars):
            return range(self.length + 1)
        return list(accumulate((char not in none for char in self.chars), initial=0))

    def _solid_ends(self) -> Sequence[int]:
        if SPACES.isdisjoint(self.chars):
            return range(self.length + 1)
        ends = [0]
        for index, char in enumerate(self.chars):
            ends.append(ends[-1] if char in SPACES else index + 1)
        return ends

    def natural(self, start: int, end: int) -> tuple[float, int]:
        """Width in em and number of gaps of the visible characters of a slice."""
        stop = self.visible_end(start, end)
        return self.width[stop] - self.width[start], max(self.count[stop] - self.count[start] - 1, 0)

    def spacing(self, start: int, end: int, width_em: float) -> float:
        """Letter-spacing in em that makes a slice exactly `width_em` wide (infinite for one character)."""
        natural, gaps = self.natural(start, end)
        if gaps == 0:
            return float("inf") if natural <= width_em + 1e-9 else float("-inf")
        return (width_em - natural) / gaps

    def gaps_in_last_piece(self, start: int, end: int) -> int:
        """Gaps between the visible characters of the slice's last visible piece."""
        stop = self.visible_end(start, end)
        if stop == start:
            return 0
        index = bisect_right(self.run_ends, stop - 1)
        begin = max(start, self.run_ends[index - 1] if index else 0)
        return max(self.count[stop] - self.count[begin] - 1, 0)

    def pieces(self, start: int, end: int) -> tuple[Piece, ...]:
        """The slice as pieces of its runs."""
        found: list[Piece] = []
        index = bisect_right(self.run_ends, start)
        while start < end:
            stop = min(end, self.run_ends[index])
            run = self.runs[index]
            found.append(Piece(self.chars[start:stop], run.role, run.key))
            start, index = stop, index + 1
        return tuple(found)


def break_paragraph(runs: Sequence[Run], measure: Measure, advance: Advance | Advances) -> list[Line]:
    """Break runs into lines of `measure`. The lines' texts joined are the runs' texts joined, exactly.

    A newline in a run ends its line. Blanks at a line's end stay in its text and have no width. Nothing is
    dropped, so a line is wider than the measure only if a single character is. Empty text gives no line.
    Raises ValueError when an indent leaves no width.
    """
    text = _Text(runs, advance if isinstance(advance, Advances) else Advances(advance))
    return [_set(text, start, end, measure) for start, end in _spans(text, measure)]


def _available_em(measure: Measure, first: bool) -> float:
    available = measure.width_pt - measure.indent_pt(first)
    if available <= 0 or measure.size_pt <= 0:
        raise ValueError(f"no width left to set text in: {available:.2f} pt")
    return available / measure.size_pt


def _spans(text: _Text, measure: Measure) -> Iterator[tuple[int, int]]:
    start = 0
    hard_end = -1
    while start < text.length:
        if hard_end <= start:
            newline = text.chars.find("\n", start)
            hard_end = text.length if newline < 0 else newline + 1
        fit = _Fit(text, start, hard_end, measure)
        end = fit.end()
        yield start, end
        start = end


class _Fit:
    """The search for one line's end."""

    def __init__(self, text: _Text, start: int, hard_end: int, measure: Measure) -> None:
        self.text, self.start, self.hard_end = text, start, hard_end
        self.width_em = _available_em(measure, start == 0)
        self.base = measure.base_tracking_em
        self.justify = measure.justify
        self.loose_end = start
        # Unjustified text may not be squeezed beyond its own tracking.
        self.tightest = self.base - (SQUEEZE_LIMIT_EM if measure.justify else 1e-9)

    def end(self) -> int:
        """Index after the line's last character."""
        top = self._last_fitting(SQUEEZE_LIMIT_CELLS)
        if top >= self.hard_end:
            return self.hard_end
        self.loose_end = self._last_fitting(0.0)
        best = self._best(top, Level.FREE)
        for level, limit in _STEPS:
            if best is not None and self._cost(best) <= (limit if self.justify else float("inf")):
                return best
            other = self._best(top, level)
            if other is not None and (best is None or self._cost(other) < self._cost(best)):
                best = other
        if best is not None:
            return best
        return self._best(top, Level.FORBIDDEN) or self._one_cluster()

    def _last_fitting(self, squeeze_cells: float) -> int:
        """Largest end that needs no more squeezing than allowed; blanks behind it are taken along."""
        text, start = self.text, self.start
        low, high = start + 1, self.hard_end
        for guess in (start + int(self.width_em) - 1, start + int(self.width_em) + 3):
            if low < guess < high:
                low, high = (guess, high) if self._fits(guess, squeeze_cells) else (low, guess - 1)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self._fits(middle, squeeze_cells) else (low, middle - 1)
        while low < self.hard_end and text.chars[low] in SPACES:
            low += 1
        return low

    def _fits(self, end: int, squeeze_cells: float) -> bool:
        text, start = self.text, self.start
        natural, gaps = text.width[end] - text.width[start], text.count[end] - text.count[start] - 1
        surplus = natural + gaps * self.base - self.width_em
        allowance = min(gaps * (self.base - self.tightest), squeeze_cells)
        # The body's own tracking counts 28 gaps for 28 cells, a line has 27: one tracking of tolerance.
        return surplus <= max(allowance, 0.0) + abs(self.base) + 1e-9

    def _best(self, top: int, highest: Level) -> int | None:
        """The end with the least cost among boundaries up to a level, at or below `top`."""
        found: int | None = None
        for end in range(top, self.start, -1):
            if end < self.text.length and self.text.levels[end] > highest:
                continue
            if found is None or self._cost(end) < self._cost(found):
                found = end
            if not self.justify or self._spacing(end) >= self.base:
                return found
        return found

    def _spacing(self, end: int) -> float:
        return self.text.spacing(self.start, end, self.width_em)

    def _cost(self, end: int) -> float:
        tracking = self._spacing(end)
        if tracking < self.base and not self._squeezable(end):
            return float("inf")
        return abs(tracking - self.base)

    def _squeezable(self, end: int) -> bool:
        if self.text.chars[self.loose_end] in NEVER_START:
            return True
        natural, gaps = self.text.natural(self.start, end)
        return natural + gaps * self.base - self.width_em <= _SQUEEZE_TEXT_CELLS + abs(self.base) + 1e-9

    def _one_cluster(self) -> int:
        end = self.start + 1
        while end < self.hard_end and self.text.levels[end] is Level.GLUED:
            end += 1
        return end


def _set(text: _Text, start: int, end: int, measure: Measure) -> Line:
    first = start == 0
    last = end == text.length or text.chars[end - 1] == "\n"
    natural, gaps = text.natural(start, end)
    exact = text.spacing(start, end, _available_em(measure, first))
    base = measure.base_tracking_em
    if not measure.justify:
        wanted = base
    elif last or gaps == 0 or exact - base > RAGGED_LIMIT_EM:
        wanted = min(measure.last_tracking_em, exact)
    else:
        wanted = exact
    inside = text.gaps_in_last_piece(start, end)
    thousandths = spacing.ask_for(wanted * 1000, gaps - inside, inside) if gaps else 0.0
    spread = spacing.total(thousandths, gaps - inside, inside) / 1000
    size = measure.size_pt
    return Line(
        pieces=text.pieces(start, end),
        letter_spacing_pt=thousandths / 1000 * size,
        natural_width_pt=natural * size,
        last=last,
        indent_pt=measure.indent_pt(first),
        set_width_pt=(natural + spread) * size,
    )
