"""What somebody typed in Word as a line of our texts: signs of the markup escaped, bold kept, headings marked."""

from __future__ import annotations

from collections.abc import Sequence

from reporter.diff.model import Block
from reporter.patterns import regex
from reporter.pull.letters import full_runs, full_text, strongs
from reporter.text import INVISIBLE

_BEGINS = regex(r"[#@>\-+|`~_]")
_BREAKS = regex(r"[ \t\u3000]*\n[ \t\u3000]*")
_SPACES = regex(r"[\t\xa0\u2002\u2003]+")


def escaped(text: str) -> str:
    """Inside a line."""
    plain = INVISIBLE.sub("", _SPACES.sub(" ", _BREAKS.sub("", text)))
    return plain.replace("\\", "\\\\").replace("*", r"\*")


def emphasised(text: str, strong: Sequence[bool], around: bool) -> str:
    """Escaped, with `**` where boldness is not that of the words around it."""
    pieces, begin = [], 0
    for at in range(1, len(text) + 1):
        if at < len(text) and strong[at] == strong[begin]:
            continue
        piece = escaped(text[begin:at])
        marked = piece.strip() and strong[begin] != around
        pieces.append(f"**{piece}**" if marked else piece)
        begin = at
    return "".join(pieces)


def line_of(block: Block) -> str:
    """A whole paragraph or heading."""
    text = full_text(block)
    if block.level:
        return f"{'#' * block.level} {escaped(text).strip()}"
    own = strongs(full_runs(block))
    # A paragraph that is bold as a whole is no emphasis.
    strong = own if not all(own) else [False] * len(own)
    line = emphasised(text, strong, around=False).strip(" \u3000")
    return f"\\{line}" if _BEGINS.match(line) else line
