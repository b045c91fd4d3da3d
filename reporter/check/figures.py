"""Figures against their facts, in one filing and across a set.

GW703 a printed figure is not its fact's · GW704 one quantity has two values in a set (R8).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from msgspec import Struct

from reporter.artefacts.folded import fold
from reporter.check.finding import Finding, Where
from reporter.check.quantities import decimals_of
from reporter.document.model import Document
from reporter.facts.fact import Fact, half_up
from reporter.facts.spoken import spoken
from reporter.refs import split_ref
from reporter.text import hanzi_number
from reporter.typeset.occurrences import Occurrence, occurrences

_FIGURE = re.compile(r"(-?\d[\d,]*(?:\.\d+)?)(万|亿)?(%?)(.*)")
_SCALE = {"": 0, "万": 4, "亿": 8}
_HANZI_LIMIT = 1000


class Filed(Struct, frozen=True):
    """A filing as it was delivered: what it says, the facts by address, and the name to speak of it by."""

    document: Document
    facts: Mapping[str, Fact]
    file: str


def check_figures(filed: Filed) -> list[Finding]:
    """GW703 for every run with a fact's reference that does not print that fact."""
    findings = []
    for occurrence in fact_occurrences(filed.document):
        address = split_ref(occurrence.ref)[1]
        fact = filed.facts.get(address)
        if fact is not None and prints(occurrence.text, fact):
            continue
        should = f"应为“{fact.text()}”" if fact else "没有对应的数据"
        message = f"数字“{occurrence.text}”与数据不符：{fact.label if fact else spoken(address)}{should}"
        findings.append(
            Finding(
                "GW703",
                "error",
                message,
                "请重新生成",
                _where(filed.file, occurrence),
                "R8",
                facts=(address,),
            )
        )
    return findings


def agree(filings: Iterable[Filed]) -> list[Finding]:
    """GW704 for every quantity (same address, unit, period and as-of date) that is printed with two
    values."""
    first: dict[tuple[str, str, str, date | None], tuple[Filed, Occurrence, Fact]] = {}
    findings, told = [], set()
    for filed in filings:
        for occurrence in fact_occurrences(filed.document):
            address = split_ref(occurrence.ref)[1]
            fact = filed.facts.get(address)
            if fact is None:
                continue
            key = (address, fact.unit, fact.period, fact.as_of)
            before = first.setdefault(key, (filed, occurrence, fact))
            tale = (key, filed.file)
            if tale in told or _same(before[1].text, before[2], occurrence.text, fact):
                continue
            told.add(tale)
            there, here = f"{before[0].file}为“{before[1].text}”", f"此处为“{occurrence.text}”"
            message = f"同一数据“{fact.label}”前后不一：{there}，{here}"
            hint = f"另一处在{before[0].file}{before[1].place}。请把两份文件用同一批数据重新生成"
            findings.append(Finding("GW704", "error", message, hint, _where(filed.file, occurrence), "R8"))
    return findings


def fact_occurrences(document: Document) -> list[Occurrence]:
    """Where the Document prints a fact."""
    return [occurrence for occurrence in occurrences(document) if occurrence.ref.startswith("fact:")]


def prints(text: str, fact: Fact) -> bool:
    """Whether `text` is a lawful way to print the fact: with or without measure, thousands marks, 万, fewer
    decimals, Chinese numerals."""
    shown = fold(text, compatible=True)
    if shown in {fold(fact.text(), compatible=True), fold(fact.with_measure(), compatible=True)}:
        return True
    value = fact.value
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return False
    if (
        isinstance(value, int)
        and 0 < value < _HANZI_LIMIT
        and shown.removesuffix(fact.measure) == hanzi_number(value)
    ):
        return True
    figure = _FIGURE.fullmatch(shown)
    if not figure or figure[4] not in {"", fact.measure} or (figure[3] and fact.measure != "%"):
        return False
    number = figure[1].replace(",", "")
    return half_up(Decimal(value).scaleb(-_SCALE[figure[2] or ""]), decimals_of(number)) == Decimal(number)


def _same(text: str, fact: Fact, other_text: str, other: Fact) -> bool:
    """Two prints of one quantity: equal, or each also a lawful print of the other's fact."""
    return fold(text) == fold(other_text) or (prints(text, other) and prints(other_text, fact))


def _where(file: str, occurrence: Occurrence) -> Where:
    return Where(file, paragraph=occurrence.place, quote=occurrence.sentence)
