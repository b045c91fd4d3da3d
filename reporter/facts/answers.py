"""Typed answers and overrides of indicator forms: found by code, unit and period, and read by type."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from reporter.errors import InputError
from reporter.facts.fact import FactValue
from reporter.facts.figures import period_of
from reporter.facts.scope import Scope
from reporter.intake.choices import Choices
from reporter.intake.problems import Fault
from reporter.intake.values import parse_date, parse_number
from reporter.records.figure import Answer, Override
from reporter.records.held import in_order
from reporter.records.indicators import Indicator, Part
from reporter.text import half_width, key_of, squeeze

_YES_NO = Choices(("是", "否", "不涉及"), "答复")


def codes_of(scope: Scope, indicator: Indicator, part: Part | None) -> tuple[str, ...]:
    """The codes under which a clerk may type it: `X09.平台`, `X09-平台`, or `平台` where no other row has one."""
    if part is None:
        return (indicator.code,)
    codes = (f"{indicator.code}.{part.code}", f"{indicator.code}-{part.code}")
    everywhere = [one.code for item in scope.setting.indicator_set.indicators for one in item.parts]
    return (*codes, part.code) if everywhere.count(part.code) == 1 else codes


def typed_answer(scope: Scope, codes: tuple[str, ...]) -> tuple[Answer | None, str]:
    """The answer typed for a question in this unit and period, and a note when there are contradicting ones."""
    found = in_order(
        answer
        for answer in scope.setting.answers_to(codes, scope.place)
        if period_of(answer.period) == scope.period.text and answer.answer not in (None, "", "未填")
    )
    if len({squeeze(answer.answer or "") for answer in found}) > 1:
        return None, f"指标填报里“{codes[0]}”有{len(found)}个不同的答复"
    return (found[0], "") if found else (None, "未填")


def override_of(scope: Scope, codes: tuple[str, ...]) -> Override | None:
    """The latest override of an answer for this unit and period."""
    found = [
        override
        for override in scope.setting.workspace.overrides
        if key_of(override.code) in {key_of(code) for code in codes}
        and scope.setting.same_unit(override.unit, scope.place)
        and (override.period is None or period_of(override.period) == scope.period.text)
    ]
    return max(in_order(found), key=lambda override: override.changed_on, default=None)


@lru_cache(maxsize=256)
def read_value(text: str, kind: str, measure: str = "") -> FactValue:
    """What a clerk typed, by the indicator's type; raises InputError when it is not of that type."""
    plain = squeeze(text)
    try:
        if kind == "yesno":
            return _YES_NO.pick(plain)
        if kind == "count":
            return _count(plain, measure)
        if kind == "percent":
            return _percent(plain)
        return parse_date(plain) if kind == "date" else plain
    except Fault as fault:
        raise InputError(f"答复“{plain}”不合要求：{fault.message}", fault.hint) from None


def _count(plain: str, measure: str) -> int | None:
    number = parse_number(plain, measure)
    if number is not None and (number < 0 or number != number.to_integral_value()):
        raise InputError(f"答复“{plain}”不是0以上的整数")
    return None if number is None else int(number)


def _percent(plain: str) -> Decimal:
    digits = re.sub(r"\s", "", half_width(plain))
    try:
        numerator, slash, denominator = digits.partition("/")
        value = (
            Decimal(numerator) * 100 / Decimal(denominator) if slash else Decimal(digits.removesuffix("%"))
        )
        if value.is_finite():
            return value
    except (InvalidOperation, ZeroDivisionError):
        pass
    raise InputError(f"答复“{plain}”不是百分比", "写成 85.71% 或 18/21")
