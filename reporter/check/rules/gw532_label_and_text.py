"""A form's figure is the one that the text gives for the same thing (R8)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from reporter.artefacts.seen.model import Grid, Para
from reporter.check.concepts import counts
from reporter.check.finding import Finding
from reporter.check.quantities import plain
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject
from reporter.check.tallies import Tally, tallies

RULE = Rule(
    code="GW532",
    title="统计表里的数与正文相同",
    implements=("R8", "R1"),
    clause="公文一致性要求",
    strength="recommended",
    tests="有项目、单位、数量三列的表：名词和单位都相同的数，在正文里是多少",
    why="表和正文各说各的，读者不知道以哪个为准。",
    hint="以台账为准，改成一个值；说的不是一件事时，把项目名称写清楚",
    good=lambda: _form("96"),
    bad=lambda: _form("69"),
    roles=("body",),
    tables=True,
)
_CHECKED = re.compile(r"(?:排查|检查)的?养老(?:服务)?机构|养老(?:服务)?机构.{0,4}(?:排查|检查)")


def check(subject: Subject) -> Iterator[Finding]:
    """Labels whose noun no other label has, against the places where the text counts it."""
    rows = list(tallies(subject.seen.grids))
    if not rows:
        return
    shared = Counter((row.noun, row.unit) for row in rows)
    paras = subject.paras_of("body", "heading")
    for row in rows:
        said = _homes(paras) if _CHECKED.search(row.label) else []
        if not said and shared[row.noun, row.unit] == 1:
            said = _counted(paras, row)
        if said and row.value not in said and row.others.isdisjoint(said):
            message = f"“{row.label}”表里是{plain(row.value)}{row.unit}，正文写{plain(said[0])}{row.unit}"
            yield RULE.on(subject, message, page=row.page, spot=row.spot, quote=plain(row.value))


def _homes(paras: tuple[Para, ...]) -> list[Decimal]:
    return [one.value for para in paras for one in counts(para.text) if one.kind == "checked"]


def _counted(paras: tuple[Para, ...], row: Tally) -> list[Decimal]:
    """`noun (共|计) N unit` in clauses that give the whole."""
    if len(row.noun) < _SHORT:
        return []
    noun, unit = re.escape(row.noun), re.escape(row.unit)
    pattern = re.compile(rf"{noun}(?:共计?|总计|合计|累计|达到?|有|计)?(\d[\d,]*){unit}(?!次)")
    return [
        Decimal(found[1].replace(",", ""))
        for para in paras
        for found in pattern.finditer(para.text)
        if not _PART.search(para.text[max(0, found.start() - 10) : found.start()])
    ]


_SHORT = 3
_PART = re.compile(r"其中|新|另|每|不少于|不低于|各")


def _form(value: str) -> Subject:
    rows = (("序号", "统计项目", "单位", "数量"), ("1", "参加检查的工作人员", "人次", value))
    return notice(body=("共出动工作人员96人次。",), grids=(Grid(1, rows, 1),))
