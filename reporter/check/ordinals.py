"""What a heading's typed number counts: 一、→ 1, （十二） → 12, 3. → 3, ⑤ → 5."""

from __future__ import annotations

import re

from reporter.text import circled_number, half_width, hanzi_number

_CORE = re.compile(r"[一二三四五六七八九十百零]+|\d+|[①-⑳]", re.ASCII)
_HANZI = {hanzi_number(number): number for number in range(1, 100)}
_CIRCLED = {circled_number(number): number for number in range(1, 21)}


def ordinal_of(label: str) -> int:
    """0 for a label without a number."""
    found = _CORE.search(half_width(label))
    if found is None:
        return 0
    text = found[0]
    return int(text) if text.isdecimal() else _HANZI.get(text) or _CIRCLED.get(text, 0)


def number_of(text: str) -> int:
    """A count in hanzi or digits: 五 → 5, 两 → 2, 十二 → 12, 9 → 9; 0 for anything else."""
    text = half_width(text).replace("两", "二")
    return ordinal_of(text) if _CORE.fullmatch(text) else 0
