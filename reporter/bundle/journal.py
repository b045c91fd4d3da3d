"""What was made, from what, with which bytes: one SQLite file beside the results, written a few filings at a time.

While a run is at work the journal is in WAL mode, so that the workers write and the run reads; when it ends, it is
folded back into one file that the next run can read without writing anything.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from reporter.bundle.scan import Scan, as_rows, as_scan
from reporter.canonical import compact
from reporter.errors import ReporterError

FILE = "journal.sqlite"
SCHEMA = 1
_DAMAGED = "journal.damaged"
_WAIT = 30.0
"""Seconds that a worker waits for another's transaction."""
_UNITS = "SELECT name, state, scan, recipe, catalog, day, messages, seconds FROM unit"
_TABLES = """
CREATE TABLE IF NOT EXISTS unit(name TEXT PRIMARY KEY, state TEXT NOT NULL, scan TEXT NOT NULL, recipe TEXT NOT NULL,
    catalog TEXT NOT NULL, day TEXT NOT NULL, cells BLOB NOT NULL, messages TEXT NOT NULL, seconds REAL NOT NULL);
CREATE TABLE IF NOT EXISTS filing(unit TEXT NOT NULL, id TEXT NOT NULL, state TEXT NOT NULL, title TEXT NOT NULL,
    key TEXT NOT NULL, parts TEXT NOT NULL, files TEXT NOT NULL, notes TEXT NOT NULL, PRIMARY KEY(unit, id));
CREATE TABLE IF NOT EXISTS ours(unit TEXT NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY(unit, sha256));
CREATE TABLE IF NOT EXISTS run(id INTEGER PRIMARY KEY, started TEXT NOT NULL, finished TEXT NOT NULL,
    state TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS task(run INTEGER NOT NULL, unit TEXT NOT NULL, filing TEXT NOT NULL, outcome TEXT NOT NULL,
    reason TEXT NOT NULL, PRIMARY KEY(run, unit, filing));
"""


class UnitRow(Struct, frozen=True):
    """A unit as it was left. `state`: running (its run died), stopped (its run was ended by the user), done,
    refused (its inputs are wrong) or failed (the machine was)."""

    name: str
    state: str
    scan: Scan = field(default_factory=dict)
    recipe: Mapping[str, str] = field(default_factory=dict)
    catalog: tuple[Mapping[str, str], ...] = ()
    """Its filings: id, kind, period, due (ISO, or empty)."""
    day: str = ""
    """The day on which its deadlines were found, where they depend on it."""
    cells: bytes = b""
    """Every value that was read, see `snapshot`; packed. Empty leaves what is known."""
    messages: tuple[str, ...] = ()
    seconds: float = 0.0


class FilingRow(Struct, frozen=True):
    """A filing as it was left: `state` ok, look (findings) or refused; `files` by name in the unit's folder."""

    unit: str
    id: str
    state: str
    title: str = ""
    key: str = ""
    parts: Mapping[str, str] = field(default_factory=dict)
    files: Scan = field(default_factory=dict)
    notes: tuple[str, ...] = ()


class FinishedUnit(Struct, frozen=True):
    """What is written down of a unit: its row, those of its filings that were not written yet, and as tasks what
    became of each: its id, verdict and reason."""

    row: UnitRow
    filings: tuple[FilingRow, ...] = ()
    tasks: tuple[tuple[str, str, str], ...] = ()

    def taking(self, seconds: float) -> FinishedUnit:
        """The same, after so many seconds."""
        return replace(self, row=replace(self.row, seconds=seconds))


class JournalFault(ReporterError):
    """The journal could not be written: the disk is full, or gone."""


class JournalDamaged(JournalFault):
    """What it says cannot be read; it can be made again."""


