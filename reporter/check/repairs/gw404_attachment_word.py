"""GW404: 附件1：名称 behind the text becomes 附件：名称, several become 附件：1.… and 2.…."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.model import Element
from reporter.check.repair import Change, Fault, Repair, Say, Stand

REPAIR = Repair("GW404", "附件说明改以“附件：”开头", "各行的序号不连续，或写法不一")
_LABEL = re.compile(r"[ \u3000\t]*附\s*件\s*([一二三四五六七八九]|\d{1,2})\s*[：:、.]\s*", re.ASCII)
_HANZI = "一二三四五六七八九"


def repair(fault: Fault) -> Iterator[Change]:
    """All lines together, and only when each begins with its number in turn."""
    lines = fault.subject.sure("attachments", part=0)
    found = [_LABEL.match(line.para.typed) for line in lines]
    numbers = [_value(match[1]) for match in found if match]
    if numbers != list(range(1, len(lines) + 1)) or any(line.para.label for line in lines):
        return
    for place, (line, match) in enumerate(zip(lines, found, strict=True), 1):
        if match and line.para == fault.para:
            yield from _line(line, match.end(), place, len(lines))


def _line(line: Element, end: int, place: int, count: int) -> Iterator[Change]:
    """Behind 附件： names stand 5 字 in with their number, and hang behind it."""
    number = "" if count == 1 else f"{place}."
    new = f"附件：{number}" if place == 1 else number
    yield Say(line.para, 0, end, new, adds=True)
    hang = 3.0 if count == 1 else 4.0 if place == 1 else 1.0
    yield Stand(line.para, first=-hang, left=5.0 if count == 1 else 6.0)


def _value(number: str) -> int:
    return _HANZI.index(number) + 1 if number in _HANZI else int(number)
