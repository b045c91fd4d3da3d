"""What was worked out from files that seldom change, kept from one process to the next in the user's own cache folder.

Kept are texts, each under a name made of everything that it was made from: the data, the files of code that made it
(their size and time, as Python has it for its own cache) and the Python. A text is believed only if its file belongs to
the user, nobody else may write it and its digest is right. What cannot be read or written is worked out again.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

CACHE_OVERRIDE: Final = "REPORTER_CACHE"
MOST: Final = 400
"""Texts that are kept; the oldest go first."""
_FOLDER: Final = "kept"
_OTHERS_WRITE: Final = stat.S_IWGRP | stat.S_IWOTH
_READ: Final = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_SUM: Final = 64


def cache_dir() -> Path:
    """The folder for everything that can be made again: `$REPORTER_CACHE`, else the user's cache folder."""
    given = os.environ.get(CACHE_OVERRIDE)
    if given:
        return Path(given)
    base = os.environ.get("LOCALAPPDATA") if sys.platform == "win32" else os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "gongwen-reporter"


def kept(data: bytes, makers: tuple[str, ...], make: Callable[[], str]) -> str:
    """What `make` gives for `data`: from the cache, else made and kept. `makers` are the files of the code behind it.

    What `make` raises is raised, and nothing is kept.
    """
    try:
        path = cache_dir() / _FOLDER / _name(data, makers)
    except (OSError, RuntimeError):  # no code on the disk (a zipped installation), no home
        return make()
    text = _read(path)
    if text is None:
        text = make()
        _write(path, text)
    return text


def _name(data: bytes, makers: tuple[str, ...]) -> str:
    known = [str(sys.implementation.cache_tag), str(sys.hexversion), hashlib.sha256(data).hexdigest()]
    for maker in makers:
        found = os.stat(maker)  # noqa: PTH116 - pathlib is slow, and this is here to be quick
        known.append(f"{maker} {found.st_size} {found.st_mtime_ns}")
    return hashlib.sha256("\n".join(known).encode()).hexdigest()


def _read(path: Path) -> str | None:
    try:
        number = os.open(path, _READ)
        with os.fdopen(number, "rb") as file:
            if not _ours(os.fstat(number)):
                return None
            data = file.read()
        written, text = data[:_SUM], data[_SUM:]
        return text.decode() if written == _sum(path, text) else None
    except (OSError, UnicodeDecodeError):
        return None


def _ours(found: os.stat_result) -> bool:
    """On Windows the user's profile is closed to others; files have no owner by number."""
    whose = getattr(os, "geteuid", None)
    return stat.S_ISREG(found.st_mode) and (
        whose is None or (found.st_uid == whose() and not found.st_mode & _OTHERS_WRITE)
    )


def _sum(path: Path, text: bytes) -> bytes:
    """With the name: a kept text that was put in the place of another is not believed."""
    return hashlib.sha256(path.name.encode() + text).hexdigest().encode()


def _write(path: Path, text: str) -> None:
    data = text.encode()
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        number = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(number, "wb") as file:
            file.write(_sum(path, data) + data)
        beside.replace(path)
        for old in _too_many(path.parent):
            old.unlink(missing_ok=True)
    except OSError:
        with suppress(OSError):
            beside.unlink()


def _too_many(folder: Path) -> Iterator[Path]:
    """The oldest beyond `MOST`."""
    found = [Path(one.path) for one in os.scandir(folder)]
    if len(found) > MOST:
        yield from sorted(found, key=lambda path: path.stat().st_mtime_ns)[: len(found) - MOST]
