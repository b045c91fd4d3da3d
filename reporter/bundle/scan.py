"""What lies in a folder, without opening anything: names, sizes and times; content is hashed only on doubt."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

from reporter.contents import LARGEST, sha256

Entry: TypeAlias = tuple[int, int, str]
"""Size in bytes, time of the last change in ns, SHA-256 (empty while nobody asked for it)."""
Scan: TypeAlias = dict[str, Entry]
"""Entries by path relative to the folder, with `/`."""
FILES = "files"
"""The part of a recipe that says again in detail what another says as one."""
_NOT_READ = ("~$", ".")
"""Owner files of Word and hidden files are never an input."""


def scan(root: Path, without: Path | None = None) -> Scan:
    """The files below `root` (resolved), sorted; `without` is a folder of results that may lie inside."""
    skipped = _real(str(without)) if without else ""
    if not skipped.startswith(str(root)):
        skipped = ""
    return dict(sorted(_files(str(root), "", skipped)))


@lru_cache(maxsize=8)
def _real(folder: str) -> str:
    return os.path.realpath(folder)


def _files(folder: str, below: str, skipped: str) -> Iterator[tuple[str, Entry]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(_NOT_READ):
                continue
            if entry.is_dir():
                if not skipped or os.path.realpath(entry.path) != skipped:
                    yield from _files(entry.path, f"{below}{entry.name}/", skipped)
            else:
                stat = entry.stat()
                yield below + entry.name, (stat.st_size, stat.st_mtime_ns, "")


def hashed(root: Path, found: Scan, known: Mapping[str, Entry]) -> Scan:
    """The same with digests: those of `known` where size and time are theirs, else of the content."""
    folder = str(root)
    return {name: _hashed(f"{folder}/{name}", entry, known.get(name)) for name, entry in found.items()}


def changed(root: Path, found: Scan, known: Mapping[str, Entry]) -> tuple[str, ...]:
    """Names whose content is another, new ones and lost ones, sorted. Only files with another time are opened."""
    names = [name for name, entry in found.items() if known.get(name, ())[:2] != entry[:2]]
    folder = str(root)
    names = [name for name in names if _differs(f"{folder}/{name}", found[name], known.get(name))]
    return tuple(sorted({*names, *(name for name in known if name not in found)}))


def digest(path: Path) -> str:
    """SHA-256 of a file, empty when it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _hashed(path: str, entry: Entry, known: Entry | None) -> Entry:
    same = known is not None and known[:2] == entry[:2]
    return (*entry[:2], known[2] if known and same else _digest(path, entry))


def _differs(path: str, entry: Entry, known: Entry | None) -> bool:
    if known is None or known[0] != entry[0]:
        return True
    return known[1] != entry[1] and _digest(path, entry) != known[2]


def _digest(path: str, entry: Entry) -> str:
    """The same for an input that others will read as well, unless it is large."""
    if entry[0] > LARGEST:
        return digest(Path(path))
    try:
        return sha256(path)
    except OSError:
        return ""


def stamp(found: Mapping[str, Entry], recipe: Mapping[str, str]) -> str:
    """One digest of what lies there and what it is made with; times do not count."""
    made_with = {name: part for name, part in recipe.items() if name != FILES}
    data = json.dumps([[[name, entry[2]] for name, entry in found.items()], made_with], sort_keys=True)
    return hashlib.blake2b(data.encode(), digest_size=16).hexdigest()


def stated(path: Path | str, sha256: str) -> Entry | None:
    """A file as it lies there now, None when it does not."""
    try:
        stat = os.stat(path)  # noqa: PTH116 - a Path costs more than the question
    except OSError:
        return None
    return stat.st_size, stat.st_mtime_ns, sha256


def as_scan(data: Iterable[Iterable[object]]) -> Scan:
    """Rows `[name, size, time, digest]`, as the journal keeps them."""
    found: Scan = {}
    for name, size, time, told in data:
        found[str(name)] = (int(str(size)), int(str(time)), str(told))
    return found


def as_rows(found: Mapping[str, Entry]) -> list[list[object]]:
    """The other way round."""
    return [[name, *entry] for name, entry in found.items()]
