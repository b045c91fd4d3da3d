"""What begins with a number: headings, and the items of lists that are numbered as headings are."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.artefacts.seen.model import Element
from reporter.check.subject import Subject


def numbered(subject: Subject) -> Iterator[Element]:
    """Headings, and paragraphs of the body with a number of their own, in order."""
    return (one for one in subject.sure("heading", "body") if one.role == "heading" or one.label)
