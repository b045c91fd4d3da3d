"""Typed answers and overrides against the indicator forms: known codes, answers of the right type."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from reporter.intake.choices import Choices
from reporter.intake.problems import Code, Fault, Problem, Where, error
from reporter.intake.values import parse, parse_date
from reporter.records.base import Column, Record
from reporter.records.figure import Answer, Override
from reporter.records.indicators import Indicator, IndicatorSet, IndicatorType, Part
from reporter.refs import Cell
from reporter.text import did_you_mean, key_of

_YES_NO = Choices(("是", "否", "不涉及", "未填"), "答复")


def check_answers(
    answers: Iterable[Answer], overrides: Iterable[Override], sets: tuple[IndicatorSet, ...]
) -> list[Problem]:
    """Unknown codes and answers that their indicator cannot mean; nothing is checked without a form."""
    if not sets:
        return []
    types = _types(sets)
    problems: list[Problem] = []
    for answer in answers:
        problems += _check(answer, "answer", answer.code, answer.answer, types)
    for override in overrides:
        problems += _check(override, "new", override.code, override.new, types)
    return problems


def _types(sets: tuple[IndicatorSet, ...]) -> dict[str, IndicatorType]:
    types: dict[str, IndicatorType] = {}
    for one in sets:
        for indicator in one.indicators:
            types.setdefault(indicator.code, indicator.type)
            for part in indicator.parts:
                for code in _part_codes(indicator, part):
                    types.setdefault(code, part.type)
    return types


def _part_codes(indicator: Indicator, part: Part) -> tuple[str, ...]:
    return part.code, f"{indicator.code}.{part.code}", f"{indicator.code}-{part.code}"


def _check(
    record: Record, field: str, code: str, text: str | None, types: dict[str, IndicatorType]
) -> list[Problem]:
    if code not in types:
        where = _where(record.cells.get("code"), "编码")
        hint = did_you_mean(code, types)
        return [error(Code.INDICATOR_UNKNOWN, f"指标表里没有编码“{code}”", hint, where, code)]
    if text is None or key_of(text) == "未填":
        return []
    try:
        _typed(text, types[code])
    except Fault as fault:
        where = _where(record.cells.get(field), record.columns()[field].label)
        return [error(Code.ANSWER_TYPE, f"{code} 的答复：{fault.message}", fault.hint, where, text)]
    return []


@lru_cache(maxsize=256)
def _typed(text: str, kind: IndicatorType) -> None:
    if kind == "yesno":
        _YES_NO.pick(text)
    elif kind == "count":
        parse(text, int, Column("答复"))
    elif kind == "date":
        parse_date(text)


def _where(cell: Cell | None, column: str) -> Where:
    return Where.of(cell, column) if cell else Where("", column=column)
