"""Where a recognised text stands in the layout."""

from __future__ import annotations

from reporter.artefacts.furniture import is_furniture
from reporter.artefacts.geometry import PageGeometry, TextLine
from reporter.check.enclosures import bare
from reporter.check.subject import Subject


def page_of(subject: Subject, text: str, *, begins: bool = False) -> tuple[PageGeometry, TextLine] | None:
    """That line with its page; with `begins` the first line that the text begins with, four characters at least."""
    wanted = bare(text)
    hits = [
        (page, line)
        for page in (subject.layout.pages if subject.layout else ())
        for line in page.lines
        if (_begins(wanted, bare(line.text)) if begins else bare(line.text) == wanted)
    ]
    if not hits:
        return None
    return hits[0] if begins else hits[-1]


def text_lines(page: PageGeometry) -> tuple[TextLine, ...]:
    """The page's lines without page numbers and the like, top to bottom."""
    return tuple(line for line in page.lines if line.text.strip() and not is_furniture(line.text))


def _begins(whole: str, line: str) -> bool:
    return len(line) >= _LEAST and whole.startswith(line)


_LEAST = 4
