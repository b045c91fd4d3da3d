"""Deterministic zip: the same members give the same bytes on every machine, in every process.

A package holds a dozen members that are the same in every document (styles, theme, relationships). Written by hand,
since `zipfile` would compress each of them again for every document; what was compressed lately is copied.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from reporter.ooxml.directory import Entry, listed

EPOCH = (1980, 1, 1, 0, 0, 0)
_DATE = 0x0021  # 1980-01-01 as the format writes it; the time is 0
_UNIX = 3  # create_system is the writer's system by default, which would differ between Windows and Linux
_LEVEL = 6  # zlib's own default, so that a member written in pieces is packed as one written at once
_VERSION = 20  # 2.0: the first that deflates
_MODE = 0o600 << 16
_UTF8 = 0x800
_STORED, _DEFLATED = zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED
_LOCAL = struct.Struct("<4s2B4HL2L2H")
_CENTRAL = struct.Struct("<4s4B4HL2L5H2L")
_END = struct.Struct("<4s4H2LH")
_PLACE, _HEADS, _MEMBERS = 4, 256, 128
"""Bytes of the place of a member, the last in its line of the directory; heads and members that are remembered: what
only one file has fills them too, so more would be held for nothing."""
_REMEMBERED = 1 << 16
"""Bytes of the longest member that is remembered."""
_LARGEST = 0xFFFFFFFF
_PLAIN = "mimetype"
"""The member that is stored as it is, so that a file says what it is."""
# Readers that stream want the content types first, then the relationships of the package.
_FIRST = (_PLAIN, "[Content_Types].xml", "_rels/.rels")


class Member(NamedTuple):
    """A member as it is written: checksum, length in bytes before it was packed, and its bytes."""

    crc: int
    size: int
    data: bytes


def pack(members: Mapping[str, bytes | Iterable[bytes] | Member]) -> bytes:
    """A zip of the members (whole or in pieces): content types first, the others by name, all dated 1980-01-01."""
    buffer, directory, count = io.BytesIO(), list[bytes](), len(members)
    for name in sorted(members, key=_order):
        method = _STORED if name == _PLAIN else _DEFLATED
        crc, size, data = _packed(members[name], method)
        if size > _LARGEST or buffer.tell() > _LARGEST:
            raise OverflowError("a zip of more than 4 GiB")
        local, before, behind = _heads(name, method, crc, len(data), size)
        at = buffer.tell()
        buffer.write(local)
        buffer.write(data)
        directory += (before, at.to_bytes(4, "little"), behind)
    start, listed = buffer.tell(), b"".join(directory)
    buffer.write(listed)
    buffer.write(_END.pack(b"PK\x05\x06", 0, 0, count, count, len(listed), start, 0))
    return buffer.getvalue()


@lru_cache(maxsize=_HEADS)
def _heads(name: str, method: int, crc: int, packed: int, size: int) -> tuple[bytes, bytes, bytes]:
    """What stands before a member, and its line in the directory before and behind the place where that is."""
    encoded, flags = _named(name)
    alike = (flags, method, 0, _DATE, crc, packed, size, len(encoded), 0)
    local = _LOCAL.pack(b"PK\x03\x04", _VERSION, 0, *alike) + encoded
    central = _CENTRAL.pack(b"PK\x01\x02", _VERSION, _UNIX, _VERSION, 0, *alike, 0, 0, 0, _MODE, 0)
    return local, central[:-_PLACE], encoded


def exchanged(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes | None:
    """A zip of ours with one member changed, the others copied as they are packed; None when it has no such member."""
    parts = listed(data)
    if parts is None or name not in parts:
        return None
    members = {other: _member(data, part) for other, part in parts.items()}
    return pack({**members, name: change(_unpacked(name, members[name]))})


def _member(data: bytes, part: Entry) -> Member:
    """Of a zip of ours: nothing stands between its name and its bytes."""
    name, begin, size, packed, crc, _, _ = part
    start = begin + _LOCAL.size + len(name)
    return Member(crc, size, data[start : start + packed])


def _unpacked(name: str, packed: Member) -> bytes:
    return packed.data if name == _PLAIN else zlib.decompress(packed.data, -15, packed.size)


def _packed(content: bytes | Iterable[bytes] | Member, method: int) -> Member:
    if isinstance(content, Member):
        return content
    if not isinstance(content, bytes):
        return _in_pieces(content, method)
    if method == _STORED:
        return Member(zlib.crc32(content), len(content), content)
    return (_remembered if len(content) <= _REMEMBERED else _deflated)(content)


def _deflated(content: bytes) -> Member:
    return _in_pieces((content,), _DEFLATED)


_remembered = lru_cache(maxsize=_MEMBERS)(_deflated)


def _in_pieces(pieces: Iterable[bytes], method: int) -> Member:
    worker = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
    crc, size, written = 0, 0, []
    for piece in pieces:
        crc, size = zlib.crc32(piece, crc), size + len(piece)
        written.append(worker.compress(piece) if method == _DEFLATED else piece)
    if method == _DEFLATED:
        written.append(worker.flush())
    return Member(crc, size, b"".join(written))


def _named(name: str) -> tuple[bytes, int]:
    """Name and flags as `zipfile` has them."""
    try:
        return name.encode("ascii"), 0
    except UnicodeEncodeError:
        return name.encode(), _UTF8


@lru_cache(maxsize=_HEADS)
def _order(name: str) -> tuple[int, str]:
    return (_FIRST.index(name) if name in _FIRST else len(_FIRST), name)
