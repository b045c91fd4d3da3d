"""What a township reports of itself is what the county's table has in its row (R2, R8)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from reporter.artefacts.seen.model import Grid
from reporter.check.columns import is_total
from reporter.check.finding import Finding
from reporter.check.quantities import number_in, plain, quantities, unscaled
from reporter.check.regions import region_of
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW742",
    title="乡镇（街道）报告的数与县里汇总表中该乡镇（街道）一行一致，乡镇（街道）的个数与表的行数一致",
    implements=("R2", "R8"),
    clause="公文一致性要求",
    strength="shall",
    tests="几份文稿中，一份是某乡镇（街道）的，另一份的表里有它的一行：一行里的数多数对得上时，其余的是不是也对得上",
    why="汇总表由各乡镇（街道）的数加成，两边不同，合计也就不对。",
    hint="与该乡镇（街道）核对，改成一致，并重新计算合计",
    good=lambda: _two("698"),
    bad=lambda: _two("689"),
    needs=("set",),
    severity="warning",
)
_UNIT = re.compile(r"[（(]([\u4e00-\u9fff]{1,3})[）)]$")
_TOWN = re.compile(r"[\u4e00-\u9fff]{2,6}(?:镇|乡|街道)$")
_TOWNS = re.compile(r"(\d{1,3})个乡镇(?:（街道）|、街道)中")
_AGREE = 2
"""So many cells of a row stand in one paragraph of the report before another is missed there."""
_Row = tuple[Subject, Grid, tuple[str, ...]]
"""The cells of a township's row, with the table and its file."""


def check_set(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """Every report of a town or township against the tables of the other files."""
    rows: dict[str, list[_Row]] = {}
    wholes: list[tuple[Subject, Grid]] = []
    for other in subjects:
        for grid in other.seen.grids:
            for _, cells in grid.body if len(grid.names) > _AGREE else ():
                if cells and _TOWN.fullmatch(cells[0].strip()):
                    rows.setdefault(cells[0].strip(), []).append((other, grid, cells))
            if grid.names and "乡镇" in grid.names[0]:
                wholes.append((other, grid))
    for subject in subjects:
        town = _TOWN.search(region_of(subject)) if rows else None
        for other, grid, cells in _of(rows, town[0]) if town else ():
            if other is not subject:
                yield from _row(subject, other, grid, cells)
        for other, grid in wholes if subject.seen.joined.says("个乡镇") else ():
            if other is not subject:
                yield from _count(subject, other, grid)


def _of(rows: Mapping[str, list[_Row]], town: str) -> Iterator[_Row]:
    """The rows of a town, whose name may stand behind that of its county."""
    for begin in range(len(town) - 1):
        yield from rows.get(town[begin:], ())


def _row(subject: Subject, other: Subject, grid: Grid, cells: tuple[str, ...]) -> Iterator[Finding]:
    named = zip(grid.names, cells, strict=False)
    figures = [(name, cell.strip(), one) for name, cell in named if (one := _figure(name, cell))]
    for para in subject.paras_of("body"):
        found = quantities(para.text)
        said = {(one.value, one.unit) for one in found}
        missing = [one for one in figures if one[2] not in said]
        near = [one for *_, (_, unit) in missing[:1] for one in found if one.unit == unit]
        if len(missing) == 1 and len(figures) > _AGREE and near:
            name, cell, _ = missing[0]
            message = f"{other.name}的表里{cells[0].strip()}的“{name}”是{cell}，这里没有这个数"
            yield RULE.at(subject, para, message, para.text[max(0, near[0].start - 10) : near[0].end])


def _figure(name: str, cell: str) -> tuple[Decimal, str] | None:
    """Value and unit of a cell, as figures in sentences have them."""
    unit, value = _UNIT.search(name), number_in(cell)
    if unit is None or value is None:
        return None
    times, base = unscaled(unit[1])
    return value * times, base


def _count(subject: Subject, other: Subject, grid: Grid) -> Iterator[Finding]:
    """N个乡镇（街道）中 against a table of all of them, which has a total; a table of some has fewer."""
    if region_of(subject) != region_of(other):
        return
    rows = [cells for _, cells in grid.body if cells and cells[0].strip()]
    if not rows or not is_total(rows[-1]):
        return
    many = sum(bool(_TOWN.fullmatch(cells[0].strip())) for cells in rows[:-1])
    for para, found in subject.seen.matches(_TOWNS, "乡镇"):
        if many == len(rows) - 1 and int(found[1]) != many:
            yield RULE.at(subject, para, f"{other.name}的表里有{many}个乡镇（街道），这里写{found[1]}个", found[0])


def _two(homes: str) -> tuple[Subject, Subject]:
    rows = (("乡镇（街道）", "户数（户）", "人数（人）", "金额（万元）"), ("云溪镇", "698", "1124", "158.4"))
    body = f"截至6月底，我镇有低保对象{homes}户1124人，发放低保金{plain(Decimal('158.4'))}万元。"
    return (
        notice(file="通报.docx", grids=(Grid(1, (*rows, ("合计", "698", "1124", "158.4")), 1),)),
        notice(file="报告.docx", mark="云溪镇人民政府文件", signatory="云溪镇人民政府", body=(body,)),
    )
