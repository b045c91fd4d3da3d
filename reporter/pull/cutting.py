"""A change of a paragraph as changes of its source line: words are replaced, expressions stay as they are."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from reporter.patterns import regex
from reporter.pull.files import Files
from reporter.pull.hunks import Hunk
from reporter.pull.letters import Letter
from reporter.pull.markup import emphasised, escaped
from reporter.pull.model import Cut

_TAGS = regex(r"\{%|%\}|\{##|##\}")
_BLANKS = " \t\u3000\u2002\u2003\xa0_"


class Made(Struct, frozen=True):
    """Cuts of the source; `deletes` are printed figures that they take along."""

    cuts: tuple[Cut, ...]
    deletes: tuple[str, ...] = ()


class Refused(Struct, frozen=True):
    """Nothing can be written: what was touched is data, or stands where no text is. `refs` name it, `span` is what was
    touched with all of the figures that it begins or ends in."""

    refs: tuple[str, ...]
    old: str
    span: tuple[int, int] | None = None


class Cutter:
    """Cuts for one paragraph; `strong` says which characters of the new text are bold."""

    def __init__(self, own: Sequence[Letter], strong: Sequence[bool], files: Files) -> None:
        self._own, self._strong, self._files = own, strong, files

    def make(self, hunk: Hunk) -> Made | Refused:
        """What the hunk, in places of the paragraph as it is now, means for the source."""
        touched = self._own[hunk.start : hunk.end]
        if any(one.whole for one in touched) or self._inside_blank(hunk):
            return self._filled(hunk)
        if not touched:
            return self._inserted(hunk)
        if all(one.origin for one in touched):
            return self._replaced(hunk, touched)
        if self._takes_along(hunk, touched):
            return self._taken_along(hunk, touched) or self._refused(hunk)
        return self._refused(hunk)

    def _refused(self, hunk: Hunk) -> Refused:
        start, end = hunk.start, hunk.end
        touched = [one for one in self._own[start:end] if one.origin is None]
        if not touched:  # between two of them
            touched = [one for one in self._own[max(start - 1, 0) : end + 1] if one.origin is None]
        refs = tuple(dict.fromkeys(one.ref for one in touched))
        whole = self._around(start, end)
        return Refused(refs, "".join(one.char for one in self._own[whole[0] : whole[1]]), whole)

    def _around(self, start: int, end: int) -> tuple[int, int]:
        """The touched stretch with all of the figures that it begins or ends in."""
        while 0 < start < len(self._own) and self._same_data(start - 1, start):
            start -= 1
        while 0 < end < len(self._own) and self._same_data(end - 1, end):
            end += 1
        return start, end

    def _same_data(self, one: int, other: int) -> bool:
        left, right = self._own[one], self._own[other]
        return left.origin is None and right.origin is None and left.ref == right.ref

    def _replaced(self, hunk: Hunk, touched: Sequence[Letter]) -> Made | Refused:
        """All of it is plain words: each goes, what is new comes in place of the first."""
        cuts: list[Cut] = []
        for letter in touched:
            place = self._files.located(letter.origin) if letter.origin else None
            if place is None:
                return self._refused(hunk)
            last = cuts[-1] if cuts else None
            if last and (last.file, last.line, last.end) == (place.file, place.line, place.start):
                cuts[-1] = Cut(last.file, last.line, last.start, place.end)
            else:
                cuts.append(place)
        first = cuts[0]
        cuts[0] = Cut(first.file, first.line, first.start, first.end, self._new(hunk, touched[0].strong))
        return Made(tuple(cuts))

    def _inserted(self, hunk: Hunk) -> Made | Refused:
        """Beside a plain word of the same boldness, if there is one; else beside any."""
        found: list[tuple[Cut, bool]] = []
        for at, behind in ((hunk.start - 1, True), (hunk.start, False)):
            letter = self._own[at] if 0 <= at < len(self._own) else None
            place = (
                self._files.located(letter.origin) if letter and letter.origin and not letter.whole else None
            )
            if letter and place:
                point = place.end if behind else place.start
                found.append((Cut(place.file, place.line, point, point), letter.strong))
        if not found:
            return self._refused(hunk)
        wanted = bool(self._strong) and hunk.at < len(self._strong) and self._strong[hunk.at]
        cut, around = next((one for one in found if one[1] == wanted), found[0])
        if (
            found[0][0].line != found[-1][0].line
        ):  # behind a heading that ends with 。: it belongs to the text that runs in
            cut, around = found[-1]
        return Made((Cut(cut.file, cut.line, cut.start, cut.end, self._new(hunk, around)),))

    def _new(self, hunk: Hunk, around: bool) -> str:
        strong = list(self._strong[hunk.at : hunk.at + len(hunk.new)])
        if len(strong) < len(hunk.new):
            return escaped(hunk.new)
        return emphasised(hunk.new, strong, around)

    def _takes_along(self, hunk: Hunk, touched: Sequence[Letter]) -> bool:
        """Whether words are deleted together with the whole of the figures between them."""
        alone = all(one.origin is None for one in touched)
        marks_only = not any(char.isalnum() for char in hunk.new)
        return not alone and marks_only and self._around(hunk.start, hunk.end) == (hunk.start, hunk.end)

    def _taken_along(self, hunk: Hunk, touched: Sequence[Letter]) -> Made | None:
        """One stretch of the source line, from plain word to plain word, with the expressions in it."""
        left = self._edge(hunk.start, inner=touched[0], outer=hunk.start - 1, first=True)
        right = self._edge(hunk.end, inner=touched[-1], outer=hunk.end, first=False)
        if left is None or right is None or (left.file, left.line) != (right.file, right.line):
            return None
        source = self._files.file(left.file).clean(left.line)[left.start : right.start]
        if left.start > right.start or _TAGS.search(source) or source.count("{{") != source.count("}}"):
            return None
        texts: list[str] = []
        for before, one in zip((None, *touched), touched, strict=False):
            if one.origin is None:
                joined = before is not None and before.origin is None and before.ref == one.ref
                texts[-1:] = [texts[-1] + one.char] if joined and texts else [*texts[-1:], one.char]
        new = self._new(hunk, touched[0].strong) + ("**" if source.count("**") % 2 else "")
        return Made((Cut(left.file, left.line, left.start, right.start, new),), tuple(texts))

    def _edge(self, at: int, *, inner: Letter, outer: int, first: bool) -> Cut | None:
        """Where the stretch begins or ends: at its own word, else at the word beside it."""
        place = self._files.located(inner.origin) if inner.origin else None
        if place:
            point = place.start if first else place.end
            return Cut(place.file, place.line, point, point)
        beside = self._own[outer] if 0 <= outer < len(self._own) else None
        place = self._files.located(beside.origin) if beside and beside.origin else None
        if place is None:
            return None
        point = place.end if first else place.start
        return Cut(place.file, place.line, point, point)

    def _inside_blank(self, hunk: Hunk) -> bool:
        """Whether something was typed at a blank: between its characters or at its edge."""
        near = self._own[max(hunk.start - 1, 0) : hunk.start + 1]
        return hunk.start == hunk.end and any(one.whole for one in near)

    def _filled(self, hunk: Hunk) -> Made | Refused:
        """The blank as written in the source gives way to what was typed."""
        touched = self._own[max(hunk.start - 1, 0) : hunk.end + 1]
        spans = list(dict.fromkeys(one.origin for one in touched if one.whole and one.origin))
        others = [one for one in self._own[hunk.start : hunk.end] if not one.whole]
        typed = hunk.new.strip(_BLANKS)
        place = self._files.located(spans[0]) if len(spans) == 1 and not others else None
        if place is None:
            return self._refused(hunk)
        return Made((Cut(place.file, place.line, place.start, place.end, escaped(typed)),) if typed else ())
