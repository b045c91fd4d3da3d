"""The dimensions of facts: one English name, one Chinese alias, and how a value becomes canonical."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from msgspec import Struct

from reporter.errors import UnknownName
from reporter.facts.setting import Setting
from reporter.records.hazard import DOMAINS, GRADES, SOURCES
from reporter.records.institution import OWNERSHIP
from reporter.records.period import parse_period
from reporter.records.rating import LEVELS
from reporter.records.visit import KINDS
from reporter.text import did_you_mean, key_of, squeeze

COMMON = ("as_of", "period", "unit")
"""Dimensions that every fact has; left out, they are the filing's."""


class Dimension(Struct, frozen=True):
    """`canonical` turns what was written into the one form that stands in addresses; raises UnknownName."""

    name: str
    alias: str
    canonical: Callable[[Setting, str], str]
    values: Callable[[Setting], tuple[str, ...]] = lambda setting: ()
    more: tuple[str, ...] = ()


def _choice(name: str, alias: str, choices: tuple[str, ...]) -> Dimension:
    known = {key_of(choice): choice for choice in choices}

    def canonical(setting: Setting, value: str) -> str:
        if key_of(value) not in known:
            raise UnknownName(f"{alias}没有“{value}”", did_you_mean(value, choices))
        return known[key_of(value)]

    return Dimension(name, alias, canonical, lambda setting: choices)


def _level(setting: Setting, value: str) -> str:
    digits = {"1": "一", "2": "二", "3": "三", "4": "四", "5": "五"}
    bare = key_of(value).removesuffix("级").removesuffix("星")
    level = f"{digits.get(bare, bare)}级"
    if level not in LEVELS:
        raise UnknownName(f"级别没有“{value}”", did_you_mean(value, LEVELS))
    return level


def _institution(setting: Setting, value: str) -> str:
    for home in setting.workspace.institutions:
        if key_of(value) in {key_of(name) for name in (home.code, home.name, home.credit_code or home.code)}:
            return home.code
    names = [home.name for home in setting.workspace.institutions]
    raise UnknownName(f"机构名册里没有“{value}”", did_you_mean(value, names))


def _day(setting: Setting, value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise UnknownName(f"看不懂截至日期“{value}”", "写成 2026-10-31") from None


def _part(setting: Setting, value: str) -> str:
    parts = [part for indicator in setting.indicator_set.indicators for part in indicator.parts]
    for wanted in ("code", "label"):
        for part in parts:
            if key_of(getattr(part, wanted)) == key_of(value):
                return part.code
    raise UnknownName(f"指标没有部分“{value}”", did_you_mean(value, (part.code for part in parts)))


DIMENSIONS: tuple[Dimension, ...] = (
    Dimension(
        "unit",
        "单位",
        lambda setting, value: setting.workspace.places.get(value).name,
        lambda setting: tuple(place.name for place in setting.workspace.places),
        more=("乡镇",),
    ),
    Dimension("period", "期间", lambda setting, value: parse_period(value).text),
    Dimension("as_of", "截至", _day),
    Dimension("year", "年度", lambda setting, value: parse_period(value).text),
    _choice("domain", "类别", DOMAINS),
    _choice("source", "来源", SOURCES),
    _choice("grade", "等级", GRADES),
    _choice("ownership", "性质", OWNERSHIP),
    _choice("kind", "方式", KINDS),
    Dimension("level", "级别", _level, lambda setting: LEVELS),
    Dimension("institution", "机构", _institution, lambda setting: tuple(setting.workspace.homes)),
    Dimension("name", "名称", lambda setting, value: squeeze(value)),
    Dimension("code", "编码", lambda setting, value: setting.indicator(value).code),
    Dimension("part", "部分", _part),
)

_NAMES = {key_of(name): dim for dim in DIMENSIONS for name in (dim.name, dim.alias, *dim.more)}
_SYNONYMS = {"year": "period", "period": "year"}
BY_NAME = {dim.name: dim for dim in DIMENSIONS}


def dimension(written: str, allowed: tuple[str, ...], owner: str) -> Dimension:
    """The dimension that a name or alias means among the `allowed` ones of a fact; raises UnknownName."""
    found = _NAMES.get(key_of(written))
    if found and found.name not in allowed and _SYNONYMS.get(found.name) in allowed:
        found = BY_NAME[_SYNONYMS[found.name]]
    if found is None or found.name not in allowed:
        known = [name for dim in allowed for name in (BY_NAME[dim].name, BY_NAME[dim].alias)]
        raise UnknownName(f"“{owner}”没有维度“{written}”", did_you_mean(written, known))
    return found


def value_of(dim: Dimension, setting: Setting, value: object) -> str:
    """The canonical value of what a template or caller passed: text, a whole number or a date."""
    if isinstance(value, date):
        return dim.canonical(setting, value.isoformat())
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise UnknownName(f"看不懂“{dim.alias}”后面的值", f'值要加英文引号，如 {dim.alias}="…"')
    return dim.canonical(setting, str(value))
