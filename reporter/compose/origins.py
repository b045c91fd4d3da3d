"""Where every character of a Document stands in its source text: a composition whose runs of plain words say it.

An origin is a reference `text:FILE#KEY:COLUMN`, where KEY is a line of the text or the path of a scalar of its front
matter and COLUMN counts characters from 0; a blank that was written there covers a span: `text:FILE#KEY:COLUMN-END`.
Only `pull` composes this way; nothing of it is ever kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from reporter.compose.dialect import BLANK, NOTE, Line, Reader
from reporter.compose.language import MARK, TAG, Place, Sources
from reporter.compose.value import TOKEN, TokenBook, ref_of
from reporter.document.inline import BLANK_CELL, Blank, Inline, Inlines, Text, plain
from reporter.patterns import regex

_ORIGIN = regex(r"text:(.+)#([^#:]+):(\d+)(?:-(\d+))?")
_ATOM = regex(f"{MARK.pattern}|{TOKEN.pattern}|(.)", re.DOTALL)
_NAMED = regex(r"\s*\{#[\w.-]+\}\s*$")
_OPENS = ("{{", "{%", "{##")


class Origin(Struct, frozen=True, order=True):
    """Characters `start` to `end` of a line (`key` is its number) or of a scalar (`key` is its path) of a file."""

    file: str
    key: str
    start: int
    end: int

    @property
    def line(self) -> int:
        """The line's number, 0 for a scalar of the front matter."""
        return int(self.key) if self.key.isdecimal() else 0

    def ref(self, *, whole: bool = False) -> str:
        """As a run carries it; `whole` for a span that is changed as one."""
        return f"text:{self.file}#{self.key}:{self.start}" + (f"-{self.end}" if whole else "")


def origins_of(text: str, ref: str) -> list[tuple[Origin | None, bool]]:
    """The origin of each character of a run, and whether all of them are one span."""
    found = _ORIGIN.fullmatch(ref)
    if found is None:
        return [(None, False)] * len(text)
    file, key, start = found[1], found[2], int(found[3])
    if found[4]:
        return [(Origin(file, key, start, int(found[4])), True)] * len(text)
    return [(Origin(file, key, at, at + 1), False) for at in range(start, start + len(text))]


class TracedSources(Sources):
    """Marks every stretch of plain words with its place, beside the marks of lines."""

    _starts: dict[int, tuple[str, int]] = field(default_factory=dict)
    _scalars: dict[tuple[Place, str, str], str] = field(default_factory=dict)

    def marked(self, text: str, start: Place) -> str:
        super().marked(text, start)  # for its complaints
        lines, inside = [], False
        for number, line in enumerate(text.split("\n"), start.line):
            place = Place(start.file, number)
            head = "" if inside or not line.strip() else self.mark(place)
            body, inside = self._segments(line, inside, place, str(number))
            lines.append(head + body)
        return "\n".join(lines)

    def scalar(self, source: str, place: Place, path: str) -> str:
        known = self._scalars.get((place, path, source))
        if known is None:
            known = "".join(self._whole(source, place, path))
            self._scalars[place, path, source] = known
        return known

    def _whole(self, source: str, place: Place, path: str) -> Iterator[str]:
        inside, at = False, 0
        for line in source.splitlines(keepends=True):
            body, inside = self._segments(line, inside, place, path, at)
            at += len(line)
            yield body

    def _segments(self, line: str, inside: bool, place: Place, key: str, first: int = 0) -> tuple[str, bool]:
        """The line with a mark before and behind each stretch of words, and whether it ends inside a tag."""
        pieces, at = [], 0
        for tag in (*TAG.finditer(line), None):
            end = tag.start() if tag else len(line)
            bare = inside or not line[at:end]
            pieces.append(line[at:end] if bare else self._words(line, (at, end), place, (key, first)))
            if tag:
                pieces.append(tag[0])
                at, inside = tag.end(), tag[0] in _OPENS
        return "".join(pieces), inside

    def _words(self, line: str, span: tuple[int, int], place: Place, key: tuple[str, int]) -> str:
        """White space that a tag with a hyphen takes away stays beside the tag."""
        at, end = span
        text = line[at:end]
        eaten = text.strip() if text.strip() else text
        left = text.index(eaten) if line[max(at - 3, 0) : at - 2] == "-" else 0
        right = text.index(eaten) + len(eaten) if line[end + 2 : end + 3] == "-" else len(text)
        start = self.mark(place)
        self._starts[len(self.places) - 1] = key[0], key[1] + at + left
        return text[:left] + start + text[left:right] + self.mark(place) + text[right:]

    def atoms(
        self, raw: str, book: TokenBook, *, short_dates: bool = False
    ) -> list[tuple[str, Origin | None]]:
        """The printed characters of a rendered line, data as they print, each with its origin."""
        found: list[tuple[str, Origin | None]] = []
        at: tuple[str, str, int] | None = None
        for match in _ATOM.finditer(raw):
            if match[1]:
                index = self.index(match[1])
                start = self._starts.get(index)
                at = (self.places[index].file, *start) if start else None
            elif match[2]:
                printed = plain((book.value(match[2]).inline(short_dates=short_dates),))
                found += [(char, None) for char in printed]
            else:
                found.append((match[3], Origin(at[0], at[1], at[2], at[2] + 1) if at else None))
                at = (at[0], at[1], at[2] + 1) if at else None
        return found


