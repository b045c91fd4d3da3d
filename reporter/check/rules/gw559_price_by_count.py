"""Amount = price × count in a row; a total over its mean is a whole number of heads (R4, R2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from msgspec.structs import replace

from reporter.artefacts.seen.model import Grid, Para
from reporter.check.finding import Finding
from reporter.check.quantities import number_in, plain, quantities
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.spots import cell_spot
from reporter.check.subject import Subject

RULE = Rule(
    code="GW559",
    title="金额等于单价乘数量，总额与人均数除得通",
    implements=("R4", "R2"),
    clause="公文一致性要求",
    strength="shall",
    tests="有单价、数量、金额三列的表格；“经费……万元，人均……元”这样的句子，与文中的人数",
    why="审核的人会随手一乘，对不上就要退回。",
    hint="重算后改正错的一个数",
    good=lambda: _budget("42"),
    bad=lambda: _budget("48"),
    signs=("均", "价"),
)
_BRACKET = re.compile(r"[（(][^（）()]*[）)]|\s")
_HEADS = (re.compile(r"单价"), re.compile(r"数量"), re.compile(r"金额|小计|合价|总价"))
_COUNT = re.compile(r"(\d+(?:\.\d+)?)\s*[\u4e00-\u9fff]{0,3}", re.ASCII)
_MEAN = re.compile(
    r"(?P<total>\d+(?:\.\d+)?)(?P<scale>[万亿]?)元[，,；][^，。；\d]{0,6}"
    r"(?:人均|平均每[人家个所]|每[人家个所]平均)(?:为|约)?(?P<mean>\d+(?:\.\d+)?)(?P<small>万?)元"
)
_TOPIC = re.compile(r"([\u4e00-\u9fff]{2})(?:经费|资金|费用|费)(?:共|约|为|需)*$")
_SCALES = {"": 1, "万": 10**4, "亿": 10**8}


def check(subject: Subject) -> Iterator[Finding]:
    """Rows with all three numbers; sentences whose mean has no whole number of heads that gives it (told softly: the
    total may pay for more)."""
    for grid in subject.seen.grids:
        yield from _rows(subject, grid)
    for para, found in subject.seen.matches(_MEAN, "均"):
        total = Decimal(found["total"]) * _SCALES[found["scale"]]
        mean = Decimal(found["mean"]) * _SCALES[found["small"]]
        if mean and not _divides(total, mean, found["mean"], found["small"]):
            told = RULE.at(subject, para, "总额除以人均，得不到整数的人数或个数", around(para.text, found))
            yield replace(told, severity="warning")
        elif mean:
            yield from _heads_named(subject, para, found, total / mean)


def _heads_named(subject: Subject, para: Para, found: re.Match[str], heads: Decimal) -> Iterator[Finding]:
    """培训经费…，人均…, where the text names how many are to be trained: one of the numbers, or all together."""
    topic = _TOPIC.search(para.text[: found.start()])
    if topic is None or "人均" not in found[0] or heads != heads.to_integral_value():
        return
    named = [
        one.value
        for _, _, sentence in subject.text_of("body", "heading").sentences
        if topic[1] in sentence
        for one in quantities(sentence)
        if one.unit in ("人", "人次", "名")
    ]
    if named and max(named) != heads and heads not in named and heads != sum(named):
        message = f"总额除以人均是{plain(heads)}人，文中{topic[1]}人数是{plain(max(named))}人"
        yield replace(RULE.at(subject, para, message, around(para.text, found)), severity="warning")


def _divides(total: Decimal, mean: Decimal, written: str, scale: str) -> bool:
    """Whether some whole number of heads has this mean, rounded as it is written."""
    step = Decimal(1).scaleb(-len(written.partition(".")[2])) * _SCALES[scale]
    near = int((total / mean).to_integral_value())
    return any(
        (total / heads / step).to_integral_value(ROUND_HALF_UP) * step == mean
        for heads in range(max(near - 1, 1), near + 2)
    )


def _rows(subject: Subject, grid: Grid) -> Iterator[Finding]:
    columns = _columns(grid)
    for row, cells in enumerate(grid.rows, 1) if columns else ():
        if row <= grid.top or max(columns) >= len(cells):
            continue
        price, amount = number_in(cells[columns[0]]), number_in(cells[columns[2]])
        counted = _COUNT.fullmatch(cells[columns[1]].strip())
        if price is None or amount is None or counted is None:
            continue
        if abs(price * Decimal(counted[1]) - amount) <= _rounding(price) * Decimal(counted[1]) + _rounding(
            amount
        ):
            continue
        message = f"单价{plain(price)}乘数量{counted[1]}是{plain(price * Decimal(counted[1]))}，金额写{plain(amount)}"
        spot = cell_spot(grid.number, row, columns[2] + 1)
        yield RULE.on(subject, message, page=grid.page, spot=spot, quote=plain(amount))


def _rounding(value: Decimal) -> Decimal:
    """Half of the last decimal that is written; a whole number is exact."""
    decimals = -int(value.as_tuple().exponent)
    return Decimal(5).scaleb(-decimals - 1) if decimals > 0 else Decimal(0)


def _columns(grid: Grid) -> Sequence[int]:
    """Those of price, count and amount; empty unless there is one of each, all money in one unit."""
    heads = grid.heads
    found = [
        [n for n, head in enumerate(heads) if pattern.search(_BRACKET.sub("", head))] for pattern in _HEADS
    ]
    if not all(len(those) == 1 for those in found):
        return ()
    price, _, amount = (those[0] for those in found)
    return [those[0] for those in found] if ("万" in heads[price]) == ("万" in heads[amount]) else ()


def _budget(amount: str) -> Subject:
    rows = (("项目", "数量", "单价（万元）", "金额（万元）"), ("电气线路更换", "6处", "7", amount))
    return notice(body=("培训经费12.6万元，人均600元。",), grids=(Grid(1, rows, 1),))
