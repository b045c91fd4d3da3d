"""A town is written in the text as in the table (R22)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.model import Grid
from reporter.check.columns import named, solid_cells
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW640",
    title="正文里的乡镇名称与表中写法一致",
    implements=("R22",),
    clause="公文一致性要求",
    strength="recommended",
    tests="表中有乡镇一列时，正文里只差一个字、表里却没有的乡镇、街道",
    why="地名错一个字，就成了别的地方。",
    hint="对照行政区划改正",
    good=lambda: _paper("柳溪镇"),
    bad=lambda: _paper("柳西镇"),
    roles=("body",),
    tables=True,
    severity="warning",
)
_HEAD = re.compile("(?:所在)?(?:乡?镇|镇街|街道)(?:[（(]街道[）)])?(?:名称)?|单位|地区")
_TOWN = re.compile("[\u4e00-\u9fff]{2}(?:镇|乡|街道)")
_LEAST = 3


def check(subject: Subject) -> Iterator[Finding]:
    """Names of two characters before 镇, 乡 or 街道."""
    towns = {
        cell
        for grid in subject.seen.grids
        for column in named(grid, _HEAD)
        for cell in solid_cells(grid, column)
        if _TOWN.fullmatch(cell)
    }
    if len(towns) < _LEAST:
        return
    for para, found in subject.text_of("body", "heading").matches(_TOWN, "镇", "乡", "街道"):
        alike = [town for town in towns if _one_off(found[0], town)] if found[0] not in towns else []
        if len(alike) == 1:
            yield RULE.at(subject, para, f"表里是“{alike[0]}”", around(para.text, found))


def _one_off(name: str, town: str) -> bool:
    return len(name) == len(town) and name[2:] == town[2:] and (name[0] == town[0]) != (name[1] == town[1])


def _paper(town: str) -> Subject:
    rows = (("乡镇", "隐患"), ("河口镇", "3"), ("青石镇", "2"), ("柳溪镇", "5"))
    return notice(body=(f"{town}坚持每周巡查。",), grids=(Grid(1, rows, 1),))
