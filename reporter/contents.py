"""Input files, read once while a visit lasts: what is looked through, parsed and digested are the same bytes, even if
somebody saves a file in between. Their folder is listed once as well: most of what may lie in it does not, and to ask
the disk for each takes longer than the listing.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct, field

LARGEST = 1 << 20
"""Bytes of a file that is kept in hand; a larger one is read as often as it is asked for."""
_ALL = 1 << 25
"""Bytes that are kept in hand altogether."""


class _Listing(NamedTuple):
    """What lies in a folder."""

    files: Mapping[str, bool]
    """Name → whether it is a file."""
    names: frozenset[str]
    """All names, as they are compared where upper and lower case are the same."""


class _Hand(Struct):
    """What was read."""

    data: dict[str, bytes] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    folders: dict[str, _Listing] = field(default_factory=dict)
    size: int = 0


_hand: ContextVar[_Hand | None] = ContextVar("hand", default=None)


@contextmanager
def in_hand() -> Iterator[None]:
    """While this lasts every input file is read once."""
    token = _hand.set(_Hand())
    try:
        yield
    finally:
        _hand.reset(token)


def content(path: Path | str) -> bytes:
    """The bytes of an input file. Raises OSError."""
    hand, name = _hand.get(), os.path.normpath(path)
    if hand is None:
        return _read(name)
    found = hand.data.get(name)
    if found is None:
        found = _read(name)
        if len(found) <= LARGEST and hand.size + len(found) <= _ALL:
            hand.data[name] = found
            hand.size += len(found)
    return found


def sha256(path: Path | str) -> str:
    """The digest of an input file, in hex. Raises OSError."""
    hand, name = _hand.get(), os.path.normpath(path)
    known = hand.digests.get(name) if hand else None
    if known is None:
        known = hashlib.sha256(content(name)).hexdigest()
        if hand and name in hand.data:
            hand.digests[name] = known
    return known


def listed(folder: Path | str) -> Mapping[str, bool]:
    """What lies in a folder of inputs: name → whether it is a file. Raises OSError."""
    return _listing(str(folder)).files


def has_file(folder: Path | str, name: str) -> bool:
    """Whether there is a file of that name in a folder of inputs."""
    told = _told(str(folder), name)
    return os.path.isfile(f"{folder}{os.sep}{name}") if told is None else told  # noqa: PTH113 - as `_read`


def has_folder(folder: Path | str, name: str) -> bool:
    """Whether there is a folder of that name in a folder of inputs."""
    return _told(str(folder), name) is None and os.path.isdir(f"{folder}{os.sep}{name}")  # noqa: PTH112 - as `_read`


def _told(folder: str, name: str) -> bool | None:
    """Whether it is a file, by the listing; None where the disk has to be asked: some take a name in any case."""
    if _hand.get() is None:
        return None
    try:
        listing = _listing(folder)
    except OSError:
        return None
    if listing.files.get(name):
        return True
    return None if name.casefold() in listing.names else False


def _listing(folder: str) -> _Listing:
    hand = _hand.get()
    found = hand.folders.get(folder) if hand else None
    if found is None:
        with os.scandir(folder) as entries:
            files = {entry.name: entry.is_file() for entry in entries}
        found = _Listing(files, frozenset(map(str.casefold, files)))
        if hand:
            hand.folders[folder] = found
    return found


def _read(name: str) -> bytes:
    with open(name, "rb", 0) as file:  # noqa: PTH123 - pathlib takes as long as the disk
        return file.read()
