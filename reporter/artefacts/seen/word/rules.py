"""Drawn lines as rules: those on the first page with their places, the others at the paragraphs they hang on."""

from __future__ import annotations

from typing import Final

from reporter.artefacts.seen.model import Stroke
from reporter.artefacts.seen.word.drafts import Draft
from reporter.artefacts.seen.word.drawings import Line, Spot
from reporter.artefacts.seen.word.sections import Section
from reporter.artefacts.seen.word.story import Word

_FIRST: Final = 25
"""Paragraphs that the first page may hold; 22 lines and some."""
_HUNG: Final = ("", "paragraph", "line", "text", "char")
"""What a line that hangs on its paragraph is measured from."""
_ABOVE_MM: Final = 2.0


def on_first_page(word: Word) -> tuple[Stroke, ...]:
    """Lines drawn in the headers and near the head of the text, as far as a file that is not laid out tells."""
    first = (
        at for at, para in enumerate(word.paras[:_FIRST]) if at and isinstance(para, Draft) and para.new_page
    )
    turn = next(first, _FIRST)  # a repeated row turns where the one that it is like did
    return tuple(
        _placed(line, word.sections[line.section])
        for line in word.lines
        if (line.story in ("header", "footer") and line.section == 0)
        or (line.story == "text" and line.at < turn)
    )  # fmt: skip


def hang(word: Word) -> None:
    """Lines that hang on a paragraph of the text are rules above or below it, where it has none of its own."""
    for line in word.lines:
        if line.story != "text" or line.at >= len(word.paras) or line.down.base not in _HUNG:
            continue
        draft, stroke = word.paras[line.at], Stroke(line.weight, line.colour, kind=line.kind)
        assert isinstance(draft, Draft), "no row is repeated while a line waits for its paragraph"
        if (line.down.mm or 0.0) > _ABOVE_MM:
            draft.rule_below = draft.rule_below or stroke
        else:
            draft.rule_above = draft.rule_above or stroke


def afloat(word: Word) -> bool:
    """Whether a line of the text stands where its paragraph does not tell."""
    return any(line.story == "text" and line.down.base not in _HUNG for line in word.lines)


def _placed(line: Line, section: Section) -> Stroke:
    left = _along(line.across, (section.left, section.right, section.width), line.length)
    top = _along(line.down, (section.top, section.bottom, section.height), 0.0)
    right = None if left is None else round(left + line.length, 2)
    return Stroke(round(line.weight, 3), line.colour, left, right, top, line.kind)


def _along(spot: Spot, sheet: tuple[float | None, float | None, float | None], length: float) -> float | None:
    """From the sheet's corner, mm; None where only a layout tells."""
    near, far, whole = sheet
    if near is None or far is None or whole is None:
        return None
    bases = {
        "page": (0.0, whole), "margin": (near, whole - far), "column": (near, whole - far),
        "leftMargin": (0.0, near), "topMargin": (0.0, near), "rightMargin": (whole - far, whole),
        "bottomMargin": (whole - far, whole), "left-margin-area": (0.0, near), "top-margin-area": (0.0, near),
        "bottom-margin-area": (whole - far, whole), "text": (near, whole - far) if length else None,
    }  # fmt: skip
    ends = bases.get(spot.base)
    if ends is None:
        return None
    begin, end = ends
    if spot.align == "center":
        return round((begin + end - length) / 2, 2)
    if spot.align in ("right", "bottom", "outside"):
        return round(end - length, 2)
    if spot.align in ("left", "top", "inside"):
        return round(begin, 2)
    return None if spot.mm is None else round(begin + spot.mm, 2)
