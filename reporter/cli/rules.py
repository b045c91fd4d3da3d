"""All rule codes by what they mean: read-back codes, and a rule for each file in `check/rules` once there are any."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from reporter.errors import UnknownName
from reporter.text import did_you_mean

if TYPE_CHECKING:
    from reporter.check.codes import Meaning

_RULES = "reporter.check.rules"


def meanings() -> dict[str, Meaning]:
    """Code → meaning, sorted."""
    from reporter.check.codes import READ_BACK

    return dict(sorted({**READ_BACK, **_lint_rules()}.items()))


def meaning_of(code: str) -> Meaning:
    """Raises UnknownName with the nearest code; codes of data problems are explained where they are reported."""
    known = meanings()
    if code.startswith("IN"):
        raise UnknownName(f"“{code}”是数据检查的编号", "运行 reporter validate 工作文件夹，会逐条说明怎么改")
    if code not in known:
        raise UnknownName(f"没有“{code}”这条规则", did_you_mean(code, known))
    return known[code]


def _lint_rules() -> dict[str, Meaning]:
    """`gw<nnn>_<name>.py` with `TITLE` and a docstring each."""
    from reporter.check.codes import Meaning

    if find_spec(_RULES) is None:
        return {}
    found = {}
    for info in pkgutil.iter_modules(import_module(_RULES).__path__):
        if info.name.startswith("gw"):
            module = import_module(f"{_RULES}.{info.name}")
            code = info.name.partition("_")[0].upper()
            title = str(getattr(module, "TITLE", code))
            found[code] = Meaning(code, title, " ".join((module.__doc__ or "").split()))
    return found
