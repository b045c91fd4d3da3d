"""Which cells changed since a unit was last read, and which of them a document reads: the reason for making it again.

Rows are recognised by their keys, so that a row that moved in Excel is not a change.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from msgspec import Struct

from reporter.records.base import Record
from reporter.records.workspace import Workspace
from reporter.refs import Cell

Snapshot = Mapping[str, Mapping[str, list[Any]]]
"""Record (table and key) → field → [digest of the value, file, sheet, row, column]."""
_DIGEST = 6
"""Bytes of a value's digest; a change is told by them, nothing is decided."""
_SHORT, _KEPT = 64, 4096
"""Characters of a text whose digest is remembered, and how many are."""
_MOST = 3
"""Cells that are named; the rest is counted."""


class Change(Struct, frozen=True):
    """One value that changed: where it stands now (or stood, when its row is gone)."""

    cell: Cell
    gone: bool = False

    def __str__(self) -> str:
        named = " ".join(
            part for part in (self.cell.file, "!".join(filter(None, (self.cell.sheet, self.cell.a1)))) if part
        )
        return f"{named} {'删去了' if self.gone else '变了'}"


def snapshot(workspace: Workspace) -> Snapshot:
    """Every value of the workspace and of its closed periods."""
    found = dict(_records(workspace, ""))
    for period, closed in workspace.history.items():
        found |= dict(_records(closed, f"{period}/"))
    return found


def _records(workspace: Workspace, prefix: str) -> Iterator[tuple[str, dict[str, list[Any]]]]:
    tables: tuple[tuple[Record, ...], ...] = (
        workspace.institutions, workspace.hazards, workspace.ratings, workspace.visits, workspace.figures,
        workspace.answers, workspace.overrides,
    )  # fmt: skip
    for table in tables:
        for record in table:
            yield (
                f"{prefix}{record.table}|{record.key}",
                {
                    name: [_digest(getattr(record, name)), cell.file, cell.sheet, cell.row, cell.column]
                    for name, cell in sorted(record.cells.items())
                },
            )


def changes(old: Snapshot, new: Snapshot) -> tuple[Change, ...]:
    """What differs, in the order of files, sheets, rows and columns."""
    found = []
    for name in sorted({*old, *new}):
        before, after = old.get(name, {}), new.get(name, {})
        for column in sorted({*before, *after}):
            was, now = before.get(column), after.get(column)
            if (was or [None])[0] != (now or [None])[0]:
                place = now or was
                assert place is not None
                found.append(Change(Cell(*place[1:]), now is None))
    return tuple(sorted(found, key=lambda one: one.cell))


def told(
    found: Iterable[Change], read: frozenset[tuple[str, str, str]], rows: frozenset[tuple[str, str, int]]
) -> str:
    """The changes that explain a document: of cells that it reads, else of rows that it reads; empty for neither."""
    every = list(found)
    exact = [one for one in every if (one.cell.file, one.cell.sheet, one.cell.a1) in read]
    near = exact or [one for one in every if (one.cell.file, one.cell.sheet, one.cell.row) in rows]
    listed = "，".join(str(one) for one in near[:_MOST])
    return f"{listed} 等{len(near)}处" if len(near) > _MOST else listed


def _digest(value: object) -> str:
    return _of_text(value) if type(value) is str and len(value) <= _SHORT else _worked_out(value)


def _worked_out(value: object) -> str:
    return hashlib.blake2b(repr(value).encode(), digest_size=_DIGEST).hexdigest()


_of_text = lru_cache(maxsize=_KEPT)(_worked_out)
