"""The shared libraries that draw letters and cut fonts: whether the machine has them."""

from __future__ import annotations

import ctypes
import ctypes.util
from functools import cache


def pango_available() -> bool:
    """Whether the libraries that WeasyPrint needs can be loaded (without them: DOCX and XLSX, no PDF)."""
    return all(_loads(name) for name in ("pango-1.0", "pangoft2-1.0", "fontconfig"))


def subsetter_available() -> bool:
    """Whether the fast font subsetter is there; without it every PDF takes about ten times as long."""
    return _loads("harfbuzz-subset")


def _loads(name: str) -> bool:
    return load_library(name) is not None


@cache
def load_library(name: str) -> ctypes.CDLL | None:
    """Load a shared library by its bare name (`harfbuzz-subset`), or None when the machine has none."""
    for candidate in (f"lib{name}.so.0", f"lib{name}.so.1", f"lib{name}.0.dylib", f"lib{name}-0.dll"):
        found = _loaded(candidate)
        if found is not None:
            return found
    # Asked last: it starts a compiler and a linker to look around.
    candidate = ctypes.util.find_library(name) or ""
    return _loaded(candidate) if candidate else None


def _loaded(path: str) -> ctypes.CDLL | None:
    try:
        return ctypes.CDLL(path)
    except OSError:
        return None
