"""Columns of a table that count hazards and homes, told by their heads."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reporter.artefacts.seen.model import Grid
from reporter.check.concepts import Kind

_HEADS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("open", re.compile(r"未(?:整改|销号|完成)(?:数|隐患数?)?$")),
    ("closed", re.compile(r"^(?:已|完成)(?:完成)?(?:整改|销号)(?:数|隐患数?)?$")),
    (
        "found",
        re.compile(r"^(?:发现|排查|排查出|查出)?(?:的)?(?:安全|风险)*(?:隐患|问题)(?:总?数量?|总数)?$"),
    ),
    ("homes", re.compile(r"^养老(?:服务)?机构(?:总?数量?|总数)?$|^机构(?:总?数量?|总数)$")),
)
_BRACKET = re.compile(r"[（(][^（）()]*[)）]|\s")


def plain_cell(cell: str) -> str:
    """Without blanks and what stands in brackets."""
    return _BRACKET.sub("", cell)


def column_kinds(grid: Grid) -> Mapping[int, Kind]:
    """What columns count, by their place from 0; others are left out."""
    found = {
        at: next((kind for kind, head in _HEADS if head.search(name)), None)
        for at, name in enumerate(map(plain_cell, grid.heads))
    }
    return {at: kind for at, kind in found.items() if kind}
