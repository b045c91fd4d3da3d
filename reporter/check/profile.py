"""Which standard a file is held against, and what a place does otherwise (a YAML file of its own)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

Level = Literal["error", "warning", "info", "off"]


class Margins(Struct, frozen=True):
    """White edges of an upright A4 sheet in mm."""

    top: float
    bottom: float
    left: float
    right: float


GBT9704 = Margins(37, 35, 28, 26)
"""GB/T 9704-2012 5.2.1: 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm."""
GBT33476 = Margins(34.58, 32.58, 28, 26)
"""The same type area with the line's own leading around it (GB/T 33476 settings for word processors)."""


class Profile(Struct, frozen=True):
    """Accepted margins, levels by rule code, and the values that a place sets for itself."""

    name: str = "默认"
    margins: tuple[Margins, ...] = (GBT9704, GBT33476)
    margin_tolerance: float = 1.0
    """mm, either way."""
    levels: Mapping[str, Level] = field(default_factory=dict)
    """Rule code → level in place of the rule's own; `off` leaves it out."""
    values: Mapping[str, object] = field(default_factory=dict)
    """What rules may ask for by name, e.g. `bold_level_2` or `page_number_position`."""
