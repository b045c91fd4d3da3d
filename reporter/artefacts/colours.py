"""Colours of print as files write them: RRGGBB in hexadecimal digits, empty for unknown or automatic."""

from __future__ import annotations

from functools import lru_cache

_BRIGHT, _DARK = 150, 100


@lru_cache(maxsize=256)
def is_red(colour: str) -> bool:
    """Whether it is a red as the heads of documents have it (GB/T 9704-2012 cl. 6.2 gives ink and no RGB)."""
    if len(colour) != 6:
        return False
    red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return red > _BRIGHT and green < _DARK and blue < _DARK
