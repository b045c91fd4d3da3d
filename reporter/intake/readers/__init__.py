"""One file a suffix, found by its name: `read(path, name)` gives the sheets of a table file."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import cast

from reporter.intake.sheet import Sheet

NOT_TABLES = frozenset({"yaml"})
"""Readers that give something other than sheets."""


def reads(path: Path) -> bool:
    """True when there is a reader for the file's suffix (owner files `~$…` are never read)."""
    suffix = path.suffix.lstrip(".").lower()
    if not suffix.isalnum() or suffix in NOT_TABLES or path.name.startswith(("~$", ".")):
        return False
    return _known(suffix)


@cache
def _known(suffix: str) -> bool:
    return find_spec(f"{__name__}.{suffix}") is not None


def read(path: Path, name: str) -> list[Sheet]:
    """The sheets of a file that is called `name` in messages; raises Rejected when it cannot be read."""
    module = import_module(f"{__name__}.{path.suffix.lstrip('.').lower()}")
    return cast(Callable[[Path, str], list[Sheet]], module.read)(path, name)
