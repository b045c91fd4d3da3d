"""All rules, found by the names of their files."""

from __future__ import annotations

import importlib
import pkgutil
import re
from functools import cache

from msgspec import Struct

from reporter.check import rules
from reporter.check.rule import Check, CheckSet, Rule

_NAME = re.compile(r"gw(\d{3})_[a-z0-9_]+")


class Loaded(Struct, frozen=True):
    """A rule with its function; one of the two is there."""

    rule: Rule
    check: Check | None = None
    check_set: CheckSet | None = None


@cache
def loaded_rules() -> tuple[Loaded, ...]:
    """Every rule in the order of codes. A file whose code and name disagree is our fault: ValueError."""
    found = []
    for module_info in pkgutil.iter_modules(rules.__path__):
        match = _NAME.fullmatch(module_info.name)
        if match is None:
            continue
        module = importlib.import_module(f"{rules.__name__}.{module_info.name}")
        one = Loaded(module.RULE, getattr(module, "check", None), getattr(module, "check_set", None))
        if one.rule.code != f"GW{match[1]}" or (one.check is None) == (one.check_set is None):
            raise ValueError(f"rule file {module_info.name}: code or function wrong")
        found.append(one)
    return tuple(sorted(found, key=lambda one: one.rule.code))
