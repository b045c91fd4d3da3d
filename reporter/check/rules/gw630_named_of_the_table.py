"""Who is below the mean, or the lowest, and who has more than half, is so in the table (R8, R4)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from reporter.artefacts.seen.joined import apart
from reporter.artefacts.seen.model import Grid, Para
from reporter.check.bare import solid
from reporter.check.columns import is_total, number_at
from reporter.check.finding import Finding
from reporter.check.quantities import plain
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW630",
    title="正文点名低于平均的、最低最高的、占一半以上的，与表相符",
    implements=("R8", "R4"),
    clause="公文一致性要求",
    strength="recommended",
    tests="“甲、乙的……率低于全县平均水平，其中乙最低，比全县低×个百分点”与表中各行和合计行；“企业占一半以上”与占比列",
    why="点错了名，通报发出去就要更正。",
    hint="按表核对名称和差数",
    good=lambda: _told("云溪镇"),
    bad=lambda: _told("青石镇"),
    signs=("均", "一半"),
    tables=True,
    severity="warning",
)
_MEAN = re.compile(
    r"(?:^|[。；，])(?P<names>[\u4e00-\u9fff]{2,6}(?:、[\u4e00-\u9fff]{2,6})*?)(?:等(?:\d+个)?(?:乡镇)?(?:、街道)?)?的(?P<what>[\u4e00-\u9fff]{2,12}?)"
    r"(?:均)?(?P<side>低于|高于)全[县市省](?:的)?平均(?:水平|数|值)?"
)
_MOST = re.compile(
    r"其中(?P<name>[\u4e00-\u9fff]{2,8}?)最(?P<end>[低高])(?:，比全[县市省]平均(?:水平|数|值)?[低高](?P<by>\d+(?:\.\d+)?)个百分点)?"
)
_HALF = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,6}?)(?:捐赠|支出|投入|发放|数量|人数)?(?:的?占比)?(?P<less>不足|不到|占|超过|达到?)(?:了)?(?:总[额数量])?(?:的)?一半"
)
_QUICK = apart("一半")
_FIFTY, _LEAST = 50, 3


class _Column(Struct, frozen=True):
    rows: Mapping[str, Decimal]
    whole: Decimal


def check(subject: Subject) -> Iterator[Finding]:
    """One column of rates whose head ends what the text calls it, with a row for the whole."""
    text = subject.text_of("body", "heading")
    for para, found in text.matches(_MEAN, "平均"):
        column = _column(subject, found["what"])
        if column is None:
            continue
        yield from _named(subject, para, found, column)
        if most := _MOST.match(para.text, found.end() + 1):
            yield from _most(subject, para, most, column)
    yield from _means(subject)
    for para, found in text.matches(_HALF, quick=_QUICK):
        share = _of_the_row(subject, found["name"], _SHARE)
        said = found["less"] in ("不足", "不到")
        if share is not None and share != _FIFTY and said != (share < _FIFTY):
            yield RULE.at(subject, para, f"表中{found['name']}占{plain(share)}%", around(para.text, found))


_OF_ROW = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,8}?)(?:项目)?(?P<head>[人户次]均)(?P<n>\d+(?:\.\d+)?)元")


def _means(subject: Subject) -> Iterator[Finding]:
    """助学项目人均3000元, by the only row of that name in a column of means."""
    for para, found in subject.text_of("body", "heading").matches(_OF_ROW, "人均", "户均", "次均"):
        mean = re.compile(f"{found['head']}（元.*")
        right = _of_the_row(subject, found["name"].removeprefix("其中"), mean)
        if right is not None and right != Decimal(found["n"]):
            yield RULE.at(subject, para, f"表中{found['head']}是{plain(right)}元", around(para.text, found))


def _named(subject: Subject, para: Para, found: re.Match[str], column: _Column) -> Iterator[Finding]:
    names = found["names"].split("、")
    if not all(name in column.rows for name in names):
        return
    low = found["side"] == "低于"
    right = [name for name, value in column.rows.items() if value != column.whole and (value < column.whole) == low]
    wrong = [name for name in names if name not in right]
    missing = [name for name in right if name not in names]
    if wrong or (missing and "等" not in found[0]):
        message = f"表中{found['side']}平均的是{'、'.join(right)}"
        yield RULE.at(subject, para, message, around(para.text, found))


def _most(subject: Subject, para: Para, found: re.Match[str], column: _Column) -> Iterator[Finding]:
    value = column.rows.get(found["name"])
    end = (min if found["end"] == "低" else max)(column.rows.values())
    if value is None:
        return
    if value != end:
        right = next(name for name, one in column.rows.items() if one == end)
        yield RULE.at(subject, para, f"表中最{found['end']}的是{right}", around(para.text, found))
    elif found["by"] and Decimal(found["by"]) != abs(column.whole - value):
        message = f"与合计行相差{plain(abs(column.whole - value))}个百分点"
        yield RULE.at(subject, para, message, around(para.text, found))


def _column(subject: Subject, what: str) -> _Column | None:
    found = [
        column for grid in subject.seen.grids for place, name in enumerate(grid.names)
        if len(name) >= _LEAST and what.endswith(name) and (column := _rates(grid, place))
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def _rates(grid: Grid, place: int) -> _Column | None:
    rows: dict[str, Decimal] = {}
    whole: Decimal | None = None
    for _, cells in grid.body:
        value = number_at(cells, place)
        if value is None:
            return None
        if is_total(cells):
            whole = value
        else:
            rows[solid(cells[0])] = value
    return _Column(rows, whole) if whole is not None and len(rows) >= _LEAST else None


_SHARE = re.compile("占比|比重|比例")


def _of_the_row(subject: Subject, name: str, column: re.Pattern[str]) -> Decimal | None:
    """What the only row of that name has in a column with such a head."""
    found = {
        number_at(cells, place) for grid in subject.seen.grids for place, head in enumerate(grid.names)
        if column.fullmatch(head) for _, cells in grid.body if name in map(solid, cells[:2])
    }  # fmt: skip
    return found.pop() if len(found) == 1 else None


def _told(lowest: str) -> Subject:
    rows = (("乡镇", "生态安葬率"), ("河口镇", "33.3%"), ("青石镇", "25.0%"), ("云溪镇", "23.4%"), ("合计", "30.8%"))
    text = f"青石镇、云溪镇的生态安葬率低于全县平均水平，其中{lowest}最低。"
    return notice(body=(text,), grids=(Grid(1, rows, 1),))
