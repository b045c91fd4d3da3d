"""Who issues a document by its header: names of the mark without 文件 and the like."""

from __future__ import annotations

import re

from reporter.check.bare import bare
from reporter.check.subject import Subject

_TAIL = re.compile(r"(?:文件|便函|函|公报|令)$")


def issuers_of(subject: Subject) -> list[str]:
    """Names in the order of the header; a line that holds only 文件 is none."""
    names = (
        _TAIL.sub("", bare(line))
        for element in subject.sure("mark", part=0)
        for line in element.text.split("\n")
    )
    return [name for name in names if name]


def shortened(short: str, full: str) -> bool:
    """Whether all characters of the one stand in the other in their order: as in a name and its short form."""
    rest = iter(full)
    return all(character in rest for character in short)
