"""What a bundle is asked for: which workspaces, which of their filings, in which formats, where to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from msgspec import Struct

from reporter.errors import InputError

USUAL = ("docx", "pdf", "xlsx")
"""What is made when nobody says otherwise, as with `build`."""
JOURNAL = ".reporter"
"""Folder of the journal in the folder of results."""


class Unit(Struct, frozen=True):
    """A workspace. `name` is its folder below the results, with `/`; `out` the folder that its own lies in."""

    name: str
    root: Path
    out: Path

    @property
    def folder(self) -> Path:
        return self.out / self.root.name


class Selection(Struct, frozen=True):
    """Which filings of a workspace: kinds or ids, periods (all when empty), due until a day (None: due or not)."""

    filings: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    due_by: date | None = None
    again: bool = False
    """Also what was sent already."""

    def takes(self, filing: Mapping[str, str]) -> bool:
        """`filing` has id, kind, period, due and sent, as the catalog of a unit keeps them."""
        if filing.get("sent") and not self.again:
            return False
        if self.filings and not {filing["id"], filing["kind"]} & set(self.filings):
            return False
        if self.periods and filing["period"] not in self.periods:
            return False
        return self.due_by is None or ("" < filing["due"] <= self.due_by.isoformat())


class BundleOrder(Struct, frozen=True):
    """Everything about one call. `today` is the day that recurring deadlines are counted from."""

    units: tuple[Unit, ...]
    out: Path
    selection: Selection
    formats: tuple[str, ...]
    today: date
    jobs: int = 1

    @property
    def journal(self) -> Path:
        return self.out / JOURNAL


def units_of(roots: Iterable[Path], out: Path) -> tuple[Unit, ...]:
    """Each workspace once, sorted. Folders of one name go below the name of the folder that they lie in.

    Raises InputError, before anything is written, where even that is not enough to tell two apart.
    """
    parents = cache(Path.resolve)
    unique = sorted({_real(root, parents) for root in roots})
    names = Counter(root.name.casefold() for root in unique)
    units = [_unit(root, out, names[root.name.casefold()] > 1) for root in unique]
    seen: dict[str, Unit] = {}
    for unit in units:
        other = seen.setdefault(unit.name.casefold(), unit)
        if other is not unit:
            hint = "给其中一个文件夹换个名字，或分两次做、用 --out 分开放"
            raise InputError(f"两个工作文件夹的结果会放到同一处：{other.root} 和 {unit.root}", hint)
    return tuple(sorted(units, key=lambda unit: unit.name))


def _real(root: Path, parents: Callable[[Path], Path]) -> Path:
    """Resolved; the folder in which thousands lie is looked at once."""
    plain = root.name not in ("", "..") and not root.is_symlink()
    return parents(root.parent) / root.name if plain else root.resolve()


def _unit(root: Path, out: Path, shared: bool) -> Unit:
    folder = out / root.parent.name if shared else out
    return Unit(f"{root.parent.name}/{root.name}" if shared else root.name, root, folder)
