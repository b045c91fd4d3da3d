"""Amounts of money as sentences and tables give them, each with what it pays for and the unit it is written in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from reporter.artefacts.seen.model import Grid, Para
from reporter.check.clauses import clause_before
from reporter.check.quantities import Quantity, number_in, quantities
from reporter.check.quoting import leading
from reporter.check.spots import cell_spot
from reporter.check.subject import Subject

_WRITTEN = re.compile(r"[万亿]?元$")
_SCALE = {"元": Decimal(1), "万元": Decimal(10**4), "亿元": Decimal(10**8)}
_RATE = re.compile(r"[每均]|标准|单价|不超过|不低于|不少于|以上|以下|上限|下限|[/／]")
"""Prices and limits, which are no amount that was paid or is to be paid."""
_MONEY_HEAD = re.compile(r"金额|资金|经费|投入|补助|补贴|预算|拨付|支出|费")
_UNIT = re.compile(r"[（(，,：:]?\s*(?:单位[：:]\s*)?([万亿]?元)")
_TOTAL = re.compile(r"合\s*计|总\s*计|小\s*计")
_NOUN = re.compile(r"[\u4e00-\u9fff“”]{2,20}")
_SERIAL = re.compile(r"[\d一二三四五六七八九十]*")


class Amount(Struct, frozen=True):
    """`digits` as written, `unit` 元, 万元, 亿元 or empty where a table names none; `noun` what it is for; `spot` a
    cell's place, empty in text."""

    digits: Decimal
    unit: str
    noun: str
    quote: str
    para: Para | None = None
    spot: str = ""
    page: int = 0

    @property
    def value(self) -> Decimal:
        """元; the digits themselves where the unit is not known."""
        return self.digits * _SCALE[self.unit or "元"]

    @property
    def written(self) -> str:
        return f"{self.digits:f}{self.unit}"


def amounts_in_text(subject: Subject) -> Iterator[Amount]:
    """Those of titles, headings and text with a noun before them, rates and limits left out."""
    for para in subject.paras_of("title", "heading", "body"):
        for one in quantities(para.text) if "元" in para.text else ():
            if one.unit == "元" and not _rated(one):
                yield _of_text(para, one)


def _of_text(para: Para, one: Quantity) -> Amount:
    written = _WRITTEN.search(para.text[one.start : one.end])
    unit = written[0] if written else "元"
    quote = leading(para.text, one.start, one.end)
    return Amount((one.value / _SCALE[unit]).normalize(), unit, one.what, quote, para)


def _rated(one: Quantity) -> bool:
    clause = clause_before(one.before, "，；：")
    return bool(_RATE.search(clause) or _RATE.match(one.text[one.end : one.end + 2]))


def amounts_in_tables(subject: Subject) -> Iterator[Amount]:
    """One a row, of tables with a single column of money; totals are left out."""
    for grid in subject.seen.grids:
        heads = grid.heads
        money = [at for at, head in enumerate(heads) if _MONEY_HEAD.search(head) and not _RATE.search(head)]
        if len(money) != 1:
            continue
        column = money[0]
        named = _UNIT.search(heads[column]) or _UNIT.search(grid.title) or _unit_above(subject, grid)
        for row, cells in grid.body:
            noun = next((cell for cell in cells if _NOUN.fullmatch(cell.strip())), "").strip()
            if column >= len(cells) or not noun or _TOTAL.search("".join(cells[:2])):
                continue
            cell = cells[column].strip()
            digits, own = number_in(cell), _UNIT.search(cell)
            if digits is not None and digits:
                unit = own[1] if own else named[1] if named else ""
                spot = cell_spot(grid.number, row, column + 1)
                yield Amount(digits.normalize(), unit, noun, cell, None, spot, grid.page)


def _unit_above(subject: Subject, grid: Grid) -> re.Match[str] | None:
    """单位：万元 in a line of its own right above a table."""
    cells = (para.number for para in subject.seen.paras if para.cell and para.cell.table == grid.number)
    above = subject.seen.above(next(cells, 1), _NEAR)
    return next((found for para in reversed(above) if (found := _UNIT_LINE.search(para.text))), None)


_NEAR = 3
_UNIT_LINE = re.compile(r"单位[：:]\s*(?:人民币)?([万亿]?元)")
