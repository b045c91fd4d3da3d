"""Settings of a process that lives as long as one command."""

from __future__ import annotations

import atexit
import gc

_YOUNG = 50_000
"""Objects that come before the first search for unused ones: loading a command makes some 100,000, and all are used."""


def settle() -> None:
    """Searches memory seldom, and not at the end, when all of it is given back."""
    gc.set_threshold(_YOUNG, 20, 20)
    atexit.register(gc.freeze)
