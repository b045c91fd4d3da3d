"""A summary's row of a unit gives what the unit's own paper gives (R2, R8)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from reporter.artefacts.seen.model import Grid
from reporter.check.columns import column_kinds, plain_cell
from reporter.check.concepts import NAMES, Kind, narrows
from reporter.check.finding import Finding
from reporter.check.quantities import number_in, plain
from reporter.check.regions import period_of, region_of, year_of
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW740",
    title="汇总表里各单位的数与该单位自己报的相同",
    implements=("R2", "R8"),
    clause="公文一致性要求",
    strength="shall",
    tests="一套文件里，汇总表中某乡镇（县区）一行的机构数、隐患数、已整改数、未整改数，与它自己的报告",
    why="汇总数由下级的数加起来，一行录错，合计就错。",
    hint="与该单位核对，改正错的一个，再重算合计",
    good=lambda: _set("20"),
    bad=lambda: _set("21"),
    needs=("set",),
)
_PLACE = re.compile(r"[\u4e00-\u9fff]{1,8}(?:镇|乡|街道|县|区|市|州)")


def check_set(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """Rows of tables that narrow nothing, against the first count of that kind in the paper of the place in the row;
    of another year or period nothing is compared."""
    papers = [_Paper(one, region_of(one), (year_of(one), period_of(one)), _counts(one)) for one in subjects]
    for own in papers:
        others = [other for other in papers if other is not own and other.time == own.time]
        for grid in own.subject.seen.grids if others else ():
            if not narrows(grid.title):
                yield from _rows(own.subject, grid, others)


class _Paper(Struct, frozen=True):
    """A file of the set: the place it speaks for, of what year and period, and what it counts."""

    subject: Subject
    region: str
    time: tuple[str, str]
    counted: Mapping[Kind, Decimal]


def _rows(subject: Subject, grid: Grid, others: Sequence[_Paper]) -> Iterator[Finding]:
    kinds = column_kinds(grid)
    for at, cells in grid.body if kinds else ():
        place = next((name for cell in cells[:2] if _PLACE.fullmatch(name := plain_cell(cell))), "")
        theirs = [other for other in others if place and other.region.endswith(place)]
        for column, kind in kinds.items() if theirs else ():
            number = number_in(cells[column]) if column < len(cells) else None
            for other in theirs:
                told = other.counted.get(kind)
                if number is not None and told is not None and told != number:
                    message = f"{place}的{NAMES[kind]}，汇总表写{plain(number)}，{other.subject.name}里是{plain(told)}"
                    yield RULE.in_cell(subject, grid, at, column, message, plain(number))


def _counts(subject: Subject) -> Mapping[Kind, Decimal]:
    """The first of each kind that nothing narrows."""
    found: dict[Kind, Decimal] = {}
    for para in subject.paras_of("title", "body", "heading"):
        for one in subject.counts_in(para):
            if not one.scope:
                found.setdefault(one.kind, one.value)
    return found


def _set(found: str) -> tuple[Subject, Subject]:
    rows = (("乡镇", "隐患数（条）"), ("河口镇", "20"), ("青石镇", "9"))
    county = notice(file="县汇总.docx", body=("现将各乡镇情况通报如下。",), grids=(Grid(1, rows, 1),))
    town = notice(file="河口镇.docx", mark="河口镇人民政府文件", body=(f"全镇共排查发现隐患{found}条。",))
    return county, town
