"""Input files, read once while a visit lasts: what is looked through, parsed and digested are the same bytes, even if
somebody saves a file in between.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from msgspec import Struct, field

LARGEST = 1 << 20
"""Bytes of a file that is kept in hand; a larger one is read as often as it is asked for."""
_ALL = 1 << 25
"""Bytes that are kept in hand altogether."""


class _Hand(Struct):
    """What was read."""

    data: dict[str, bytes] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
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


def _read(name: str) -> bytes:
    with open(name, "rb", 0) as file:  # noqa: PTH123 - pathlib takes as long as the disk
        return file.read()
