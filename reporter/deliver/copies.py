"""Coloured copies of faulty workbooks, delivered like results: a copy that the clerk has edited is never
overwritten."""

from __future__ import annotations

import contextlib
import json
import tempfile
from collections.abc import Collection, Sequence
from pathlib import Path

from reporter.canonical import spread
from reporter.deliver.drafts import FOLDER as KEPT
from reporter.deliver.writing import Written, deliver_all, sha256, write_atomically
from reporter.intake.folder import COLOURED
from reporter.intake.problems import Problem

FOLDER = "数据检查"
SCHEMA = "reporter/copies-1"
_LEDGER = "copies.json"


def deliver_copies(root: Path, problems: Sequence[Problem], out: Path) -> tuple[Written, ...]:
    """Writes the copies to OUT/数据检查/; `out` is the output folder of the workspace. Raises WriteError."""
    from reporter.intake.annotate import annotate  # noqa: PLC0415 - what writes workbooks is slow to load

    ledger = out / KEPT / _LEDGER
    known = _known(ledger)
    with tempfile.TemporaryDirectory(prefix="reporter-copies-") as folder:
        copies = [
            (out / FOLDER / made.relative_to(folder), made.read_bytes())
            for made in annotate(root, problems, Path(folder))
        ]
    delivered = deliver_all(copies, known)
    if delivered:
        digests = sorted(known | {written.sha256 for written in delivered})
        write_atomically(ledger, spread({"schema": SCHEMA, "sha256": digests}))
    return tuple(delivered)


def remove_stale(out: Path, current: Collection[Path] = ()) -> tuple[list[Path], list[Path]]:
    """Removes copies of earlier checks that are not among the `current` ones: (removed, edited and so left)."""
    known = _known(out / KEPT / _LEDGER)
    removed: list[Path] = []
    left: list[Path] = []
    for path in sorted((out / FOLDER).rglob(f"{COLOURED}*.xlsx")):
        if path in current:
            continue
        if sha256(path.read_bytes()) not in known:
            left.append(path)
            continue
        with contextlib.suppress(PermissionError):  # open in Excel: it goes at the next check
            path.unlink()
            removed.append(path)
    return removed, left


def _known(ledger: Path) -> frozenset[str]:
    """Digests of the copies written before; none when the list is missing or damaged."""
    try:
        data = json.loads(ledger.read_text(encoding="utf-8"))
        return frozenset(data["sha256"]) if data.get("schema") == SCHEMA else frozenset()
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return frozenset()
