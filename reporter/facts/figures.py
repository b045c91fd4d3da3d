"""数据: figures that people supplied, from 其他数据."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from reporter.errors import InputError
from reporter.facts.fact import FactValue
from reporter.facts.family import Family, Needs
from reporter.facts.scope import Outcome, Scope, unknown
from reporter.facts.setting import Setting
from reporter.records.figure import OtherFigure
from reporter.records.held import in_order
from reporter.records.period import Period, parse_period
from reporter.text import did_you_mean, key_of

FAMILY = Family("figures", "数据", common=("unit",))


def period_of(text: str) -> str:
    """Canonical period of a record, or the text itself when it is none."""
    try:
        return parse_period(text).text
    except InputError:
        return text


def _period(scope: Scope) -> Period:
    year = scope.dim("year")
    return parse_period(year) if year else scope.setting.period


def _matching(scope: Scope, period: str) -> list[OtherFigure]:
    wanted = key_of(scope.given["name"])
    return in_order(
        figure
        for figure in scope.setting.workspace.figures
        if key_of(figure.name) == wanted
        and period_of(figure.period) == period
        and scope.setting.same_unit(figure.unit, scope.place)
    )


def _missing(scope: Scope, label: str) -> Outcome:
    name = scope.given["name"]
    known = {figure.name for figure in scope.setting.workspace.figures}
    if key_of(name) not in {key_of(item) for item in known}:
        return unknown(f"其他数据里没有“{name}”。{did_you_mean(name, known)}")
    return unknown(f"其他数据里没有{scope.place.name}{label}的“{name}”")


def _number(value: Decimal) -> FactValue:
    return int(value) if value == value.to_integral_value() else value


def _instances(setting: Setting) -> Iterable[Mapping[str, str]]:
    """Every recorded figure of the filing's unit."""
    for figure in sorted(setting.workspace.figures, key=lambda item: item.address):
        if setting.same_unit(figure.unit, setting.place):
            period = period_of(figure.period)
            yield {"name": figure.name} | ({} if period == setting.period.text else {"year": period})


@FAMILY.figure("value", "数值", dims=("name", "year"), needs=Needs(("name",), _instances))
def value(scope: Scope) -> Outcome:
    """其他数据中该名称、年度（期间）、单位的数值；没有记录时为空。"""
    period = _period(scope)
    rows = _matching(scope, period.text)
    if not rows:
        return _missing(scope, period.label)
    filled = {figure.value for figure in rows if figure.value is not None}
    if len(filled) != 1:
        why = "没有填数值" if not filled else f"有{len(filled)}个不同的数值"
        return unknown(f"其他数据里{period.label}的“{rows[0].name}”{why}")
    number = _number(filled.pop())
    source = "，".join(text for text in (rows[0].source, rows[0].supplied_by) if text)
    formula = f"其他数据：{rows[0].name}（{period.label}）" + (f"，来源：{source}" if source else "")
    return Outcome(number, formula, rows, ("value",), typed=True, label=rows[0].name, measure=rows[0].measure)


@FAMILY.figure("total", "合计", dims=("name", "year"), needs=Needs(("name",)))
def total_of_years(scope: Scope) -> Outcome:
    """期间内各年度同名数值之和；缺一年时为空。"""
    years = [scope.same("value", year=str(year)) for year in _period(scope).years]
    inputs = tuple(fact.address for fact in years)
    missing = [fact for fact in years if fact.value is None]
    measures = {fact.measure for fact in years if fact.value is not None}
    if missing or len(measures) != 1:
        note = missing[0].note if missing else "各年度计量单位不一致，不能相加"
        return Outcome(None, inputs=inputs, note=note)
    numbers = [Decimal(str(fact.value)) for fact in years]
    formula = " + ".join(fact.text() for fact in years) + f" = {format(sum(numbers), 'f')}"
    whole = _number(sum(numbers, Decimal(0)))
    return Outcome(whole, formula, inputs=inputs, typed=True, label=years[0].label, measure=measures.pop())
