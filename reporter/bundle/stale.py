"""Which of the composed filings are made again, and why; what is made is written down batch by batch."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from reporter.bundle import snapshot
from reporter.bundle.deadlines import Catalog, catalog
from reporter.bundle.journal import FilingRow, Journal, UnitRow, packed
from reporter.bundle.keys import PARTS, differing, faces_of, key_of, parts_of
from reporter.bundle.order import Selection
from reporter.bundle.outcome import Done
from reporter.bundle.plan import EDITED, MISSING, NEW, SEEN, STOPPED, untouched
from reporter.bundle.scan import Scan, digest, stated
from reporter.bundle.worth import worth_it
from reporter.check.finding import errors
from reporter.deliver import drafts
from reporter.deliver.evidence import RECORD, cited_records, fact_data
from reporter.deliver.manifest import Manifest
from reporter.deliver.writing import flushing_folders
from reporter.errors import ReporterError
from reporter.making import Choice, Made, Printer
from reporter.pauses import Paused
from reporter.records.filing import Filing
from reporter.records.workspace import Workspace

BATCH = 32
"""Filings that are rendered, verified and delivered together: what is lost at most when a worker is killed."""
_HANDS = "reporter.bundle.hands"
"""What starts further processes; loaded for a workspace that is worth it."""
_SAID_BY_CELLS = frozenset({"document", "facts", "notes"})


Told: TypeAlias = Callable[[int, int], None]
"""Hears how many filings of a unit are delivered, and of how many."""


def unheard(done: int, total: int) -> None:
    """Nobody listens."""


class PlannedOnly(Exception):
    """Nothing is to be rendered."""


class Memory(Struct):
    """What is known about a unit from before, and what is found now."""

    unit: str
    selection: Selection
    recipe: Mapping[str, str]
    today: date
    journal: Journal | None
    changed: tuple[str, ...] = ()
    """Names of input files that are others."""
    stopped: bool = False
    plan_only: bool = False
    hands: int = 1
    """Processes that this unit may use."""
    told: Told = unheard
    row: UnitRow | None = None
    old: Mapping[str, FilingRow] = field(default_factory=dict)
    rows: dict[str, FilingRow] = field(default_factory=dict)
    done: dict[str, Done] = field(default_factory=dict)
    catalog: Catalog = ()
    returning: bool = False
    cells: bytes = b""
    faces: frozenset[str] | None = None
    """Faces of all its documents; None while some were not composed."""
    seen: str = ""
    """The state of the inputs that this visit looks at, see `scan.stamp`."""


class Stale(Choice):
    """The choice of a bundle: compose what is asked for, make what is stale."""

    batch, announces = BATCH, True

    def __init__(self, memory: Memory, folder: Path) -> None:
        self._memory, self._folder = memory, folder
        self._changes: tuple[snapshot.Change, ...] | None = None
        self._parts: dict[str, dict[str, str]] = {}
        self._reasons: dict[str, str] = {}
        self._delivered = 0

    def alone(self, folder: Path) -> AbstractContextManager[None]:
        """Whoever works on the unit keeps others out already; a plan writes nothing."""
        return contextlib.nullcontext()

    def filings(self, workspace: Workspace, only: tuple[str, ...]) -> tuple[Filing, ...]:
        memory = self._memory
        memory.catalog, memory.returning = catalog(workspace, memory.today, self._folder)
        new = snapshot.snapshot(workspace)
        memory.cells = packed(new)
        before = memory.journal.cells(memory.unit) if memory.journal and memory.row else None
        self._changes = snapshot.changes(before, new) if before is not None else None
        wanted = {entry["id"] for entry in memory.catalog if memory.selection.takes(entry)}
        return tuple(filing for filing in workspace.filings if filing.id in wanted)

    def refused(self, filing: Filing, error: ReporterError) -> None:
        notes: tuple[str, ...] = ()
        for part in error.parts:
            where = f"{part.where}：" if part.where else ""
            notes += (f"{where}{part.message}", *((f"怎么办：{part.hint}",) if part.hint else ()))
        memory = self._memory
        memory.done[filing.id] = Done(
            memory.unit, filing.id, filing.title or filing.id, "refused", notes=notes
        )
        memory.rows[filing.id] = FilingRow(
            memory.unit, filing.id, "refused", filing.title or filing.id, notes=notes
        )

    def stale(self, workspace: Workspace, made: list[Made], before: Manifest | None) -> list[Made]:
        memory, chosen = self._memory, []
        ours = (before.digests() if before else frozenset()) | self.ours()
        if len(made) == len(memory.catalog):
            memory.faces = frozenset(face for one in made for face in faces_of(one.document))
        for one in made:
            parts = parts_of(one, workspace, memory.recipe) | {SEEN: memory.seen}
            self._parts[one.filing.id] = parts
            old = memory.old.get(one.filing.id)
            edited, missing = _on_disk(self._folder, old, ours)
            reason = self._reason(one, workspace, parts, old, missing or before is None)
            if reason:
                self._reasons[one.filing.id] = f"{reason}；{EDITED}（新的另存）" if edited else reason
                chosen.append(one)
            else:
                self._keep(one, old, edited)
        if memory.plan_only:
            for one in chosen:
                memory.done[one.filing.id] = Done(
                    memory.unit, one.filing.id, one.called, "planned", self._reasons[one.filing.id]
                )
            raise PlannedOnly
        return chosen

    def ours(self) -> frozenset[str]:
        memory = self._memory
        return memory.journal.announced(memory.unit) if memory.journal else frozenset()

    def printer(self, press: Printer, sheets: int) -> AbstractContextManager[Printer]:
        memory = self._memory
        if memory.hands > 1 and worth_it(sheets, memory.recipe["options"].split(",")):
            self.batch = BATCH * memory.hands
            hands: AbstractContextManager[Printer] = import_module(_HANDS).Hands(press, memory.hands)
            return hands
        return super().printer(press, sheets)

    def lost(self, made: Made, error: ReporterError) -> None:
        memory, name = self._memory, made.filing.id
        notes = tuple(str(error).split("\n"))
        memory.done[name] = Done(memory.unit, name, made.called, "failed", notes=notes)

    def announce(self, digests: Iterable[str]) -> Paused[None]:
        journal = self._memory.journal
        if journal:
            journal.note(self._memory.unit, digests)
            yield 1  # the first of those that go in step announces what all have noted
            journal.announce()

    def delivered(self, made: Sequence[Made]) -> Paused[None]:
        memory = self._memory
        yield from flushing_folders(self._folder)  # before the journal says that they are there
        rows = [self._row(one) for one in made]
        memory.rows |= {row.id: row for row in rows}
        self._delivered += len(made)
        if memory.journal and self._delivered < len(
            self._reasons
        ):  # the last are written down with their unit
            memory.journal.made(rows)
        memory.told(self._delivered, len(self._reasons))
        for one in made:
            one.files.clear()  # a large workspace is not held in memory

    def _row(self, made: Made) -> FilingRow:
        memory, name = self._memory, made.filing.id
        files: Scan = {}
        for written in made.written:
            entry = stated(written.path, written.sha256)
            if entry:
                files[written.path.name] = entry
        found = errors(made.findings)
        parts = self._parts[name]
        beside = tuple(written.note for written in made.written if written.note)
        notes = (*beside, *(str(one) for one in found), *_blanks(made))
        state = "look" if found or made.held else "ok"
        memory.done[name] = Done(
            memory.unit, name, made.called, "made", self._reasons[name], notes, len(found), tuple(files)
        )
        return FilingRow(memory.unit, name, state, made.called, key_of(parts), parts, files, notes)

    def _keep(self, made: Made, old: FilingRow | None, edited: tuple[str, ...]) -> None:
        assert old is not None
        memory = self._memory
        files = {name: stated(self._folder / name, entry[2]) or entry for name, entry in old.files.items()}
        kept = {name: old.files[name] if name in edited else entry for name, entry in files.items()}
        memory.rows[old.id] = replace(old, files=kept, parts={**old.parts, SEEN: memory.seen})
        memory.done[old.id] = untouched(old, edited)

    def _reason(
        self, made: Made, workspace: Workspace, parts: Mapping[str, str], old: FilingRow | None, missing: bool
    ) -> str:
        """Why it is made, empty when it need not be."""
        if old is None or not old.key:
            return STOPPED if self._memory.stopped else NEW
        if old.key == key_of(parts):
            return MISSING if missing else ""
        names = differing(old.parts, parts)
        told = [PARTS[name] for name in names if name not in _SAID_BY_CELLS]
        if set(names) & _SAID_BY_CELLS:
            told.append(self._content_reason(made, workspace, parts, old) or PARTS[names[-1]])
        return "；".join(dict.fromkeys(told))

    def _content_reason(
        self, made: Made, workspace: Workspace, parts: Mapping[str, str], old: FilingRow
    ) -> str:
        """The cells, else the clerk's text, the wording or the settings that changed."""
        cells, rows = self._read(made, workspace)
        if self._changes and (said := snapshot.told(self._changes, cells, rows)):
            return said
        texts = sorted(name for name in self._memory.changed if name.startswith("texts/"))
        own = [name for name in texts if name in made.composition.texts_read]
        if own:
            return "、".join(f"{name} 变了" for name in own)
        if old.parts.get("wording") != parts["wording"]:
            return "模板变了"
        return "、".join(f"{name} 变了" for name in self._memory.changed[:3])

    def _read(
        self, made: Made, workspace: Workspace
    ) -> tuple[frozenset[tuple[str, str, str]], frozenset[tuple[str, str, int]]]:
        """Cells and rows that the document reads, or read in its last draft."""
        cited = cited_records(made.document, workspace)
        data = dict(fact_data(made.facts.values(), cited))
        cells = set(_cells(data))
        if drafts.latest(self._folder, made.filing.id):
            with contextlib.suppress(ReporterError):  # a damaged draft explains nothing; the new one does
                cells |= set(_cells(drafts.load(self._folder, made.filing.id).facts))
        rows = {(file, sheet, int("".join(filter(str.isdecimal, a1)) or 0)) for file, sheet, a1 in cells}
        return frozenset(cells), frozenset(rows)


def _cells(data: drafts.FactData) -> Iterable[tuple[str, str, str]]:
    for address, fact in data.items():
        places = fact["fields"].values() if address.startswith(RECORD) else fact["cells"]
        yield from ((place["file"], place["sheet"], place["a1"]) for place in places)


def _on_disk(folder: Path, old: FilingRow | None, ours: frozenset[str]) -> tuple[tuple[str, ...], bool]:
    """Files that somebody edited, and whether one is missing."""
    edited, missing = [], False
    for name, entry in (old.files if old else {}).items():
        now = stated(folder / name, "")
        if now is None:
            missing = True
        elif now[:2] != entry[:2] and digest(folder / name) not in ours | {entry[2]}:
            edited.append(name)
    return tuple(edited), missing


def _blanks(made: Made) -> tuple[str, ...]:
    count = len(made.blanks)
    return (f"{count}处空白待填，在哪里补见 结果.html",) if count else ()
