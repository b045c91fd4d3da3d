"""How far in a line stands, in 字 of 三号, where the file says it."""

from __future__ import annotations

from reporter.artefacts.seen.model import Looks, Para
from reporter.text import width

_BLANKS = " \u3000"


def first_indent(para: Para) -> float:
    """Of the first line: first-line and left indent, and blanks typed in front. How far a tab goes, its stop says."""
    typed = para.typed
    blanks = typed[: len(typed) - len(typed.lstrip(_BLANKS))]
    return (para.looks.first or 0) + max(para.looks.left or 0, 0) + width(blanks)


def pushed_in(looks: Looks) -> float:
    """What pushes a line that should stand in the middle or at the edge inwards, without typed blanks."""
    return (looks.left or 0) + max(looks.first or 0, 0)
