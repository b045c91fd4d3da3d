"""Texts as they are compared: without marks and blanks."""

from __future__ import annotations

import re

_MARKS = re.compile(r"[\s\u3000《》〈〉“”\"'（）()，。、；：:.·]+")


def bare(text: str) -> str:
    """A title without marks and blanks."""
    return _MARKS.sub("", text)


def solid(text: str) -> str:
    """Without blanks and line breaks; much faster than a pattern that takes them out."""
    return "".join(text.split())
