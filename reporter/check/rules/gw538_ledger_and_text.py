"""A ledger has as many rows, and as many closed ones, as the text says (R5, R6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reporter.artefacts.seen.model import Grid
from reporter.check.finding import Finding
from reporter.check.ledgers import Ledger, ledgers_of
from reporter.check.quantities import plain
from reporter.check.quoting import around, leading
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW538",
    title="正文的隐患数与台账的行数相符",
    implements=("R5", "R6"),
    clause="公文一致性要求",
    strength="recommended",
    tests="正文的发现数与台账行数；台账有完成日期列时，已整改数与填了日期的行数",
    why="正文说全部整改，台账却有未完成的，上级核查时要退回。",
    hint="以台账为准；台账只列一部分时，在表题里写明（例：未整改隐患台账）",
    good=lambda: _with_ledger("发现隐患2条，已整改2条。", "2026年5月8日"),
    bad=lambda: _with_ledger("发现隐患2条，已整改2条。", ""),
    tables=True,
)
_PARTIAL = re.compile(r"重大|未整改|未销号|未完成|突出|典型|部分|节选|挂牌|逾期|新增|样表|填写|模板")
_DIGIT = re.compile(r"\d")


def check(subject: Subject) -> Iterator[Finding]:
    """The only ledger of a file, when its title does not narrow it, against counts that nothing narrows."""
    yield from _left_open(subject)
    said = [(para, one) for para, one in subject.counted_in(subject.paras_of("body", "heading")) if not one.scope]
    ledgers = [one for one in ledgers_of(subject) if one.rows] if said else []
    if len(ledgers) != 1 or _PARTIAL.search(ledgers[0].grid.title):
        return
    ledger = ledgers[0]
    actual = {"found": len(ledger.rows)}
    if ledger.columns["done"] >= 0:
        actual["closed"] = sum(bool(_DIGIT.search(ledger.cell(row, "done"))) for _, row in ledger.rows)
        actual["open"] = actual["found"] - actual["closed"]
    for kind, number in actual.items():
        of_kind = [(para, one) for para, one in said if one.kind == kind]
        if of_kind and all(one.value != Decimal(number) for _, one in of_kind):
            para, one = of_kind[0]
            message = f"这里写{plain(one.value)}{one.unit}，台账里{_NAMES[kind]}的有{number}行{_blank(ledger, kind)}"
            yield RULE.at(subject, para, message, leading(para.text, one.start, one.end))


_ID = r"[A-Z]{1,4}-?\d{2,}"
_OPEN_ONES = re.compile(
    rf"(?P<ids>{_ID}(?:[、和及，]{_ID})*)的?[^。；\d]{{0,4}}(?:\d+[个条项处])?(?:问题|隐患)?(?:正在整改|尚未整改|未整改|未销号|尚未销号)[^。；]{{0,6}}未(?:列入|纳入)本(?:清单|表|台账)"
)


def _left_open(subject: Subject) -> Iterator[Finding]:
    """编号XF-08和XF-09的2个问题正在整改，未列入本清单: none of them stands in the table."""
    for para, found in subject.seen.joined.matches(_OPEN_ONES, "列入本", "纳入本"):
        listed = {cell.strip() for grid in subject.seen.grids for row in grid.rows for cell in row}
        for one in re.findall(_ID, found["ids"]):
            if one in listed:
                yield RULE.at(subject, para, f"{one}写的是未列入，表里却有", around(para.text, found))


_NAMES = {"found": "列出", "closed": "填了完成日期", "open": "没有完成日期"}


def _blank(ledger: Ledger, kind: str) -> str:
    """The first row without a day, by its spot and first cells."""
    if kind != "closed":
        return ""
    for at, row in ledger.rows:
        if not _DIGIT.search(ledger.cell(row, "done")):
            return f"（{ledger.spot(at, 'done')}没有日期：{' '.join(cell.strip() for cell in row[:3])}）"
    return ""


def _with_ledger(text: str, done: str) -> Subject:
    rows = (("序号", "隐患内容", "完成日期"), ("1", "通道堆物", "2026年5月6日"), ("2", "指示灯损坏", done))
    return notice(body=(text,), grids=(Grid(1, rows, 1),))
