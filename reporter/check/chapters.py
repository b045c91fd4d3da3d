"""Which part of a text a paragraph belongs to."""

from __future__ import annotations

from reporter.artefacts.seen.model import Para
from reporter.check.subject import Subject


def chapter_of(subject: Subject, para: Para) -> str:
    """The first-level heading that it stands under or in, empty for what comes before the first."""
    above = [
        one.text for one in subject.sure("heading") if one.level == 1 and one.para.number <= para.number
    ]
    return above[-1] if above else ""
