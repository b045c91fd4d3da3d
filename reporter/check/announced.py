"""Headings that end in how many their list names, and the sentence that announces all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reporter.artefacts.seen.model import Element

COUNTED = re.compile(r"[（(](?:共|计)?(\d{1,4})(家|个|所|名|人|处|项)[)）]$")
_TOTAL = re.compile(r"如下|名单|公布|公告|公示|分别")


def announced(elements: Sequence[Element]) -> tuple[Element, int, str] | None:
    """The paragraph right before the first of two or more counted headings of one level and unit, where it announces
    them, what they add up to, and the unit. The elements are the headings and text of a file."""
    counted = [(n, one, found) for n, one in enumerate(elements)
               if one.role == "heading" and (found := COUNTED.search(one.text))]  # fmt: skip
    if len(counted) < 2 or len({(one.level, found[2], one.part) for _, one, found in counted}) != 1:
        return None
    first, unit = counted[0][0], counted[0][2][2]
    before = elements[first - 1] if first else None
    if before is None or before.role != "body" or not _TOTAL.search(before.para.text):
        return None
    return before, sum(int(found[1]) for _, _, found in counted), unit
