"""What is to be looked at: the fast answer from names, sizes and times, without opening an input."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from reporter.bundle.journal import FILE, FilingRow, JournalDamaged, UnitRow, reading
from reporter.bundle.order import BundleOrder, Unit
from reporter.bundle.outcome import Done, Outcome
from reporter.bundle.recipe import differences, recipe
from reporter.bundle.scan import Entry, changed, digest, scan, stamp, stated
from reporter.deliver import manifest
from reporter.errors import InputError

NEW, STOPPED, MISSING, EDITED, STALE = "新", "上次没有做完", "缺输出", "人工改过", "输入变了"
ELSEWHERE = "另外生成或印发过"
SEEN = "seen"
"""Among the parts of a filing: the state of the inputs when it was last compared."""
_WITH_EACH = ("manifest.json", "结果.html")
"""What lies in the folder of every unit."""
State: TypeAlias = tuple[Entry | None, ...]


class Look(Struct, frozen=True):
    """A unit that has to be looked at by a worker, with the reason."""

    unit: Unit
    reason: str
    stopped: bool = False
    """A run ended before it was done: something may be left of it."""
    suspected: bool = False
    """That run died, and it may be why."""


class Plan(Struct, frozen=True):
    """Units to look at, and those that are known to need nothing, with what is still to be said about them."""

    looks: tuple[Look, ...]
    settled: tuple[Outcome, ...]
    recipe: Mapping[str, str]
    known: State = ()
    """The journal as it was read."""
    damaged: bool = False
    """It could not be: a run begins another."""

    def holds(self, order: BundleOrder) -> bool:
        """Whether the journal still is what was read: no other run has ended, or written, since."""
        return self.known == _state(order.journal / FILE)


def make_plan(order: BundleOrder) -> Plan:
    """Opens no file for writing, and no input unless its time says that it may have changed."""
    now = recipe(order.formats)
    known = _state(order.journal / FILE)
    units: Mapping[str, UnitRow] = {}
    filings: Mapping[str, Mapping[str, FilingRow]] = {}
    damaged = False
    if journal := reading(order.journal / FILE):
        try:
            units, filings = journal.units(), journal.filings()
        except JournalDamaged:
            damaged = True
        finally:
            journal.close()
    looks, settled = [], []
    for unit in order.units:
        row = units.get(unit.name)
        found = _look(unit, order, row, filings.get(unit.name, {}), now)
        if isinstance(found, Outcome):
            settled.append(found)
        else:
            looks.append(found)
    return Plan(tuple(looks), tuple(settled), now, known, damaged)


def _state(journal: Path) -> State:
    """Of the journal's file and of what was not folded into it yet: sizes and times."""
    return tuple(stated(f"{journal}{suffix}", "") for suffix in ("", "-wal"))


def _look(
    unit: Unit,
    order: BundleOrder,
    row: UnitRow | None,
    filings: Mapping[str, FilingRow],
    now: Mapping[str, str],
) -> Look | Outcome:
    if row is None:
        return Look(unit, NEW)
    if row.state in ("running", "stopped", "failed"):
        return Look(unit, STOPPED, stopped=True, suspected=row.state == "running")
    if told := differences(row.recipe, now):
        return Look(unit, "；".join(told))
    if not unit.root.is_dir():
        return Look(unit, "没有这个工作文件夹")
    if names := changed(unit.root, scan(unit.root, order.out), row.scan):
        return Look(unit, f"{names[0]} 变了" + (f" 等{len(names)}个文件" if len(names) > 1 else ""))
    if row.state == "refused":
        return Outcome(unit.name, (Done(unit.name, "", unit.name, "refused", notes=row.messages),))
    if row.day and row.day != order.today.isoformat():
        return Look(unit, "期限要重新推算")
    return _settled(unit, order, row, filings)


def _settled(
    unit: Unit, order: BundleOrder, row: UnitRow, filings: Mapping[str, FilingRow]
) -> Look | Outcome:
    """Nothing of the inputs changed: are the outputs there, and as they were delivered?"""
    done, seen, folder = [], stamp(row.scan, row.recipe), str(unit.folder)
    for entry in row.catalog:
        if not order.selection.takes(entry):
            continue
        filing = filings.get(entry["id"])
        if filing is None:
            return Look(unit, NEW)
        if filing.parts.get(SEEN) != seen:
            return Look(unit, STALE)
        edited = []
        for name, known in filing.files.items():
            present = stated(f"{folder}/{name}", known[2])
            if present is None:
                return Look(unit, f"{MISSING}：{name}")
            if present[:2] != known[:2] and digest(Path(folder, name)) != known[2]:
                edited.append(name)
        if edited and _ours(unit.folder, edited):
            return Look(unit, ELSEWHERE)
        done.append(untouched(filing, tuple(edited)))
    for name in _WITH_EACH if done else ():
        if stated(f"{folder}/{name}", "") is None:
            return Look(unit, f"{MISSING}：{name}")
    return Outcome(unit.name, tuple(done), undue=len(row.catalog) - len(done))


def _ours(folder: Path, names: Sequence[str]) -> bool:
    """Whether these files are others because `build` or `issue` delivered them."""
    try:
        known = manifest.read(folder)
    except InputError:  # whoever looks at the unit says what is wrong with it
        return False
    delivered = known.digests() if known else frozenset()
    return all(digest(folder / name) in delivered for name in names)


def untouched(row: FilingRow, edited: tuple[str, ...]) -> Done:
    """A filing that is left as it is."""
    if edited:
        note = f"“{'”“'.join(edited)}”人工改过，没有动；看改了什么用 reporter diff"
        return Done(row.unit, row.id, row.title, "kept", EDITED, (note, *row.notes), files=tuple(row.files))
    if row.state == "refused":
        return Done(row.unit, row.id, row.title, "refused", notes=row.notes)
    return Done(
        row.unit, row.id, row.title, "fresh", "未变", row.notes, int(row.state == "look"), tuple(row.files)
    )
