"""The text tells the totals of its table, in the unit of its head (R8, R2, R7)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from reporter.artefacts.seen.model import Grid, Para
from reporter.check.clauses import clause_before
from reporter.check.columns import column_kinds, is_total, number_at
from reporter.check.finding import Finding
from reporter.check.quantities import Quantity, plain, quantities, turned_about, unscaled
from reporter.check.quoting import around, leading
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW629",
    title="正文的总数、单位与表中合计相同",
    implements=("R8", "R2", "R7"),
    clause="公文一致性要求",
    strength="recommended",
    tests="表头写明单位的列的合计，与正文“全县火化遗体780具”“共接收捐赠280万元”“共长5000米”；“万元”与“元”；“由100处增加到……”与现有的数",
    why="正文和表各说各的，读者不知道以哪个为准。",
    hint="以台账为准，改成一个值；表和正文统计的范围不同时，写明范围",
    good=lambda: _told("780"),
    bad=lambda: _told("870"),
    tables=True,
    severity="warning",
    yields=("GW530",),
)
_HEAD = re.compile(
    r"(?P<what>长(?=度)|[\u4e00-\u9fff]{2,10}?)(?:人数|总数|金额|数量|数|量|额|度)?"
    r"[（(](?P<unit>万元|亿元|元|[\u4e00-\u9fff]{1,2})[）)]"
)
_WHOLE = re.compile("全[县市省区镇]|共|合计|总计|累计|总")
_PART = re.compile("其中|增|减|比|每|均|人均|以上|目标|计划|上年|去年|同期")
_LEAST = 2


class _Total(Struct, frozen=True):
    """What a column adds up to, in the unit that figures of the text have."""

    what: str
    head: str
    value: Decimal
    rows: Decimal
    """What the rows above a total row add up to: where the text gives that, the total row is wrong."""
    unit: str
    scale: int
    names: int
    """How many rows there are above a total row."""


def check(subject: Subject) -> Iterator[Finding]:
    """Columns whose totals the text gives nowhere, nor what the rows add up to, while it gives another for the same."""
    totals = [one for grid in subject.seen.grids if grid.number not in subject.placing for one in _totals(grid)]
    if totals:
        said = [(para, one) for para in subject.paras_of("title", "body", "heading") for one in quantities(para.text)]
        for total in totals:
            if sum(one.unit == total.unit for one in totals) == 1:
                yield from _announced(subject, total, said)
            yield from _compared(subject, total, said)
    yield from _grown(subject)


def _totals(grid: Grid) -> Iterator[_Total]:
    heads = [(column, found) for column, name in enumerate(grid.names) if (found := _HEAD.fullmatch(name))]
    body = grid.rows[grid.top :]
    sums = [cells for cells in body if is_total(cells)] if heads else []
    if sums:  # GW556 holds those of hazards and homes against the text
        heads = [one for one in heads if one[0] not in column_kinds(grid)]
    for column, found in heads if len(sums) <= 1 else ():
        cells = [number_at(cells, column) for cells in body if cells not in sums]
        added = sum((one for one in cells if one is not None), Decimal(0))
        value = number_at(sums[0], column) if sums else None
        if not sums and len(cells) >= _LEAST and None not in cells:
            value = added
        if value:
            scale, unit = unscaled(found["unit"])
            yield _Total(found["what"], found[0], value * scale, added * scale, unit, scale, len(cells))


def _compared(subject: Subject, total: _Total, said: Sequence[tuple[Para, Quantity]]) -> Iterator[Finding]:
    alike = [(para, one) for para, one in said if one.unit == total.unit]
    if any(one.value in (total.value, total.rows) for _, one in alike):
        return
    if total.unit == "元":
        # a sum of three digits and more that is the same but for 万
        for para, one in alike:
            other = total.value * 10**4 if total.scale == 1 else total.value / 10**4
            if one.value == other and len(plain(one.value).strip("0.").replace(".", "")) > _LEAST:
                message = f"表头“{total.head}”与正文的单位不同，合计是{plain(total.value / total.scale)}"
                yield RULE.at(subject, para, message, leading(para.text, one.start, one.end))
                return
    for para, one in alike:
        written = plain(one.value)
        if len(written) > _LEAST and plain(total.value) in turned_about(written):
            message = f"表中“{total.head}”合计是{plain(total.value / total.scale)}，像是两个数字写倒了"
            yield RULE.at(subject, para, message, leading(para.text, one.start, one.end))
            return
    # a number twice as large, or half of it, is of another scope
    for para, one in alike:
        clause = clause_before(one.before, "，。；：、（")
        named = total.what in clause if len(total.what) > 1 else clause.endswith(f"共{total.what}")
        near = total.value < one.value * 2 < total.value * 4
        if named and near and _WHOLE.search(clause) and not _PART.search(clause):
            message = f"表中“{total.head}”合计是{plain(total.value / total.scale)}"
            yield RULE.at(subject, para, message, leading(para.text, one.start, one.end))
            return


def _announced(subject: Subject, total: _Total, said: Sequence[tuple[Para, Quantity]]) -> Iterator[Finding]:
    """The paragraph that points to the table gives the whole of it: 计划培训145人，……具体安排如下, above a column of
    numbers of nothing else; 5条道路共长5000米，见下表, above five rows."""
    known = [one.value for _, one in said if one.unit == total.unit]
    if total.value in known or total.rows in known or any(one - total.value in known for one in known):
        return  # 共26人，分配如下（合计24人）。另2人留局机关
    for para in {para.number: para for para, _ in said if _BELOW.search(para.text)}.values():
        here = [one for other, one in said if other is para]
        alike = [one for one in here if one.unit == total.unit]
        if not alike:
            continue
        one = alike[0]
        clause = clause_before(one.before, "，。；：、（")
        plainly = total.what in _COUNTS and clause.startswith(_PLANNED) and not re.search("其中|每|均", clause)
        summed = clause.endswith(f"共{total.what}") and any(row.value == total.names for row in here)
        if (plainly or summed) and not _compares(para.text):
            message = f"下表“{total.head}”合计是{plain(total.value / total.scale)}"
            yield RULE.at(subject, para, message, leading(para.text, one.start, one.end))
            return


_BELOW = re.compile(r"(?:如下|见下表)[。：]?$")
_COUNTS, _PLANNED = ("人数", "数量", "名额"), ("计划", "共", "拟", "预计", "安排")


def _compares(text: str) -> bool:
    return bool(re.search("上年|去年|同期", text))


_GROWN = re.compile(r"(?P<what>[\u4e00-\u9fff]{4,8})由(?P<n>\d+)(?P<unit>[处张个家所人])(?:增加|扩大|提高|减少|压减)到")


def _grown(subject: Subject) -> Iterator[Finding]:
    """设施由100处增加到180处, where the text counts another number of them, and this one nowhere."""
    text = subject.text_of("body", "heading")
    if "由" not in subject.seen.joined.numbers.before:
        return
    for para, found in text.matches(_GROWN, "增加到", "扩大到", "提高到", "减少到", "压减到"):
        counted = re.compile(rf"(?:各类|共有?|现有){found['what']}(\d+){found['unit']}")
        others = set(counted.findall(text.text))
        if len(others) == 1 and found["n"] not in others:
            message = f"另一处写“{found['what']}{min(others)}{found['unit']}”"
            yield RULE.at(subject, para, message, around(para.text, found))


def _told(many: str) -> Subject:
    rows = (("乡镇", "火化数（具）"), ("河口镇", "400"), ("青石镇", "380"), ("合计", "780"))
    return notice(body=(f"上半年，全县火化遗体{many}具。",), grids=(Grid(1, rows, 1),))
