"""Profiles by name, and a place's own from a YAML file on top of one of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

from reporter.check.codes import READ_BACK
from reporter.check.profile import GBT9704, GBT33476, Level, Margins, Profile
from reporter.check.registry import loaded_rules
from reporter.errors import InputError, UnknownName
from reporter.intake.problems import Rejected
from reporter.intake.readers.yaml import read
from reporter.text import did_you_mean

PROFILES: dict[str, Profile] = {
    "默认": Profile(),
    "gbt9704": Profile("gbt9704", margins=(GBT9704,)),
    "gbt33476": Profile("gbt33476", margins=(GBT33476,)),
}
"""`默认` accepts both models of margins."""
_KEYS = ("name", "based_on", "margins", "margin_tolerance", "levels", "values")
_SIDES = ("top", "bottom", "left", "right")


def profile_of(name: str) -> Profile:
    """A profile by its name, or the YAML file of that name. Raises UnknownName or InputError with every mistake."""
    if name in PROFILES:
        return PROFILES[name]
    path = Path(name)
    if path.suffix.lower() not in (".yaml", ".yml"):
        hint = f"{did_you_mean(name, PROFILES)}可用的有{'、'.join(PROFILES)}，也可以给一个 .yaml 文件"
        raise UnknownName(f"没有“{name}”这套规则", hint)
    return _from_file(path)


def known_values() -> dict[str, str]:
    """What a local profile may set, and what it means: each rule says so itself."""
    return {name: told for loaded in loaded_rules() for name, told in loaded.rule.values.items()}


def _from_file(path: Path) -> Profile:
    if not path.is_file():
        raise InputError("找不到规则文件", "请核对文件名和所在文件夹", str(path))
    try:
        data = read(path, path.name).data
    except Rejected as problem:
        raise InputError(problem.problem.message, problem.problem.hint, str(path)) from None
    if not isinstance(data, dict):
        raise InputError("规则文件里没有设置", "写“levels:”，下面每行一条“GW317: off”", str(path))
    wrong = [*_unknown(data, _KEYS, "设置"), *_wrong_levels(data.get("levels")), *_wrong_values(data)]
    if wrong:
        raise InputError("；".join(wrong), "改正后再运行", str(path))
    base = PROFILES[str(data.get("based_on", "默认"))]
    return Profile(
        str(data.get("name", path.stem)),
        (_margins(data["margins"]),) if "margins" in data else base.margins,
        float(data.get("margin_tolerance", base.margin_tolerance)),
        {**base.levels, **data.get("levels", {})},
        {**base.values, **{key: _truth(value) for key, value in (data.get("values") or {}).items()}},
    )


def _unknown(data: Any, known: Any, what: str) -> list[str]:
    return [f"没有“{key}”这项{what}，{did_you_mean(str(key), known)}" for key in data if key not in known]


def _wrong_levels(levels: Any) -> list[str]:
    if levels is None:
        return []
    if not isinstance(levels, dict):
        return ["levels 下面每行写一条“GW317: off”"]
    codes = {loaded.rule.code for loaded in loaded_rules()} | set(READ_BACK)
    wrong = _unknown(levels, codes, "规则")
    wrong += [f"{code} 的级别“{level}”不对，可用 error、warning、info、off" for code, level in levels.items()
              if level not in get_args(Level)]  # fmt: skip
    return wrong


def _wrong_values(data: dict[str, Any]) -> list[str]:
    wrong = _unknown(data.get("values") or {}, known_values(), "约定")
    if str(data.get("based_on", "默认")) not in PROFILES:
        wrong.append(f"based_on 只能是{'、'.join(PROFILES)}")
    numbers = [("margin_tolerance", data.get("margin_tolerance"))]
    margins = data.get("margins")
    if margins is not None:
        if not isinstance(margins, dict) or set(margins) != set(_SIDES):
            wrong.append("margins 要写 top、bottom、left、right 四项，单位毫米")
        else:
            numbers += list(margins.items())
    return wrong + [
        f"{name} 不是毫米数：{value}" for name, value in numbers if value is not None and not _is_mm(value)
    ]


def _is_mm(value: Any) -> bool:
    try:
        return 0 <= float(value) <= 100
    except (TypeError, ValueError):
        return False


def _margins(data: dict[str, Any]) -> Margins:
    return Margins(*(float(data[side]) for side in _SIDES))


def _truth(value: Any) -> bool:
    return str(value).strip().lower() in ("true", "是", "yes", "1")
