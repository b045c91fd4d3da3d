"""A unit that travels: its inputs and what was delivered before go out as bytes, what became of it comes back as bytes.

A machine of a cluster sees neither the workspaces nor the folder of results. It works in a folder of its own that is
gone afterwards, with the same `work` as a process of this machine; whatever it wrote there is taken in here, by the one
process that holds the lock and the journal. A machine that dies has therefore touched nothing.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from reporter.bundle.journal import FilingRow, FinishedUnit, Journal, UnitRow, packed, writing
from reporter.bundle.order import Unit
from reporter.bundle.outcome import Done, Outcome
from reporter.bundle.scan import scan, stated
from reporter.bundle.unit import Job, work
from reporter.deliver import drafts
from reporter.deliver.drafts import FOLDER as DRAFTS
from reporter.deliver.lock import alone
from reporter.deliver.writing import fault, flush_folders, sha256, sweep, write_atomically
from reporter.errors import ReporterError

Files: TypeAlias = Mapping[str, tuple[bytes, int]]
"""Content and time of the last change in ns, by path relative to a folder."""
_LAST = ("manifest.json", "结果.html")
"""Written after everything that they tell of."""
_AFTERWARDS = ("报送", "归档")
"""What becomes of filings that were issued: nothing is made from it."""


class Touched(ReporterError):
    """A file changed here while the unit was away."""


class Parcel(Struct, frozen=True):
    """One unit with everything that its work reads."""

    job: Job
    inputs: Files
    there: Files
    """Its folder of results; of each filing's drafts only the last, which is all that is compared."""
    row: UnitRow
    filings: tuple[FilingRow, ...] = ()
    announced: frozenset[str] = frozenset()

    @property
    def size(self) -> int:
        """Bytes of its files."""
        return sum(len(data) for data, _ in (*self.inputs.values(), *self.there.values()))


class Delivery(Struct, frozen=True):
    """What became of a parcel: the outcome, rows of the journal, and the files that are new or others."""

    outcome: Outcome
    row: UnitRow | None = None
    filings: tuple[FilingRow, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)


def pack(job: Job, journal: Journal) -> Parcel:
    """Reads a unit from this machine; raises OSError where a file cannot be read."""
    name, root = job.unit.name, job.unit.root
    row = _row(journal, name)
    inputs = {one: _read(root / one) for one in scan(root, job.order.out)}
    there = {one: _read(job.unit.folder / one) for one in sorted(_results(job.unit.folder))}
    return Parcel(
        job, inputs, there, row, tuple(journal.filings(name).get(name, {}).values()), journal.announced(name)
    )


def carry_out(parcel: Parcel, there: Path) -> Delivery:
    """On whatever machine: works in a temporary folder made there; never raises for what a clerk did."""
    with tempfile.TemporaryDirectory(prefix="reporter-", dir=there) as folder:
        home = Path(folder)
        job, name = parcel.job, parcel.job.unit.name
        unit = Unit(name, home / "in" / job.unit.root.name, home / "out")
        _write(unit.root, parcel.inputs)
        _write(unit.folder, parcel.there)
        path = home / "journal.sqlite"
        journal = writing(path)
        journal.finish(0, [FinishedUnit(parcel.row, parcel.filings)])
        journal.note(name, parcel.announced)
        journal.announce()
        journal.close()
        outcome = work(replace(job, unit=unit, order=replace(job.order, out=unit.out), journal=path))
        journal = writing(path, new=False)
        row = _row(journal, name)
        filings = tuple(journal.filings(name).get(name, {}).values())
        journal.close()
        return Delivery(outcome, row, filings, dict(_fresh(unit.folder, parcel.there)))


def take_in(parcel: Parcel, delivery: Delivery, journal: Journal) -> Outcome:
    """Writes what came back, all or nothing of each file, and says so in the journal afterwards."""
    job, folder = parcel.job, parcel.job.unit.folder
    row = delivery.row
    if row is None:
        return delivery.outcome
    try:
        with alone(folder):
            if job.stopped:
                sweep(folder)
            journal.note(job.unit.name, (sha256(data) for data in delivery.files.values()))
            journal.announce()
            for name in sorted(delivery.files, key=_turn):
                _put(folder / name, delivery.files[name], parcel.there.get(name))
            if delivery.files:
                flush_folders(folder)
    except ReporterError as error:
        return failed(job, tuple(str(error).split("\n")))
    filings = tuple(
        replace(one, files={name: stated(folder / name, entry[2]) or entry if name in delivery.files else entry
                            for name, entry in one.files.items()})
        for one in delivery.filings
    )  # fmt: skip
    tasks = tuple(one.task for one in delivery.outcome.done)
    journal.finish(job.run, [FinishedUnit(row, filings, tasks)])
    return delivery.outcome


def failed(job: Job, notes: tuple[str, ...]) -> Outcome:
    """A unit that was not written down; the next run looks at it again."""
    return Outcome(job.unit.name, (Done(job.unit.name, "", job.unit.name, "failed", notes=notes),))


def _put(path: Path, data: bytes, shipped: tuple[bytes, int] | None) -> None:
    """Writes where nothing was touched since the parcel was packed."""
    try:
        present = path.read_bytes()
    except FileNotFoundError:
        present = None
    except OSError as error:
        raise fault(error, path) from error
    if present == data:
        return
    if present != (shipped[0] if shipped else None):
        raise Touched(f"“{path.name}”在生成时有人改过，没有动", "再运行一次 reporter bundle", str(path))
    try:
        write_atomically(path, data)
    except PermissionError as error:
        raise fault(error, path) from error


def _turn(name: str) -> tuple[bool, bool, str, bool, str]:
    """Drafts first, each with its Document last, as `drafts` has it; then documents, then what tells of both."""
    folder, _, file = name.rpartition("/")
    return name in _LAST, not name.startswith(DRAFTS), folder, file == drafts.DOCUMENT, name


def _results(folder: Path) -> Iterator[str]:
    """Everything in a folder of results but older drafts, and what was sent or archived."""
    for path in folder.rglob("*") if folder.is_dir() else ():
        if not path.is_file() or path.name.startswith(".reporter-"):
            continue
        parts = path.relative_to(folder).parts
        if parts[0] in _AFTERWARDS or (parts[0] == DRAFTS and parts[2:3] == ("submitted",)):
            continue
        if parts[0] == DRAFTS and _older(folder, *parts[1:3]):
            continue
        yield "/".join(parts)


def _older(folder: Path, filing: str, number: str = "") -> bool:
    """Whether it is a draft before the last whole one."""
    return number.isdecimal() and int(number) < drafts.latest(folder, filing)


def _read(path: Path) -> tuple[bytes, int]:
    time_ns = path.stat().st_mtime_ns  # before: what is saved in between has another time and is looked at again
    return path.read_bytes(), time_ns


def _write(folder: Path, files: Files) -> None:
    """With their times, which are how an unchanged file is known."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (data, time_ns) in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        os.utime(path, ns=(time_ns, time_ns))


def _fresh(folder: Path, there: Files) -> Iterator[tuple[str, bytes]]:
    for name in sorted(_results(folder)):
        data = (folder / name).read_bytes()
        if name not in there or there[name][0] != data:
            yield name, data


def _row(journal: Journal, name: str) -> UnitRow:
    row, cells = journal.unit(name) or UnitRow(name, "running"), journal.cells(name)
    return replace(row, cells=packed(cells) if cells is not None else b"")
