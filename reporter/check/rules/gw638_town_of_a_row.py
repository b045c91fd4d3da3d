"""A home that is called by a town stands in its row with that town (R22)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.model import Grid
from reporter.check.bare import solid
from reporter.check.columns import named
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW638",
    title="机构名称里的乡镇与同行所在乡镇一致",
    implements=("R22",),
    clause="公文一致性要求",
    strength="recommended",
    tests="名称以“××镇”“××街道”开头的机构，所在乡镇一格写的是另一个乡镇；责任单位是别的行的乡镇",
    why="名称和所在地对不上，多半是串了行。",
    hint="对照登记证书核对；确实跨乡镇的不用改",
    good=lambda: notice(grids=(_table("云溪镇"),)),
    bad=lambda: notice(grids=(_table("河口镇"),)),
    tables=True,
    severity="warning",
)
_NAME = re.compile("(?:养老)?(?:机构|单位|服务站|站点|场所)名称|养老机构|名称")
_TOWN = re.compile("(?:所在|所属)(?:地|乡镇|街道|镇街)?[（(]?(?:乡镇|街道)?[）)]?|乡镇[（(]街道[）)]|乡镇")
_ROW, _CHARGED, _AGREE = re.compile("(?:所在)?(?:乡?镇|乡镇|镇街)(?:[（(]街道[）)])?"), re.compile("责任单位"), 3
_PREFIX = re.compile("(?:[\u4e00-\u9fff]{2}县)?([\u4e00-\u9fff]{2}(?:镇|乡(?!村)|街道))")
_ONE = re.compile("[\u4e00-\u9fff]{2,4}(?:镇|乡|街道)")


def check(subject: Subject) -> Iterator[Finding]:
    """Rows of tables with one column of names and one of towns."""
    for grid in subject.seen.grids:
        names, towns = named(grid, _NAME), named(grid, _TOWN)
        if len(names) != 1 or len(towns) != 1 or grid.number in subject.placing:
            continue
        for row, line in grid.body:
            if len(line) <= max(names[0], towns[0]):
                continue
            town, found = solid(line[towns[0]]), _PREFIX.match(solid(line[names[0]]))
            if found and _ONE.fullmatch(town) and not (town.endswith(found[1]) or found[1].endswith(town)):
                yield RULE.in_cell(subject, grid, row, towns[0], f"名称是“{found[1]}”的，所在地写“{town}”", town)
    for grid in subject.seen.grids:
        yield from _charged(subject, grid)


def _charged(subject: Subject, grid: Grid) -> Iterator[Finding]:
    """责任单位 青石镇人民政府 of nearly all rows of 青石镇: the town of another row stands in a few of them."""
    towns, charged = named(grid, _ROW), named(grid, _CHARGED)
    if len(towns) != 1 or len(charged) != 1:
        return
    rows = [(row, solid(line[towns[0]]), solid(line[charged[0]])) for row, line in grid.body if len(line) > charged[0]]
    known = {town for _, town, _ in rows if _ONE.fullmatch(town)}
    own = [row for row, town, who in rows if town in known and town in who]
    others = [(row, town, who) for row, town, who in rows if any(one in who for one in known - {town})]
    if len(own) >= _AGREE * len(others):
        for row, town, who in others:
            yield RULE.in_cell(subject, grid, row, charged[0], f"这一行是{town}的", who)


def _table(town: str) -> Grid:
    return Grid(1, (("序号", "机构名称", "所在乡镇"), ("1", "云溪镇敬老院", town)), 1)
