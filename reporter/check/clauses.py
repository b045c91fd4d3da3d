"""The clause that leads up to a place in a text."""

from __future__ import annotations


def clause_before(text: str, marks: str, place: int | None = None) -> str:
    """What stands behind the last of the marks and before `place`, the end of the text unless given."""
    first = max([text.rfind(mark, 0, place) for mark in marks]) + 1
    return text[first:place]
