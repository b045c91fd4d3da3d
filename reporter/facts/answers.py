"""Typed answers and overrides of indicator forms: found by code, unit and period, and read by type."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation

from reporter.errors import InputError
from reporter.facts.fact import FactValue
from reporter.facts.figures import period_of
from reporter.facts.scope import Scope, in_order
from reporter.records.figure import Answer, Override
from reporter.text import half_width, key_of, squeeze

YES_NO = ("是", "否", "不涉及")


def typed_answer(scope: Scope, code: str) -> tuple[Answer | None, str]:
    """The answer typed for a code in this unit and period, and a note when there are contradicting ones."""
    found = in_order(
        answer
        for answer in scope.setting.workspace.answers
        if key_of(answer.code) == key_of(code)
        and scope.setting.same_unit(answer.unit, scope.place)
        and period_of(answer.period) == scope.period.text
        and answer.answer not in (None, "", "未填")
    )
    if len({squeeze(answer.answer or "") for answer in found}) > 1:
        return None, f"指标填报里“{code}”有{len(found)}个不同的答复"
    return (found[0], "") if found else (None, "未填")


def override_of(scope: Scope, code: str) -> Override | None:
    """The latest override of a code for this unit and period."""
    found = [
        override
        for override in scope.setting.workspace.overrides
        if key_of(override.code) == key_of(code)
        and scope.setting.same_unit(override.unit, scope.place)
        and (override.period is None or period_of(override.period) == scope.period.text)
    ]
    return max(in_order(found), key=lambda override: override.changed_on, default=None)


def read_value(text: str, kind: str, measure: str = "") -> FactValue:
    """What a clerk typed, by the indicator's type; raises InputError when it is not of that type."""
    plain = squeeze(text)
    if kind == "yesno":
        if plain not in YES_NO:
            raise InputError(f"答复“{plain}”不是是、否、不涉及之一")
        return plain
    if kind == "count":
        return _count(plain, measure)
    if kind == "percent":
        return _percent(plain)
    if kind == "date":
        return _date(plain)
    return plain


def _count(plain: str, measure: str) -> int:
    digits = re.sub(r"[\s,，]", "", half_width(plain))
    digits = digits.removesuffix(measure) if measure else digits
    digits = re.sub(r"\.0+$", "", digits)
    if not re.fullmatch(r"[0-9]+", digits):
        raise InputError(f"答复“{plain}”不是0以上的整数")
    return int(digits)


def _percent(plain: str) -> Decimal:
    digits = re.sub(r"\s", "", half_width(plain))
    try:
        if "/" in digits:
            numerator, denominator = digits.split("/", 1)
            return Decimal(numerator) * 100 / Decimal(denominator)
        value = Decimal(digits.removesuffix("%"))
    except (InvalidOperation, ZeroDivisionError):
        raise InputError(f"答复“{plain}”不是百分比", "写成 85.71% 或 18/21") from None
    if not value.is_finite():
        raise InputError(f"答复“{plain}”不是百分比", "写成 85.71% 或 18/21")
    return value


def _date(plain: str) -> date:
    found = re.fullmatch(r"(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?", half_width(plain))
    try:
        if found:
            return date(*(int(part) for part in found.groups()))
    except ValueError:
        pass
    raise InputError(f"答复“{plain}”不是日期", "写成 2026-10-31 或 2026年10月31日")
