"""What stands at the edge of a sheet and belongs to no text: page numbers, running heads, marks of the state."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from reporter.artefacts.furniture import is_furniture
from reporter.artefacts.geometry import PageGeometry, TextLine

_NUMBER = re.compile(
    r"[-—–―‐－·~～\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[,，/／]?\s*(?:共\s*)?\d{1,4}(?:\s*页)?)?[-—–―‐－·~～\s]*"
)
_EDGE: Final = 0.13
"""Share of the sheet's height at its head and foot in which furniture stands."""
_OFTEN: Final = 3
"""A line at the edge of so many pages is a running head."""


class Sorted(Struct, frozen=True):
    """The lines of a page by what they belong to."""

    text: tuple[TextLine, ...]
    head: tuple[TextLine, ...]
    foot: tuple[TextLine, ...]


def sort_lines(pages: Sequence[PageGeometry]) -> list[Sorted]:
    """Each page's lines; what is turned on its side belongs to the edges."""
    running = _running(pages)
    found = []
    for page in pages:
        text, head, foot = [], [], []
        for line in page.lines:
            edge = _at_edge(page, line)
            if not edge or not (
                _NUMBER.fullmatch(line.text) or is_furniture(line.text) or line.text in running
            ):
                text.append(line)
            elif edge < 0:
                head.append(line)
            else:
                foot.append(line)
        turned = [line for line in page.turned if _NUMBER.fullmatch(line.text)]
        found.append(Sorted(tuple(text), tuple(head), (*foot, *turned)))
    return found


def _running(pages: Sequence[PageGeometry]) -> set[str]:
    counted = Counter(
        text for page in pages for text in {line.text for line in page.lines if _at_edge(page, line)}
    )
    return {text for text, count in counted.items() if count >= max(_OFTEN, len(pages) * 0.4)}


def _at_edge(page: PageGeometry, line: TextLine) -> int:
    """-1 at the head, 1 at the foot, 0 between."""
    if line.baseline < page.height * _EDGE:
        return -1
    return 1 if line.baseline > page.height * (1 - _EDGE) else 0
