"""Lines that the DOCX breaks itself: titles, whose outline is a trapezoid or a diamond (GB/T 9704 7.3.1)."""

from __future__ import annotations

from reporter.document.inline import Blank, Break, Inline, Inlines, Text, plain, words
from reporter.typeset.titles import break_title


def wide(inlines: Inlines) -> str:
    """Plain text with blanks as wide as they print."""
    return "".join(
        "\u3000" * inline.width if isinstance(inline, Blank) else plain((inline,)) for inline in inlines
    )


def title_lines(inlines: Inlines) -> Inlines:
    """The title with breaks where the shape wants them; marks and references of its runs are kept."""
    text = plain(inlines)
    lines = break_title(text)
    if len(lines) < 2 or any(not isinstance(inline, Text | Break) for inline in inlines):
        return inlines
    ends: list[int] = []
    position = 0
    for line in lines:
        position = text.index(line, position) + len(line)
        ends.append(position)
    return _cut(inlines, set(ends[:-1]))


def _cut(inlines: Inlines, cuts: set[int]) -> Inlines:
    result: list[Inline] = []
    position = 0
    for inline in inlines:
        if not isinstance(inline, Text):
            result.append(inline)
            position += 1
            continue
        piece = ""
        for char in inline.text:
            if position in cuts and char != "\n":
                result += [*words(piece, strong=inline.strong, ref=inline.ref), Break()]
                piece = ""
            piece += char
            position += 1
        result += words(piece, strong=inline.strong, ref=inline.ref)
    return tuple(result)
