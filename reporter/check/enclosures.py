"""What 附件说明 says is enclosed, and how many rows the list of an attachment has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.model import Element, Grid
from reporter.check.columns import is_total, named
from reporter.check.subject import Subject

_HEAD = re.compile(r"^附\s*件\s*[一二三四五六七八九十\d]*\s*[：:]\s*")
_COUNT = r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})"
_NUMBER = re.compile(rf"^(?:[（(]{_COUNT}[)）]|{_COUNT}\s*[.．、：:]|[①-⑳])\s*")
_FIRST = re.compile(r"1[.．、]|①")
"""The number of an only one, which needs none."""
_SECOND = re.compile(r"(?<=[\s；;，,、])2[.．、]")
"""Where a second one goes on in the line of the first."""
_NOT_ENCLOSED = re.compile(r"[（(](?:另附|另发|略|另行印发|另报)[）)]")


def listed_attachments(subject: Subject) -> dict[int, str]:
    """Number → name of those that are to be enclosed; names that say 另附 are left out."""
    return {number: name for number, name in named_attachments(subject).items() if not _NOT_ENCLOSED.search(name)}


def second_in_line(text: str) -> int:
    """Where the second of the names that a line of 附件说明 counts begins; 0 where there is none."""
    found = _SECOND.search(text) if _FIRST.match(text) else None
    return found.start() if found else 0


def named_attachments(subject: Subject) -> dict[int, str]:
    """Number → name of all that have one."""
    lines = [*_lines(subject)]
    found: dict[int, str] = {}
    for line in lines:
        text = _HEAD.sub("", line).strip()
        numbered = _NUMBER.match(text) if len(lines) > 1 or _FIRST.match(text) else None
        if numbered is None and found and not _HEAD.match(line):
            last = max(found)
            found[last] += text
            continue
        name = text[numbered.end() :] if numbered else text
        found[len(found) + 1] = name.strip().rstrip("。；，、.;,")
    return {number: name for number, name in found.items() if name}


def _lines(subject: Subject) -> Iterator[str]:
    """Those of 附件说明, parted where a second name stands in the line of the first."""
    for element in subject.sure("attachments", part=0):
        head = _HEAD.match(element.text)
        begin = head.end() if head else 0
        at = second_in_line(element.text[begin:])
        yield from (element.text[: begin + at], element.text[begin + at :]) if at else (element.text,)


def rows_of(subject: Subject, label: Element) -> int:
    """How many rows the only numbered table of the attachment with that label has, totals left out; 0 where it has
    none or several."""
    begin = label.para.number
    later = (one.para.number for one in subject.sure("attachment_label") if one.para.number > begin)
    end = min(later, default=len(subject.seen.paras) + 1)
    inside = {para.cell.table for para in subject.seen.paras[begin : end - 1] if para.cell}
    grids = [grid for grid in subject.seen.grids if grid.number in inside and named(grid, _SERIAL)]
    return _numbered(grids[0]) if len(grids) == 1 else 0


def _numbered(grid: Grid) -> int:
    column = named(grid, _SERIAL)[0]
    return sum(bool(cells[column].strip()) and not is_total(cells) for _, cells in grid.body)


_SERIAL = re.compile("序号|编号")
