"""All repairs, found by the names of their files."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from reporter.check import repairs
from reporter.check.repair import Mend, Repair

_NAME = re.compile(r"gw(\d{3})_[a-z0-9_]+")


class Repairer(Struct, frozen=True):
    """A repair with its function."""

    repair: Repair
    mend: Mend


@cache
def repairers() -> Mapping[str, Repairer]:
    """Every repair by its rule's code. A file whose code and name disagree is our fault: ValueError."""
    found = {}
    for info in pkgutil.iter_modules(repairs.__path__):
        match = _NAME.fullmatch(info.name)
        if match is None:
            continue
        module = importlib.import_module(f"{repairs.__name__}.{info.name}")
        one = Repairer(module.REPAIR, module.repair)
        if one.repair.code != f"GW{match[1]}":
            raise ValueError(f"repair file {info.name}: code wrong")
        found[one.repair.code] = one
    return dict(sorted(found.items()))