class Journal:
    """The journal of one folder of results. `path` is the file; nothing is created before `writing`."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._base = connection
        self._noted: list[tuple[str, str]] = []

    def units(self) -> dict[str, UnitRow]:
        """All units, without their cells (see `cells`)."""
        return {row[0]: _unit(row) for row in self._rows(f"{_UNITS} ORDER BY name")}

    def unit(self, name: str) -> UnitRow | None:
        """One unit, without its cells; None when it was never looked at."""
        return next(map(_unit, self._rows(f"{_UNITS} WHERE name = ?", name)), None)

    def cells(self, unit: str) -> Any:
        """What was read for a unit, as it was given; None when it was never read."""
        rows = self._rows("SELECT cells FROM unit WHERE name = ?", unit)
        return json.loads(zlib.decompress(rows[0][0])) if rows and rows[0][0] else None

    def filings(self, unit: str | None = None) -> dict[str, dict[str, FilingRow]]:
        """Filings by unit and id; of one unit when it is named."""
        sql = "SELECT unit, id, state, title, key, parts, files, notes FROM filing"
        rows = self._rows(f"{sql} WHERE unit = ?", unit) if unit else self._rows(sql)
        found: dict[str, dict[str, FilingRow]] = {}
        for row in rows:
            found.setdefault(row[0], {})[row[1]] = _filing(row)
        return found

    def announced(self, unit: str) -> frozenset[str]:
        """Digests of files that were about to be written when a run may have been stopped: ours, not a clerk's."""
        return frozenset(row[0] for row in self._rows("SELECT sha256 FROM ours WHERE unit = ?", unit))

    def note(self, unit: str, digests: Iterable[str]) -> None:
        """Files with these digests will be written once they are announced."""
        self._noted += [(unit, one) for one in digests]

    def announce(self) -> None:
        """The files that were noted are about to be written; all are written down, or none is.

        The disk is not waited for: a killed run has said it all the same. After a power cut a file of ours might be
        taken for one that somebody edited; then it is kept, and the new one lies beside it.
        """
        if self._noted:
            with self._transaction(wait=False) as base:
                base.executemany("INSERT OR IGNORE INTO ours VALUES (?, ?)", self._noted)
            self._noted = []

    def begin(self, names: Iterable[str]) -> int:
        """A run begins with these units; its number."""
        with self._transaction() as base:
            base.execute("UPDATE run SET state = '中断' WHERE state = '进行'")
            number = base.execute(
                "INSERT INTO run(started, finished, state) VALUES (datetime(), '', '进行')"
            ).lastrowid
            for name in names:
                base.execute(
                    "INSERT OR IGNORE INTO unit VALUES (?, 'running', '[]', '{}', '[]', '', x'', '[]', 0)",
                    (name,),
                )
                base.execute("UPDATE unit SET state = 'running' WHERE name = ?", (name,))
        return int(number or 0)

    def made(self, rows: Iterable[FilingRow]) -> None:
        """These filings are on the disk."""
        with self._transaction() as base:
            for row in rows:
                _put_filing(base, row)

    def finish(self, run: int, units: Iterable[FinishedUnit]) -> None:
        """These units are done: all are written down, or none is."""
        with self._transaction() as base:
            for unit in units:
                row = unit.row
                base.execute(
                    "INSERT OR REPLACE INTO unit VALUES (?1, ?2, ?3, ?4, ?5, ?6, "
                    "CASE length(?7) WHEN 0 THEN coalesce((SELECT cells FROM unit WHERE name = ?1), x'') ELSE ?7 END, "
                    "?8, ?9)",
                    (row.name, row.state, _json(as_rows(row.scan)), _json(dict(row.recipe)),
                     _json(list(row.catalog)), row.day, row.cells, _json(list(row.messages)), row.seconds),
                )  # fmt: skip
                for filing in unit.filings:
                    _put_filing(base, filing)
                tasks = ((run, row.name, *task) for task in unit.tasks)
                base.executemany("INSERT OR REPLACE INTO task VALUES (?, ?, ?, ?, ?)", tasks)
                if row.state == "done":
                    base.execute("DELETE FROM ours WHERE unit = ?", (row.name,))

    def end(self, run: int, state: str) -> None:
        """A run is over: 完成 or 停止 (by the user: the units that were not done are not to blame)."""
        with self._transaction() as base:
            base.execute("UPDATE unit SET state = 'stopped' WHERE state = 'running'")
            base.execute("UPDATE run SET finished = datetime(), state = ? WHERE id = ?", (state, run))

    def close(self, *, fold: bool = False) -> None:
        """`fold` makes it one file again, once nobody else has it open."""
        with contextlib.suppress(sqlite3.Error):
            if fold:
                self._base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                self._base.execute("PRAGMA journal_mode = DELETE")
        self._base.close()

    def _rows(self, sql: str, *values: str) -> list[tuple[Any, ...]]:
        try:
            return self._base.execute(sql, values).fetchall()
        except sqlite3.OperationalError as error:
            raise JournalFault(f"运行记录读不了（{error}）", "请检查磁盘后重新运行", str(self.path)) from error
        except sqlite3.DatabaseError as error:
            hint = "把它移走再运行；文稿会重新比对，已有的文件没有改动"
            raise JournalDamaged(f"运行记录已损坏（{error}）", hint, str(self.path)) from error

    @contextlib.contextmanager
    def _transaction(self, *, wait: bool = True) -> Iterator[sqlite3.Connection]:
        try:
            self._base.execute(f"PRAGMA synchronous = {'FULL' if wait else 'NORMAL'}")
            self._base.execute("BEGIN IMMEDIATE")
            yield self._base
            self._base.execute("COMMIT")
        except sqlite3.Error as error:
            with contextlib.suppress(sqlite3.Error):
                self._base.execute("ROLLBACK")
            full = "full" in str(error)
            message = "磁盘空间不足，运行记录没有写出" if full else f"运行记录写不了（{error}）"
            hint = (
                "请清理磁盘后重新运行；已有的文件没有改动"
                if full
                else "请检查磁盘后重新运行；已有的文件没有改动"
            )
            raise JournalFault(message, hint, str(self.path)) from error
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                self._base.execute("ROLLBACK")
            raise


