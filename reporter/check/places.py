"""Where a recognised text stands in the layout."""

from __future__ import annotations

from reporter.artefacts.furniture import is_furniture
from reporter.artefacts.geometry import PageGeometry, TextLine
from reporter.check.bare import bare
from reporter.check.subject import Subject


def page_of(subject: Subject, text: str, *, begins: bool = False) -> tuple[PageGeometry, TextLine] | None:
    """That line with its page; with `begins` the first line that the text begins with, four characters at least."""
    wanted, lines = bare(text), subject.layout.bare_lines if subject.layout else ()
    if begins:
        return next((one[:2] for one in lines if len(one[2]) >= _LEAST and wanted.startswith(one[2])), None)
    return next((one[:2] for one in reversed(lines) if one[2] == wanted), None)


def text_lines(page: PageGeometry) -> tuple[TextLine, ...]:
    """The page's lines without page numbers and the like, top to bottom."""
    return tuple(line for line in page.lines if line.text.strip() and not is_furniture(line.text))


_LEAST = 4
