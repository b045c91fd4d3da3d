"""Inline content: what stands inside a line of text."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

BLANK_CELL = "\u2003"
"""One 字 of a blank as a character. Unlike U+3000 it keeps its place and its rule where it ends a line."""


class Text(Struct, frozen=True):
    """A run of characters. `ref` says which figure, cell, answer or text it came from; `strong` is bold."""

    text: str
    strong: bool = False
    ref: str | None = None


class Blank(Struct, frozen=True):
    """A missing value: printed as an underlined gap of `width` 字 and listed for the clerk by `name`."""

    name: str
    width: int = 4


class Break(Struct, frozen=True):
    """A line break that a person asked for (titles, cells of tables); never written into body paragraphs."""


class Note(Struct, frozen=True):
    """A footnote at this place."""

    inlines: tuple[Inline, ...]


Inline = Text | Blank | Break | Note
Inlines = tuple[Inline, ...]


def plain(inlines: Iterable[Inline], blank: str = "") -> str:
    """The text without marks; a blank gives `blank` (empty by default), a break a newline, a note nothing."""
    return "".join(
        [
            one.text
            if isinstance(one, Text)
            else blank
            if isinstance(one, Blank)
            else "\n"
            if isinstance(one, Break)
            else ""
            for one in inlines
        ]
    )


def is_gap(inlines: Inlines) -> bool:
    """Whether there is nothing but a blank to be filled in."""
    return len(inlines) == 1 and isinstance(inlines[0], Blank)


def words(text: str, *, strong: bool = False, ref: str | None = None) -> Inlines:
    """One run of text, or nothing for an empty string."""
    return (Text(text, strong, ref),) if text else ()


def merged(inlines: Iterable[Inline]) -> Inlines:
    """Neighbouring runs with the same marks and no reference become one; empty runs vanish."""
    result: list[Inline] = []
    for inline in inlines:
        last = result[-1] if result else None
        if isinstance(inline, Text):
            if not inline.text:
                continue
            if (
                isinstance(last, Text)
                and last.ref == inline.ref
                and last.strong == inline.strong
                and not inline.ref
            ):
                result[-1] = Text(last.text + inline.text, last.strong)
                continue
        result.append(inline)
    return tuple(result)