def reading(path: Path) -> Journal | None:
    """To look only: opens no file for writing. None when there is no journal, or none that can be read."""
    if not path.is_file():
        return None
    base = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=_WAIT, isolation_level=None
    )
    try:
        if base.execute("PRAGMA user_version").fetchone()[0] == SCHEMA:
            return Journal(path, base)
    except sqlite3.Error:
        pass
    base.close()
    return None


def writing(path: Path, *, new: bool = True) -> Journal:
    """To write, in WAL mode. `new` sets it up: a damaged or older one is put aside, since it can be made again."""
    try:
        return _open(path, new=new)
    except sqlite3.OperationalError as error:
        raise JournalFault(f"运行记录打不开（{error}）", "检查磁盘空间和文件夹权限", str(path)) from error
    except sqlite3.DatabaseError:
        put_aside(path)
        return _open(path, new=new)


def put_aside(path: Path) -> None:
    """A damaged journal, so that another can be begun."""
    for leftover in (f"{path.name}-wal", f"{path.name}-shm"):
        path.with_name(leftover).unlink(missing_ok=True)
    path.replace(path.with_name(_DAMAGED))


def _open(path: Path, *, new: bool) -> Journal:
    base = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
    try:
        version = base.execute("PRAGMA user_version").fetchone()[0]
        if new:
            base.execute("PRAGMA journal_mode = WAL")
            if version not in (0, SCHEMA):
                raise sqlite3.DatabaseError("another schema")
            base.executescript(_TABLES)
            base.execute(f"PRAGMA user_version = {SCHEMA}")
    except BaseException:
        base.close()
        raise
    return Journal(path, base)


def packed(cells: Any) -> bytes:
    """Cells as they are kept."""
    return zlib.compress(compact(cells), zlib.Z_BEST_SPEED)  # less than half the time, and 6 to 23 % larger


def _put_filing(base: sqlite3.Connection, row: FilingRow) -> None:
    base.execute(
        "INSERT OR REPLACE INTO filing VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (row.unit, row.id, row.state, row.title, row.key, _json(dict(row.parts)), _json(as_rows(row.files)),
         _json(list(row.notes))),
    )  # fmt: skip


def _unit(row: tuple[Any, ...]) -> UnitRow:
    name, state, scan, recipe, catalog, day, messages, seconds = row
    return UnitRow(
        name, state, as_scan(json.loads(scan)), json.loads(recipe), tuple(json.loads(catalog)), day,
        messages=tuple(json.loads(messages)), seconds=seconds,
    )  # fmt: skip


def _filing(row: tuple[Any, ...]) -> FilingRow:
    unit, filing_id, state, title, key, parts, files, notes = row
    return FilingRow(
        unit,
        filing_id,
        state,
        title,
        key,
        json.loads(parts),
        as_scan(json.loads(files)),
        tuple(json.loads(notes)),
    )


def _json(data: Any) -> str:
    return compact(data).decode()
