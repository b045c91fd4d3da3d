"""How far in a line stands, in 字 of 三号, where the file says it."""

from __future__ import annotations

from reporter.artefacts.seen.model import Looks, Para
from reporter.text import width

_BLANKS = " \u3000"


def first_indent(para: Para) -> float:
    """Of the first line: first-line and left indent, and blanks typed in front. How far a tab goes, its stop says."""
    looks, typed = para.looks, para.typed
    blanks = width(typed[: len(typed) - len(typed.lstrip(_BLANKS))]) if typed[:1] in _BLANKS else 0
    return (looks.first or 0) + max(looks.left or 0, 0) + blanks


def begins(looks: Looks) -> float:
    """Where the first line begins; less than 0 out in the margin. Without typed blanks."""
    return (looks.left or 0) + (looks.first or 0)


def pushed_in(looks: Looks) -> float:
    """What pushes a line that should stand in the middle or at the edge inwards, without typed blanks."""
    return (looks.left or 0) + max(looks.first or 0, 0)
