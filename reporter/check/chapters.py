"""Which part of a text a paragraph belongs to."""

from __future__ import annotations

import re

from reporter.artefacts.seen.model import Element, Para
from reporter.check.subject import Subject

_YEAR = re.compile(r"20\d{2}年")
_NEXT = re.compile("下一?步|下一?阶段|今后|明年|打算|设想")


def chapter_of(subject: Subject, para: Para) -> str:
    """The first-level heading that it stands under or in, empty for what comes before the first."""
    above = [
        one.text for one in subject.sure("heading") if one.level == 1 and one.para.number <= para.number
    ]
    return above[-1] if above else ""


def of_other_items(subject: Subject, one: Para, other: Para) -> bool:
    """Whether they stand under or in two headings of one level, below the first: （一）隐患整改。 and
    （二）档案管理。"""
    mine, theirs = _item(subject, one), _item(subject, other)
    return mine is not None and theirs is not None and mine is not theirs and mine.level == theirs.level > 1


def _item(subject: Subject, para: Para) -> Element | None:
    above = [one for one in subject.sure("heading") if one.para.number <= para.number]
    return above[-1] if above else None


def of_other_times(one: str, other: str) -> bool:
    """Whether two such headings name other years (一、2025年主要工作, 三、2026年工作安排), or only one of them says
    that it is about what comes next."""
    years = set(_YEAR.findall(one)), set(_YEAR.findall(other))
    return bool(all(years) and not years[0] & years[1]) or bool(_NEXT.search(one)) != bool(_NEXT.search(other))
