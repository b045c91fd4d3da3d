"""Ledgers of hazards among the tables of a file: which column says what, by its head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from msgspec import Struct

from reporter.artefacts.seen.model import Grid
from reporter.check.columns import is_total
from reporter.check.dates import loose_date
from reporter.check.spots import cell_spot
from reporter.check.subject import Subject
from reporter.once import once

_HEADS = {
    "hazard": re.compile(r"隐患(?!数|总)|问题(?!数|总)"),
    "found": re.compile(r"(?:发现|排查|检查)(?:时间|日期)"),
    "due": re.compile(r"(?:整改)?(?:时限|期限)|应完成(?:时间|日期)|限期"),
    "done": re.compile(r"(?:整改)?完成(?:时间|日期)|销号(?:时间|日期)"),
}
_COUNTED = re.compile(r"数(?:量)?(?:（|$)|（条）|（处）|（项）|率")


class Ledger(Struct, frozen=True, dict=True):
    """A table with its columns, counted from 0, −1 for none."""

    grid: Grid
    columns: dict[str, int]

    @once
    def rows(self) -> tuple[tuple[int, tuple[str, ...]], ...]:
        """The body rows in which something is filled, counted from 1."""
        added = "计" in "".join(self.grid.texts[:2])  # else no row is a total, which is told of all at once
        return tuple(
            [
                (row, cells) for row, cells in self.grid.body
                if len(cells) - cells.count("") > 2 and not (added and is_total(cells, "小计"))
            ]
        )  # fmt: skip

    def cell(self, cells: tuple[str, ...], name: str) -> str:
        at = self.columns[name]
        return cells[at].strip() if 0 <= at < len(cells) else ""

    def day(self, cells: tuple[str, ...], name: str) -> date | None:
        return loose_date(self.cell(cells, name))

    def spot(self, row: int, name: str) -> str:
        return cell_spot(self.grid.number, row, self.columns[name] + 1)


def ledgers_of(subject: Subject) -> tuple[Ledger, ...]:
    """Tables with a column of hazards (in words, no counts) and one of days."""
    return _among(subject.seen.grids)


@lru_cache(maxsize=4)
def _among(grids: tuple[Grid, ...]) -> tuple[Ledger, ...]:
    """Several rules ask for those of a file."""
    return tuple(_ledgers(grids))


def _ledgers(grids: tuple[Grid, ...]) -> Iterator[Ledger]:
    for grid in grids:
        if not _HEADS["hazard"].search(grid.called):
            continue
        columns = {
            name: next(
                (n for n, text in enumerate(grid.names) if pattern.search(text) and not _COUNTED.search(text)), -1
            )
            for name, pattern in _HEADS.items()
        }
        if columns["hazard"] < 0 or max(columns[name] for name in ("found", "due", "done")) < 0:
            continue
        yield Ledger(grid, columns)
