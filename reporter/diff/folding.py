"""A text as it is compared: white space and invisible signs never matter."""

from __future__ import annotations

from reporter.patterns import regex

_BLANKS = regex(r"[\s\u00ad\u200b-\u200f\u2060\ufeff]+")


def folded(text: str) -> str:
    """A text without any white space."""
    return _BLANKS.sub("", text)
