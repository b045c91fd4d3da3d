"""Which part of a text a paragraph belongs to."""

from __future__ import annotations

import re

from reporter.artefacts.seen.model import Para
from reporter.check.subject import Subject

_YEAR = re.compile(r"20\d{2}年")
_NEXT = re.compile("下一?步|下一?阶段|今后|明年|打算|设想")


def chapter_of(subject: Subject, para: Para) -> str:
    """The first-level heading that it stands under or in, empty for what comes before the first."""
    above = [
        one.text for one in subject.sure("heading") if one.level == 1 and one.para.number <= para.number
    ]
    return above[-1] if above else ""


def of_other_times(one: str, other: str) -> bool:
    """Whether two such headings name other years (一、2025年主要工作, 三、2026年工作安排), or only one of them says
    that it is about what comes next."""
    years = set(_YEAR.findall(one)), set(_YEAR.findall(other))
    return bool(all(years) and not years[0] & years[1]) or bool(_NEXT.search(one)) != bool(_NEXT.search(other))
