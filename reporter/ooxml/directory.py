"""The parts of a package by the list at the end of the file, when it is written as programs do: zipfile takes longer to
read that list than the reading of a short text takes.
"""

from __future__ import annotations

import struct
from typing import Final

_PART, _LISTED, _CLOSED = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_LINE = struct.Struct("<4s2xBx2H4x3L3HH6xL")
_END = struct.Struct("<4s4H2LH")
_UTF8: Final = 0x800
"""The flag of a name that is written so; one without is left to zipfile where it is not plain."""
_NEWEST: Final = 63
"""The version of the format that zipfile knows."""
_BEYOND: Final = 0xFFFFFFFF
"""Stands for what is said elsewhere, in files of more than 4 GiB."""

Entry = tuple[bytes, int, int, int, int, int, int]
"""A part's name as it is written, where it begins, bytes unpacked and packed, checksum, and what zipfile calls
`compress_type` and `flag_bits`."""


def listed(data: bytes) -> dict[str, Entry] | None:
    """The parts by name, in their order; None for a file that only zipfile may judge."""
    try:
        return _read(data, len(data) - _END.size) if data.startswith(_PART) else None
    except (struct.error, UnicodeDecodeError):
        return None


def _read(data: bytes, stop: int) -> dict[str, Entry] | None:
    sign, disk, first_disk, here, count, length, at, comment = _END.unpack_from(data, stop)
    if sign != _CLOSED or disk or first_disk or comment or here != count or at + length != stop:
        return None
    found: dict[str, Entry] = {}
    read, head = _LINE.unpack_from, _LINE.size
    for _ in range(count):
        sign, version, flags, method, crc, packed, size, named, extra, remark, disk, begin = read(data, at)
        begun = at + head
        at = begun + named + extra + remark
        if sign != _LISTED or version > _NEWEST or disk or _BEYOND in (packed, size, begin):
            return None
        name = data[begun : begun + named]
        found[name.decode("utf-8" if flags & _UTF8 else "ascii")] = name, begin, size, packed, crc, method, flags
    return found if at == stop and len(found) == count and not any("\0" in name for name in found) else None
