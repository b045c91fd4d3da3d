"""What parts behind 其中 are to each other: all of a whole, views of it that overlap, or a split and something more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate, pairwise

from reporter.check.quantities import Quantity

_TWO = 2


def are_all(text: str, total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether they are two kinds, each right before its count, of which everybody is one: 集中供养 and 分散供养. Told
    softly: the total may be of more than those."""
    if len(parts) != _TWO:
        return False
    names = [text[max(0, one.start - _KIND) : one.start] for one in parts]
    return any(
        of in total.before and one.search(mine) and other.search(theirs)
        for of, one, other in _KINDS
        for mine, theirs in (names, names[::-1])
    )


_KIND = 6
_KINDS = tuple(
    (of, re.compile(f"(?:{one})[^，。；、]{{0,2}}$"), re.compile(f"(?:{other})[^，。；、]{{0,2}}$"))
    for of, one, other in (
        ("", "集中(?:供养|安置|养育)", "分散(?:供养|安置)|投亲靠友|散居"),
        ("低保", "城[市镇]低保", "农村低保"),
        ("", "男性?", "女性?"),
    )
)
"""What the total speaks of, and the two kinds."""


def split_already(text: str, parts: Sequence[Quantity], total: Decimal) -> bool:
    """其中公办1860张、民办2408张，护理型2540张: what comes behind a split is another view of the whole, but in one
    enumeration (其中4条、5条、1条) it is one part more."""
    sums = accumulate([one.value for one in parts[:-1]])
    return any(
        value == total and not enumerated(text, one, other)
        for value, (one, other) in zip(sums, pairwise(parts), strict=True)
    )


def enumerated(text: str, one: Quantity, other: Quantity) -> bool:
    """Whether the second stands behind the first in one enumeration: 5处、用电4处, and not behind a comma."""
    return _ENUMERATED.fullmatch(text, one.end, other.start) is not None


_ENUMERATED = re.compile("[^，；。]*[、和][^，；。]*")


def overlapping(text: str, parts: Sequence[Quantity]) -> bool:
    """Whether the parts may be several views of a thing (by age, by sex …) and not a split of it."""
    spoken = text[max(0, parts[0].start - _NEAR) : parts[-1].end]
    if re.search(r"同时|兼|既|又|涉及|占|均|超过|尚未|未|已", spoken):
        return True
    starts = [max(0, parts[0].start - _LEAD), *(part.end for part in parts[:-1])]
    views = [
        next((n for n, view in enumerate(_VIEWS) if view.search(text, start, part.end + 1)), -1)
        for start, part in zip(starts, parts, strict=True)
    ]
    return len(set(views)) > 1


_LEAD, _NEAR = 14, 12
_VIEWS = tuple(
    re.compile(words)
    for words in (
        "岁",
        "男|女",
        "学历|大专|本科",
        "重大|一般|较大",
        "(?<!各)类",
        "持证|证书",
        "失能|残疾|独居|特困|低保",
        "党员",
        "护理型|医养|普惠",
        "在编|编制|聘用",
        "户籍|常住",
    )
)
