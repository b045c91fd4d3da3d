"""What a table's texts say about it: its title above, which rows are its head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Protocol

from reporter.artefacts.seen.model import CellPlace, Place

_NUMBER = re.compile(r"[-−+]?[\d,，]+(?:\.\d+)?[%％‰]?")
_LONGEST: Final = 60
_NEAR: Final = 4
_ASIDE = re.compile(r"[（(]?\s*(单位|计量单位|金额单位|填报单位|填报时间|填表|制表|截至|日期|统计时间)")
"""Lines between a title and its table: 单位：个 and the like."""


class Standing(Protocol):
    """What is asked of a paragraph, finished or not."""

    @property
    def text(self) -> str: ...
    @property
    def place(self) -> Place: ...
    @property
    def cell(self) -> CellPlace | None: ...


def title_above(paras: Sequence[Standing]) -> str:
    """The nearest short line without a full stop above a table that begins now, or an empty text."""
    looked = 0
    for para in reversed(paras):
        text = para.text
        if not text:
            continue
        looked += 1
        if looked > _NEAR or para.cell or para.place not in ("text", "box"):
            return ""
        if _ASIDE.match(text):
            continue
        return "" if len(text) > _LONGEST or text[-1] in "。；;，" else text
    return ""


def guessed_heads(rows: Sequence[Sequence[str]]) -> int:
    """Rows of names above rows with numbers, where the file marks none: 0 when nothing tells."""
    for at, row in enumerate(rows[:4]):
        if any(_NUMBER.fullmatch(cell.strip()) for cell in row):
            return at
    return 0
