"""Inline content → set lines: our own breaks, marks carried through, the same for pages, page counts and measures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct

from reporter.document.inline import Blank, Break, Inlines, Note, Text, plain, words
from reporter.patterns import regex
from reporter.typeset.fonts import Metrics, metrics
from reporter.typeset.linebreak import Advance, Advances, Line, Measure, Piece, Run, break_paragraph
from reporter.typeset.titles import break_title

_OBJECT = "\ufffc"
"""Stands for a blank or a note's mark while lines are broken; never printed."""
_NOTE_EM = 0.6
_MOST_BLANK = 20
_TITLE_BLANK = "□"
_EDGES = " \u3000\n"
_BLANK_ROLE = "blank:"
_NOTE_ROLE = "note"
# C0 but newline, C1, bidi controls, surrogates, non-characters: nothing of it can be printed.
_UNPRINTABLE = regex(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


class Part(NamedTuple):
    """A stretch of one line. `css` are its marks as class names; `gap_em` > 0 is a blank of that width."""

    text: str
    css: str = ""
    gap_em: float = 0.0
    ref: str = ""


class SetLine(Struct, frozen=True):
    """One line: its parts and the letter-spacing after every character, pt."""

    parts: tuple[Part, ...]
    spacing_pt: float = 0.0

    @property
    def simple(self) -> str | None:
        """The text of a line that needs no mark-up of its own."""
        return None if self.spacing_pt else self.plain

    @property
    def plain(self) -> str | None:
        """The text of a line without marks and blanks, whatever its spacing."""
        if any(part.css or part.gap_em for part in self.parts):
            return None
        return "".join(part.text for part in self.parts)


class _Key(Struct, frozen=True):
    role: str
    strong: bool = False
    ref: str = ""


def printable(text: str) -> str:
    """The text without what cannot be printed; a tab is a blank."""
    return _UNPRINTABLE.sub("", text.replace("\t", " ").replace("\r\n", "\n").replace("\r", "\n"))


class Setter:
    """Sets lines with the advances of the fonts and remembers which characters each role had to print."""

    def __init__(self, table: Metrics | None = None) -> None:
        self.metrics = table or metrics()
        self.used: dict[str, set[str]] = {}
        self._advance = _advance(self.metrics, self.used)
        self._advances = Advances(self._advance)
        self.notes: list[tuple[str, Inlines]] = []
        self._lines: dict[tuple[tuple[Run, ...], Measure, str], tuple[SetLine, ...]] = {}
        self._set: dict[tuple[Inlines, Inlines, Measure, str], tuple[SetLine, ...]] = {}

    @property
    def remembered(self) -> int:
        """Texts whose lines are known."""
        return len(self._lines)

    def advance(self, char: str, role: str) -> float:
        """Width in em of a character, a blank or a note's mark."""
        return self._advance(char, role)

    def runs(self, inlines: Inlines, role: str) -> list[Run]:
        """Inlines as runs for the line breaker; notes are numbered in the order met."""
        found: list[Run] = []
        for inline in inlines:
            match inline:
                case Text(text=text, strong=strong, ref=ref):
                    found.append(Run(printable(text), role, _Key(role, strong, ref or "")))
                case Blank(width=width):
                    cells = max(1, min(width, _MOST_BLANK))
                    found.append(Run(_OBJECT, f"{_BLANK_ROLE}{cells}", _Key(role)))
                case Break():
                    found.append(Run("\n", role, _Key(role)))
                case Note(inlines=content):
                    self.notes.append((_note_mark(len(self.notes) + 1), content))
                    found.append(Run(_OBJECT, _NOTE_ROLE, _Key(role, ref=self.notes[-1][0])))
        return found

    def lines(self, runs: Sequence[Run], measure: Measure, role: str) -> tuple[SetLine, ...]:
        """Set runs in `measure`; parts of another role than `role` are marked. The same is set once."""
        key = (tuple(runs), measure, role)
        if key not in self._lines:
            lines = break_paragraph(runs, measure, self._advances)
            self._lines[key] = tuple(_set_line(line, role) for line in lines)
        return self._lines[key]

    def set_once(
        self, inlines: Inlines, measure: Measure, role: str, run_in: Inlines = ()
    ) -> tuple[SetLine, ...]:
        """`lines` of inlines in a role and of what runs in behind them in 仿宋, remembered: texts repeat themselves.

        Notes are met again each time.
        """
        key = (inlines, run_in, measure, role)
        known = self._set.get(key)
        if known is None:
            known = self.lines(self.runs(inlines, role) + self.runs(run_in, "fang"), measure, role)
            if not any(isinstance(inline, Note) for inline in inlines + run_in):
                self._set[key] = known
        return known

    def line_count(self, inlines: Inlines, measure: Measure, role: str) -> int:
        """Lines of what `set_once` gives; a text that a line surely holds need not be set for that. Not justified."""
        text = "".join([inline.text if isinstance(inline, Text) else "\n" for inline in inlines])
        advance, width_em = self._advances[role].__getitem__, measure.width_pt / measure.size_pt
        # Printable: no line ends, and nothing of it is left out.
        if text and text.isprintable() and sum(map(advance, text)) <= width_em:
            return 1
        return len(self.set_once(inlines, measure, role))

    def single(self, inlines: Inlines, role: str) -> SetLine:
        """Inlines on one line, however long, at natural width; a break in them is a blank."""
        flat = [run._replace(text=run.text.replace("\n", " ")) for run in self.runs(inlines, role)]
        for run in flat:
            self.width_em(run.text, run.role)
        return SetLine(tuple(_part(Piece(*run), role) for run in flat))

    def title(self, inlines: Inlines, role: str, max_cells: float) -> tuple[SetLine, ...]:
        """A title in lines of its own shape (7.3.1); marks and blanks survive."""
        runs = self.runs(inlines, role)
        shown = "".join(_TITLE_BLANK * _gap_cells(run) if run.text == _OBJECT else run.text for run in runs)
        ends = _title_ends(shown, break_title(shown, max_cells))
        lines: list[SetLine] = []
        start = 0
        for end in ends:
            lines.append(SetLine(tuple(_part(Piece(*run), role) for run in _cut(runs, start, end))))
            start = end
        for run in runs:
            self.width_em(run.text, run.role)
        return tuple(lines)

    def width_em(self, text: str, role: str) -> float:
        """Natural width of a text in em."""
        return sum(self.advance(char, role) for char in text)

    def inline_width_em(self, inlines: Inlines, role: str) -> float:
        """Natural width of inlines in em, blanks included."""
        return sum(self.width_em(run.text, run.role) for run in self.runs(inlines, role))

    def take_notes(self) -> list[tuple[str, Inlines]]:
        """The notes met since the last call."""
        taken, self.notes = self.notes, []
        return taken


def _advance(table: Metrics, used: dict[str, set[str]]) -> Advance:
    """Asks `table` and keeps in `used` what was asked. Holds no setter, which is then let go with its last line."""

    def advance(char: str, role: str) -> float:
        if char == _OBJECT:
            return float(role.removeprefix(_BLANK_ROLE)) if role.startswith(_BLANK_ROLE) else _NOTE_EM
        used.setdefault(role, set()).add(char)
        return table.advance(char, role)

    return advance


def _note_mark(count: int) -> str:
    return f"[{count}]"


def _gap_cells(run: Run) -> int:
    return int(run.role.removeprefix(_BLANK_ROLE)) if run.role.startswith(_BLANK_ROLE) else 0


def _set_line(line: Line, role: str) -> SetLine:
    parts = (_part(piece, role) for piece in line.pieces)
    # As it is written: four decimals, so that equal ones are equal.
    return SetLine(tuple(part for part in parts if part.text or part.gap_em), round(line.letter_spacing_pt, 4))


def _part(piece: Piece, role: str) -> Part:
    key = piece.key if isinstance(piece.key, _Key) else _Key(piece.role)
    if piece.text == _OBJECT:
        if piece.role == _NOTE_ROLE:
            return Part(key.ref, "note-mark")
        return Part("", "gap", float(_gap_cells(Run(*piece))))
    classes = [key.role] if key.role != role else []
    if key.strong:
        classes.append("strong")
    return Part(piece.text.removesuffix("\n"), " ".join(classes), ref=key.ref)


def _title_ends(shown: str, lines: Sequence[str]) -> list[int]:
    """Index after each line in the whole text; blanks that the title breaker dropped go with the line before."""
    ends: list[int] = []
    position = 0
    for line in lines:
        while position < len(shown) and not shown.startswith(line, position):
            position += 1
        position += len(line)
        ends.append(position)
    if ends:
        ends[-1] = len(shown)
    return ends


def _cut(runs: Sequence[Run], start: int, end: int) -> list[Run]:
    """The runs between two indexes of the text in which a gap counts its width, edges trimmed of blanks."""
    found: list[Run] = []
    position = 0
    for run in runs:
        length = _gap_cells(run) if run.text == _OBJECT else len(run.text)
        first, last = max(start - position, 0), min(end - position, length)
        if run.text == _OBJECT:
            if start <= position < end or (length == 0 and start < position <= end):
                found.append(run)
        elif first < last:
            found.append(run._replace(text=run.text[first:last]))
        position += length
    return _trimmed(found)


def _trimmed(runs: list[Run]) -> list[Run]:
    if runs and runs[0].text != _OBJECT:
        runs[0] = runs[0]._replace(text=runs[0].text.lstrip(_EDGES))
    if runs and runs[-1].text != _OBJECT:
        runs[-1] = runs[-1]._replace(text=runs[-1].text.rstrip(_EDGES))
    return [run._replace(text=run.text.replace("\n", "")) for run in runs if run.text]


def label_of(number_text: str, inlines: Inlines) -> str:
    """The text of a bookmark: number and heading on one line."""
    return printable(plain(words(number_text) + inlines, "＿＿")).replace("\n", "").rstrip("。")