class TracedReader(Reader):
    """Reads like `Reader`; runs of plain words come with their origins, blanks as runs with their reference."""

    _sources: TracedSources

    def lines(self, text: str) -> Iterator[Line]:
        for raw in text.split("\n"):
            for line in super().lines(raw):
                yield replace(line, inlines=attributed(line.inlines, self._sources.atoms(raw, self._book)))

    def scalar(self, text: str, place: Place | None, short_dates: bool = False) -> Inlines:
        found = super().scalar(text, place, short_dates)
        return attributed(found, self._sources.atoms(text, self._book, short_dates=short_dates))

    def scalar_title(self, text: str, place: Place | None) -> Inlines:
        return attributed(super().scalar_title(text, place), self._sources.atoms(text, self._book))

    def _data(self, digits: str, strong: bool, place: Place | None, short_dates: bool) -> Inline:
        found = super()._data(digits, strong, place, short_dates)
        ref = ref_of(self._book.value(digits))
        return Text(BLANK_CELL * found.width, strong, ref) if isinstance(found, Blank) and ref else found


def attributed(inlines: Inlines, atoms: Sequence[tuple[str, Origin | None]]) -> Inlines:
    """Each run of plain words cut where its source does; as it was where a character cannot be found.

    Marks of the markup are characters that are not printed. Read from the end: what is dropped most often is a number
    before a heading.
    """
    text = "".join(char for char, _ in atoms)
    named = _NAMED.search(text)
    hidden = [found.span() for found in NOTE.finditer(text)]
    blanks = [found.span() for found in BLANK.finditer(text)]
    at = (named.start() if named else len(text)) - 1
    result: list[Inline] = []
    for inline in reversed(inlines):
        if isinstance(inline, Blank) and blanks:
            start, end = blanks.pop()
            at, first, last = start - 1, atoms[start][1], atoms[end - 1][1]
            if first and last and first.key == last.key:
                span = Origin(first.file, first.key, first.start, last.end)
                inline = Text(BLANK_CELL * inline.width, ref=span.ref(whole=True))
        elif isinstance(inline, Text):
            origins: list[Origin | None] = []
            for char in reversed(inline.text):
                at = _found(atoms, at, char, hidden)
                if at < 0:
                    return inlines
                origins.insert(0, atoms[at][1])
                at -= 1
            result += reversed([inline] if inline.ref else list(_cut(inline, origins)))
            continue
        result.append(inline)
    return tuple(reversed(result))


def _found(
    atoms: Sequence[tuple[str, Origin | None]], at: int, char: str, hidden: Sequence[tuple[int, int]]
) -> int:
    """Where the character stands at or before `at`, -1 for nowhere."""
    while at >= 0:
        inside = next((start for start, end in hidden if start <= at < end), None)
        if inside is not None:
            at = inside - 1
        elif atoms[at][0] == char:
            return at
        else:
            at -= 1
    return -1


def _cut(run: Text, origins: Sequence[Origin | None]) -> Iterator[Text]:
    begin = 0
    for at in range(1, len(origins) + 1):
        if at < len(origins) and _follows(origins[at - 1], origins[at]):
            continue
        first = origins[begin]
        yield Text(run.text[begin:at], run.strong, first.ref() if first else None)
        begin = at


def _follows(one: Origin | None, other: Origin | None) -> bool:
    if one is None or other is None:
        return one is other
    return (one.file, one.key, one.end) == (other.file, other.key, other.start)
